"""What an archive of very many articles costs: to fill it, to ask it, and to check one article against it.

`VERIFY_BENCH_ARTICLES` says how many it holds (a plain run: 200), `VERIFY_BENCH_ADDED` how many are marked
where adding is measured (20). Most of a large archive is made from the facts of a few articles, their
people renamed; what is measured is not.
"""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest
from msgspec.structs import replace
from pytest_benchmark.fixture import BenchmarkFixture

from verify.check.keep import keep
from verify.check.run import check
from verify.check.setup import Source
from verify.config.load import Loaded
from verify.config.schema import Settings
from verify.plugin.desk import Desk, lent
from verify.plugin.filing import arrange_filing
from verify.plugin.manager import Plugins
from verify.store.archive import Archive
from verify.store.facts import Fact, Story
from verify.store.opening import reading, writing
from verify.store.places import Places
from verify.store.shelf import Kept
from verify.store.sqlite.shelf import SqliteShelf

ARTICLES = int(os.environ.get("VERIFY_BENCH_ARTICLES", "200"))
ADDED = int(os.environ.get("VERIFY_BENCH_ADDED", "20"))
MARKED = min(500, ARTICLES)
MAIN = "from verify.cli.main import main; main()"


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("invented", Path(__file__).with_name("invented.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


invented = load()
FAMILIES = {name: number for number, name in enumerate(invented.FAMILY)}
FOLDED = {name.casefold(): number for name, number in FAMILIES.items()}
WORD = re.compile(r"\w+")


class Big(NamedTuple):
    """An archive of very many articles, and how long it took to make, their renaming included."""

    path: Path
    seconds: float


@pytest.fixture(scope="session")
def filing() -> Desk:
    return arrange_filing(Plugins(()), Loaded(Settings()))


def fill(desk: Desk, archive: Path, count: int) -> float:
    """Add articles as the command does; the seconds of the processor that it took."""
    sources = [
        Source(str(archive.parent / invented.path(n)), invented.article(n).encode()) for n in range(count)
    ]
    begun = time.process_time()
    with writing(str(archive), create=True) as keeper:
        filed = keep(sources, desk.setup, keeper, Places(str(archive)), "1")
    assert (filed.tally.added, filed.problems) == (count, ())
    return time.process_time() - begun


def renamed(story: Story, number: int, turn: int) -> Story:
    """The story as another article tells it, of other people."""

    def other(found: re.Match[str]) -> str:
        word = found[0]
        if word in FAMILIES:
            return str(invented.FAMILY[(FAMILIES[word] + turn) % len(FAMILIES)])
        if word in FOLDED:
            return str(invented.FAMILY[(FOLDED[word] + turn) % len(FOLDED)]).casefold()
        return word

    def of(fact: Fact) -> Fact:
        return fact._replace(
            subject=WORD.sub(other, fact.subject),
            value=WORD.sub(other, fact.value),
            words=WORD.sub(other, fact.words),
        )

    return Story(invented.path(number), str(invented.day(number)), tuple(map(of, story.facts)))


@pytest.fixture(scope="session")
def big(filing: Desk, tmp_path_factory: pytest.TempPathFactory) -> Big:
    """An archive of ARTICLES articles."""
    folder = tmp_path_factory.mktemp("big")
    fill(filing, folder / "marked.archive", MARKED)
    with reading(str(folder / "marked.archive")) as shelf:
        assert isinstance(shelf, SqliteShelf)
        days = shelf.sharing([invented.GOVERNOR.casefold()], None, 1, MARKED)
    # Those that name the governor have odd numbers; every other one leaves him out.
    with_, without = (
        list(days),
        [
            replace(story, facts=tuple(f for f in story.facts if invented.GOVERNOR.split()[1] not in f.value))
            for story in days
        ],
    )
    archive = folder / "big.archive"

    def stories() -> Iterator[Kept]:
        for number in range(ARTICLES):
            told = with_ if number % 2 else without
            yield Kept(renamed(told[number % len(told)], number, number // len(told)), b"1")

    coming = stories()
    begun = time.process_time()
    with writing(str(archive), create=True) as keeper:
        while keeper.add(islice(coming, 1000)).added:
            pass
    return Big(archive, time.process_time() - begun)


@pytest.fixture
def story(big: Big) -> Path:
    """One article that is not in the archive, and lies in the middle of its days."""
    number = next(n for n in range(ARTICLES + 1, ARTICLES + 9999, 2) if invented.day(n).year == 2020)
    file = big.path.parent / "today.md"
    file.write_text(invented.article(number), encoding="utf-8")
    return file


@pytest.mark.benchmark(group="archive: adding")
def test_adding(benchmark: BenchmarkFixture, filing: Desk, tmp_path: Path) -> None:
    seconds: list[float] = []
    benchmark.pedantic(  # type: ignore[no-untyped-call]
        lambda: seconds.append(fill(filing, tmp_path / "added.archive", ADDED)), rounds=1
    )
    benchmark.extra_info["articles per processor second"] = round(ADDED / seconds[0])


@pytest.mark.benchmark(group="archive: one article in the house")
@pytest.mark.parametrize("against", ["nothing", "the archive"])
def test_checking_one(benchmark: BenchmarkFixture, desk: Desk, big: Big, story: Path, against: str) -> None:
    def run() -> int:
        queue = [Source(str(story))]
        with lent(str(big.path) if against == "the archive" else "", queue) as (shelf, problems):
            report = check(queue, desk.setup, problems=problems, shelf=shelf)
        return len(report.problems)

    benchmark.extra_info["megabytes"] = round(big.path.stat().st_size / 1e6, 1)
    benchmark.extra_info["seconds to keep all"] = round(big.seconds, 1)
    assert benchmark(run) == 0


@pytest.mark.benchmark(group="archive: one article, the whole command")
@pytest.mark.parametrize("against", ["nothing", "the archive"])
def test_checking_one_by_command(benchmark: BenchmarkFixture, big: Big, story: Path, against: str) -> None:
    more = ("--archive", str(big.path)) if against == "the archive" else ()
    command = [sys.executable, "-c", MAIN, "check", story.name, "--isolated", "--exit-zero", *more]

    def run() -> int:
        return subprocess.run(command, cwd=big.path.parent, check=False, capture_output=True).returncode

    assert benchmark.pedantic(run, rounds=10 if benchmark.enabled else 1) == 0  # type: ignore[no-untyped-call]


QUESTIONS: dict[str, Callable[[Archive, Story], int]] = {
    "a name of half the articles, near": lambda archive, story: len(
        list(archive.elsewhere(story, "named", invented.GOVERNOR.casefold(), within=62))
    ),
    "a name of half the articles, ever": lambda archive, story: len(
        list(archive.elsewhere(story, "named", invented.GOVERNOR.casefold(), within=99_999))
    ),
    "stories of one event": lambda archive, story: len(archive.siblings(story)),
}


@pytest.mark.benchmark(group="archive: questions")
@pytest.mark.parametrize("question", QUESTIONS)
def test_questions(benchmark: BenchmarkFixture, big: Big, question: str) -> None:
    with reading(str(big.path)) as shelf:
        days = ("2020-01-01", "2020-12-31")
        (told,) = shelf.told("named", invented.GOVERNOR.casefold(), days, 1)
        names = [invented.GOVERNOR.casefold()]
        that_day = shelf.sharing(names, (told.date, told.date), 1, 99)
        story = next(one for one in that_day if one.path == told.path)
        # As an article of today: a new path, the same people.
        story = replace(story, path="today.md")
        found = benchmark(lambda: QUESTIONS[question](Archive([story], shelf), story))
    assert found >= 1
