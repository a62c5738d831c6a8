"""An invented story of any length, and benchmarks that run once where nobody measures.

`pytest tests/bench --benchmark-only` measures; a plain run of the tests calls each only once, so that
a benchmark cannot break unseen and costs next to no time.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from verify.check.select import Wishes
from verify.config.load import Loaded
from verify.config.schema import Settings
from verify.plugin.desk import Desk, arrange
from verify.plugin.manager import Plugins

STORY = Path(__file__).with_name("story.txt")
GIVEN = ("Ingrid", "Peter", "Maria", "David", "Helen", "Thomas")
FAMILY = ("Solberg", "Haugen", "Larsen", "Dahl", "Berge", "Lunde", "Strand")
PLACES = ("Utsira", "Fjelloy", "Hestnes", "Solvaer")
WORDS = 800


@pytest.fixture
def benchmark(benchmark: BenchmarkFixture, request: pytest.FixtureRequest) -> BenchmarkFixture:
    """Measure only where asked to."""
    if not request.config.getoption("benchmark_only"):
        benchmark.disabled = True
    return benchmark


@pytest.fixture(scope="session")
def paragraphs() -> Callable[[int], list[str]]:
    """Write a story of so many words, headline and lead first; more words only make it longer."""

    def write(words: int = WORDS) -> list[str]:
        headline, lead, *rest = STORY.read_text(encoding="utf-8").strip().split("\n\n")
        story = [headline, lead]
        count = number = 0
        while count < words:
            story.append(
                rest[number % len(rest)].format(
                    place=PLACES[number % len(PLACES)],
                    given=GIVEN[number % len(GIVEN)],
                    family=FAMILY[number % len(FAMILY)],
                    number=120 + number,
                )
            )
            count += len(story[-1].split())
            number += 1
        return story

    return write


@pytest.fixture(scope="session")
def desk() -> Desk:
    """What `verify check` sets up without settings and without plugins."""
    return arrange(Plugins(()), Loaded(Settings()), Wishes(), marks=("quotes",))
