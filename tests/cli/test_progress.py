from __future__ import annotations

import io
import sys

import pytest

from verify.cli.progress import steps


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("total", "shown"), [(20, False), (21, True)])
def test_a_bar_is_drawn_for_long_runs_on_a_terminal(
    total: int,
    shown: bool,  # noqa: FBT001
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    screen = Terminal()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", screen)
    with steps(total, "Adding") as each:
        for _ in range(total):
            each()
    assert ("Adding" in screen.getvalue()) is shown


def test_nothing_is_drawn_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    with steps(100) as each:
        each()
    assert capsys.readouterr() == ("", "")
