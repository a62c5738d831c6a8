"""The day of a run, which ends allowances: from the option, the environment or the clock."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from verify.cli.check import command

COPY = """# Bridge to close

<!-- verify: ignore typos/misspelling until 2027-01-31 -- the letter has it so -->

The goverment will close the bridge, Ann Lee said on Monday.
"""
HOLDS: list[str] = []
ENDED = ["structure/unused-allow", "typos/misspelling"]


def told(folder: Path, *options: str, **env: str) -> list[str]:
    path = folder / "a.md"
    path.write_text(COPY)
    call = [str(path), "--isolated", "--select", "typos,structure", "--format", "jsonl", *options]
    output = CliRunner().invoke(command, call, env=env, standalone_mode=False).output
    return re.findall(r'"rule": "([^"]+)"', output)


def test_the_last_day_and_the_day_after(tmp_path: Path) -> None:
    assert told(tmp_path, "--today", "2027-01-31") == HOLDS
    assert told(tmp_path, "--today", "2027-02-01") == ENDED


def test_the_environment_says_the_day_where_nobody_else_does(tmp_path: Path) -> None:
    # 31 January 2027, one second before midnight, and one second later.
    assert told(tmp_path, SOURCE_DATE_EPOCH="1801439999") == HOLDS
    assert told(tmp_path, SOURCE_DATE_EPOCH="1801440000") == ENDED
    assert told(tmp_path, "--today", "2027-01-31", SOURCE_DATE_EPOCH="1801440000") == HOLDS


@pytest.mark.parametrize(
    ("options", "env", "message"),
    [
        (["--today", "tomorrow"], {}, '"tomorrow": expected a day such as 2027-01-31'),
        ([], {"SOURCE_DATE_EPOCH": "now"}, 'SOURCE_DATE_EPOCH is "now": expected seconds since 1970'),
        ([], {"SOURCE_DATE_EPOCH": "9" * 40}, "expected seconds since 1970"),
    ],
)
def test_what_is_no_day_is_told(
    tmp_path: Path, options: list[str], env: dict[str, str], message: str
) -> None:
    done = CliRunner().invoke(command, [str(tmp_path), *options], env=env)
    assert done.exit_code == 2
    assert message in " ".join(done.output.split())
