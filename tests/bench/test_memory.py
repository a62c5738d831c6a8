"""What a run over very many articles takes in memory: the most that one of its processes held at a time.

`VERIFY_BENCH_RUN` says how many articles there are (a plain run: 20); a tenth of them is measured beside.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

ARTICLES = int(os.environ.get("VERIFY_BENCH_RUN", "20"))
INVENTED = Path(__file__).with_name("invented.py")
SAME = "quotes/same-words-two-speakers-across-articles"
MEASURED = """
import resource, subprocess, sys
done = subprocess.run([sys.executable, "-c", "from verify.cli.main import main; main()", *sys.argv[1:]])
print(done.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="what is measured is told by Unix alone")


def megabytes(folder: Path, *more: str) -> float:
    """The most that a check of the folder held; on macOS the system counts in bytes."""
    command = [sys.executable, "-c", MEASURED, "check", ".", "--isolated", "--exit-zero", *more]
    run = subprocess.run(command, cwd=folder, check=True, capture_output=True)
    code, most = run.stderr.split()
    assert code == b"0"
    return int(most) / (1e6 if sys.platform == "darwin" else 1e3)


@pytest.fixture(scope="module", params=[ARTICLES // 10, ARTICLES], ids=["a tenth", "all"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """So many invented articles, of which each has five findings across articles where there are many."""
    folder = tmp_path_factory.mktemp("run")
    subprocess.run([sys.executable, str(INVENTED), str(folder), str(request.param)], check=True)
    return folder


@pytest.mark.benchmark(group="memory of a run")
@pytest.mark.parametrize(
    "more",
    [
        ("--jobs", "1"),
        ("--jobs", "1", "--ignore", SAME),
        ("--jobs", "1", "--format", "jsonl"),
        ("--jobs", "2"),
        ("--jobs", "1", "--cache-dir", ".kept"),
        ("--jobs", "1", "--cache-dir", ".kept", "--quiet"),
    ],
    ids=["text", "hardly any findings", "jsonl", "two processes", "cold cache", "warm cache"],
)
def test_memory(benchmark: BenchmarkFixture, folder: Path, more: tuple[str, ...]) -> None:
    most: list[float] = []
    benchmark.pedantic(lambda: most.append(megabytes(folder, *more)), rounds=1)  # type: ignore[no-untyped-call]
    benchmark.extra_info["megabytes"] = round(most[0])
    assert most[0] < 200
