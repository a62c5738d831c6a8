"""A run that lays aside what it holds tells the same, to the byte, as one that keeps it in memory."""

from __future__ import annotations

import random
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from verify.check.pile import WHOLE, Pile
from verify.check.run import check
from verify.check.select import Wishes
from verify.check.setup import Source
from verify.config.load import Loaded
from verify.config.schema import Settings
from verify.plugin.desk import Desk, arrange
from verify.plugin.manager import Plugins

Verify = Callable[..., subprocess.CompletedProcess[bytes]]
COUNT = 40
PADDING = f"\n<!-- {'x' * (WHOLE // COUNT)} -->\n"
"""A comment at the end, which moves nothing that stands before it."""


@pytest.fixture(scope="module")
def articles(script: Callable[[str], ModuleType]) -> dict[str, str]:
    """Articles of one week, in which people are quoted and misspelt."""
    make = script("bench/invented.py")
    copy = {}
    for number in range(COUNT):
        text = make.article(number).replace(f"date: {make.day(number)}", f"date: 2024-05-{1 + number % 7:02}")
        slip = "<!-- verify: ignore quotes -->\n\nThe the ferry was late.\n" if number % 5 == 0 else ""
        copy[f"{number:02}.md"] = f"{text}\n{slip}"
    return copy


@pytest.fixture
def folders(articles: dict[str, str], tmp_path: Path) -> Path:
    for name, more in (("short", ""), ("long", PADDING)):
        (tmp_path / name).mkdir()
        for path, text in articles.items():
            (tmp_path / name / path).write_text(text + more, encoding="utf-8")
    return tmp_path


def run(verify: Verify, folder: Path, *more: str) -> tuple[int, bytes, bytes]:
    done = verify("check", *more, cwd=folder)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("form", ["text", "jsonl", "json"])
def test_what_is_laid_aside_changes_no_byte(
    verify: Verify, folders: Path, articles: dict[str, str], form: str
) -> None:
    rules = ("--select", "all", "--format", form)
    short = run(verify, folders / "short", *rules)
    assert short[0] == 1
    for rule in ("same-words-two-speakers-across-articles", "doubled-word", "unused-allow"):
        assert rule.encode() in short[1]
    paths = list(articles)
    random.Random(7).shuffle(paths)  # noqa: S311 - any order will do
    cache = ("--cache-dir", "../kept")
    for more in (("--jobs", "1"), ("--jobs", "2", *paths), cache, (*cache, *paths), ("--profile", "ap")):
        expected = run(verify, folders / "short", *rules, *more) if "ap" in more else short
        assert run(verify, folders / "long", *rules, *more) == expected


def desk() -> Desk:
    return arrange(Plugins(()), Loaded(Settings()), Wishes())


def test_a_long_run_gives_its_files_one_by_one(articles: dict[str, str]) -> None:
    sources = {
        size: [Source(path, (text + size * PADDING).encode()) for path, text in articles.items()]
        for size in (0, 1)
    }
    short, long = (check(sources[size], desk().setup) for size in (0, 1))
    assert isinstance(short.files, tuple)
    assert isinstance(long.files, Pile)
    assert [file.path for file in long.files] == sorted(articles)
    assert list(long.findings) == list(short.findings)
    assert [file.voices for file in long.files] == [file.voices for file in short.files]
    assert long.files[-1] == list(long.files)[-1]


def test_an_article_that_comes_twice_is_told_as_in_a_short_run(articles: dict[str, str]) -> None:
    twice = [*articles.items(), ("07.md", articles["07.md"].replace("council", "the the council"))]
    short, long = (
        check([Source(path, (text + size * PADDING).encode()) for path, text in twice], desk().setup)
        for size in (0, 1)
    )
    assert [file.path for file in long.files].count("07.md") == 2
    assert list(long.findings) == list(short.findings)
