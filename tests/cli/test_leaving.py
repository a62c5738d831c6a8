"""A command ends at once, and loses nothing by it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SLIP = "The council voted to to close the pier.\n"
MAIN = "from verify.cli.main import program; program()"


def ended(program: str, *arguments: str, cwd: Path, without: str = "all") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True, text=True, check=False, timeout=60, cwd=cwd,
        env={**os.environ, "VERIFY_DISABLE_PLUGINS": without},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("copy", "code"),
    [("The council voted to to close the pier.\n", 1), ("The council voted to close the pier.\n", 0)],
)
def test_what_is_registered_for_the_end_is_done(tmp_path: Path, copy: str, code: int) -> None:
    (tmp_path / "story.txt").write_text(copy, encoding="utf-8")
    program = f"import atexit, sys; atexit.register(sys.stdout.write, 'bye'); {MAIN}"
    done = ended(program, "check", "story.txt", "--select", "typos", cwd=tmp_path)
    assert done.stdout.endswith("bye")
    assert (done.stderr, done.returncode) == ("", code)


def test_a_long_report_goes_through_a_pipe_whole(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(
        "The council voted to to close the pier.\n\n" * 3_000, encoding="utf-8"
    )
    done = ended(MAIN, "check", "story.txt", "--select", "typos", "--format", "jsonl", cwd=tmp_path)
    assert done.stdout.count("\n") == done.stdout.count('"typos/doubled-word"') == 3_000


def test_a_thread_that_runs_is_waited_for(tmp_path: Path) -> None:
    program = (
        "import threading, time;"
        "threading.Thread(target=lambda: (time.sleep(1), print('done'))).start();"
        "import sys; sys.argv = ['verify', 'rules', 'typos/misspelling'];"
    )
    assert ended(program + MAIN, cwd=tmp_path).stdout.splitlines()[-1] == "done"


def test_what_a_plugin_has_not_written_yet_is_written(tmp_path: Path) -> None:
    (tmp_path / "noting.py").write_text(
        "from verify import hookimpl\nlog = open('log.txt', 'w')\n"
        "@hookimpl\ndef verify_done(report):\n    log.write('done')\n",
        encoding="utf-8",
    )
    (tmp_path / "verify.toml").write_text('plugins = ["noting.py"]\n', encoding="utf-8")
    (tmp_path / "story.txt").write_text(SLIP, encoding="utf-8")
    assert ended(MAIN, "check", "story.txt", cwd=tmp_path, without="").returncode == 1
    assert (tmp_path / "log.txt").read_text(encoding="utf-8") == "done"


@pytest.mark.parametrize(
    "call",
    [
        "import runpy; runpy.run_module('verify', run_name='__main__')",
        "from verify.cli.main import main; main()",
    ],
)
def test_a_program_that_runs_it_goes_on(tmp_path: Path, call: str) -> None:
    program = (
        f"import sys; sys.argv = ['verify', 'profiles']\ntry:\n    {call}\nfinally:\n    print('and on')"
    )
    done = ended(program, cwd=tmp_path)
    assert (done.stdout.splitlines()[-1], done.returncode) == ("and on", 0)


def test_a_profiler_has_its_say(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cProfile", "-m", "verify", "profiles"],
        capture_output=True, text=True, check=False, timeout=60, cwd=tmp_path,
    )  # fmt: skip
    assert "function calls" in done.stdout
