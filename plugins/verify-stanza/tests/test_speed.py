"""How fast the engine is: `pytest plugins/verify-stanza/tests/test_speed.py --benchmark-only` measures."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from verify import Article

STORY = Path(__file__).parents[3] / "tests" / "bench" / "story.txt"
MAIN = "from verify.cli.main import main; main()"
WORDS = 1000


@pytest.fixture
def benchmark(benchmark: BenchmarkFixture, request: pytest.FixtureRequest) -> BenchmarkFixture:
    """Measure only where asked to."""
    if not request.config.getoption("benchmark_only"):
        benchmark.disabled = True
    return benchmark


@pytest.fixture(scope="module")
def story() -> str:
    """An invented story of a thousand words."""
    paragraphs = STORY.read_text(encoding="utf-8").strip().split("\n\n")
    filled = [
        one.format(place="Utsira", given="Ingrid", family="Dahl", number=120 + at)
        for at, one in enumerate(paragraphs)
    ]
    told = "\n\n".join(filled * 20).split(" ")
    return " ".join(told[:WORDS])


def test_words_a_second(benchmark: BenchmarkFixture, story: str, marked: Callable[..., Article]) -> None:
    marked(story, "quotes")
    article = benchmark.pedantic(marked, (story, "quotes", "indirect"), rounds=3)
    assert len(article.quotes) > 10
    if benchmark.stats:
        benchmark.extra_info["words a second"] = round(len(story.split()) / benchmark.stats["min"])


def test_from_the_start_to_the_first_finding(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Vote\n\nThe the council voted on Monday, said Ann Lee.\n", encoding="utf-8")
    command = [sys.executable, "-c", MAIN, "check", str(article), "--isolated", "--engine", "stanza"]
    done = benchmark.pedantic(
        lambda: subprocess.run(command, capture_output=True, text=True, check=False), rounds=3
    )
    assert "typos/doubled-word" in done.stdout
