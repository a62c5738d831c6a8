from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from verify.check.setup import Source
from verify.cli.jobs import number_of_workers
from verify.model.finding import Problem

Verify = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def cores(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Let the machine have so many cores."""

    def have(number: int) -> None:
        monkeypatch.setattr(os, "process_cpu_count", lambda: number, raising=False)

    return have


@pytest.mark.parametrize(
    ("kilobytes", "number"),
    [([], 1), ([5], 1), ([500, 600], 1), ([1200, 10], 2), ([800] * 3, 4), ([10] * 1000, 4)],
)
def test_as_many_workers_as_the_cores_have_work_for(
    cores: Callable[[int], None], kilobytes: list[int], number: int
) -> None:
    queue = [Source(f"{at}.txt", bytes(size * 1000)) for at, size in enumerate(kilobytes)]
    cores(4)
    assert number_of_workers(0, [Problem("none.txt", "no such file or folder"), *queue]) == number
    assert number_of_workers(3, queue) == 3
    cores(1)
    assert number_of_workers(0, queue) == 1


def test_files_count_by_their_size_and_those_that_are_gone_not_at_all(
    cores: Callable[[int], None], tmp_path: Path
) -> None:
    cores(8)
    (tmp_path / "a.txt").write_bytes(b"words " * 400_000)
    assert number_of_workers(0, [Source(str(tmp_path / "a.txt")), Source(str(tmp_path / "b.txt"))]) == 4


@pytest.mark.skipif(sys.platform != "linux", reason="copies are made on Linux alone")
def test_a_copy_is_worth_its_start_sooner(cores: Callable[[int], None]) -> None:
    queue = [Source(f"{at}.txt", bytes(1000)) for at in range(130)]
    cores(4)
    assert number_of_workers(0, queue, copies=True) == 2
    assert number_of_workers(0, queue, copies=False) == 1
    assert number_of_workers(0, queue[:100], copies=True) == 1


def test_this_machine_has_a_core() -> None:
    assert number_of_workers(0, [Source("a.txt", bytes(10**6))]) >= 1


@pytest.mark.parametrize(
    ("arguments", "env", "message"),
    [
        (["--jobs", "65"], {}, "Invalid value for '--jobs' / '-j': 65 is not in the range 0<=x<=64."),
        (["--jobs", "-1"], {}, "Invalid value for '--jobs' / '-j': -1 is not in the range 0<=x<=64."),
        ([], {"VERIFY_JOBS": "many"}, "Invalid value for '--jobs' / '-j'"),
    ],
)
def test_a_number_that_cannot_be_is_refused(
    verify: Verify, arguments: list[str], env: dict[str, str], message: str
) -> None:
    run = verify("check", *arguments, env=env)
    assert (run.returncode, run.stdout, run.stderr.count(b"\n")) == (2, b"", 1)
    assert run.stderr.decode().startswith(f"verify: {message}")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_the_bar_moves_while_workers_read(tmp_path: Path) -> None:
    import pty

    for number in range(30):
        (tmp_path / f"{number}.txt").write_text("The crew went ashore.\n")
    ours, theirs = pty.openpty()
    main = "from verify.cli.main import main; main()"
    screen = b""
    with subprocess.Popen(
        [sys.executable, "-c", main, "check", "--jobs", "2", "--output", "report"],
        cwd=tmp_path, stderr=theirs, env={"PATH": "/usr/bin:/bin", "TERM": "xterm", "COLUMNS": "80"},
    ) as run:  # fmt: skip
        os.close(theirs)
        # On Linux the end of a terminal is told as an error.
        with suppress(OSError):
            while more := os.read(ours, 65536):
                screen += more
    os.close(ours)
    assert run.returncode == 0
    assert b"Checking" in screen
    assert b"100%" in screen
    assert (tmp_path / "report").read_bytes() == b"30 articles: nothing to mark\n"
