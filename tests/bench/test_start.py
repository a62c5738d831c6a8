"""How long a command takes before it has done anything: editors and hooks start it all the time."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

MAIN = "from verify.cli.main import main; main()"
COMMANDS = {
    "python": ("pass",),
    "import": ("import verify",),
    "version": (MAIN, "--version"),
    "rules": (MAIN, "rules"),
    "check": (MAIN, "check", "--exit-zero", "--isolated", "story.txt"),
}


@pytest.mark.benchmark(group="start")
@pytest.mark.parametrize("name", COMMANDS)
def test_start(
    benchmark: BenchmarkFixture, paragraphs: Callable[[int], list[str]], tmp_path: Path, name: str
) -> None:
    (tmp_path / "story.txt").write_text("\n\n".join(paragraphs(100)), encoding="utf-8")

    def start() -> int:
        command = [sys.executable, "-c", *COMMANDS[name]]
        return subprocess.run(command, cwd=tmp_path, check=False, capture_output=True).returncode

    assert benchmark.pedantic(start, rounds=5 if benchmark.enabled else 1) == 0  # type: ignore[no-untyped-call]
