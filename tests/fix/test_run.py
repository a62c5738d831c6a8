"""Fixes over several articles: held against each other, and counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import permutations
from pathlib import Path

import pytest
from msgspec.structs import replace

from verify.check.rule import Rule
from verify.check.run import check
from verify.check.select import Chosen, Wishes
from verify.check.setup import Memory, Setup, Source
from verify.config.load import load
from verify.fix.run import Queue, fix, plan_fixes
from verify.model.article import Article
from verify.model.finding import Flag
from verify.plugin.desk import arrange
from verify.plugin.manager import Plugins
from verify.store.archive import Archive
from verify.store.facts import Fact, Story

DESK = arrange(Plugins(()), load(isolated=True), Wishes()).setup
COPY = "Ferry line to close\n\nThe the {}, said Ann Lee, and the the {}.\n"


def queue(copies: Mapping[str, str]) -> Queue:
    return tuple(Source(path, copy.encode()) for path, copy in copies.items())


def at_odds() -> Setup:
    """A desk that writes “boat” for “ferry” and “hands” for “crew”, and wants one story with a boat."""

    def swap(old: str, new: str) -> Rule:
        def check_one(article: Article) -> Iterator[Flag]:
            for found in re.finditer(old, article.text):
                yield Flag(found.span(), "odd", fixes=(new,), safe=True)

        return Rule(f"house/no-{old}", check_one, "Odd.", "warning", frozenset(), "0.1", Path())

    def facts(article: Article) -> Iterator[Fact]:
        yield from (
            Fact("seen", "boat", "boat", *found.span()) for found in re.finditer("boat", article.text)
        )

    def two_boats(story: Story, archive: Archive) -> Iterator[Flag]:
        others = archive.elsewhere(story, "seen", "boat", within=9)
        for fact, other in zip(story.of("seen"), others, strict=False):
            yield Flag((fact.start, fact.end), "a second boat", related=(other.place("and here"),))

    boats = Rule(
        "house/two-boats", two_boats, "Two boats.", "warning", frozenset(), "0.1", Path(), scope="archive"
    )
    chosen = tuple(Chosen(one, "warning") for one in (swap("ferry", "boat"), swap("crew", "hands"), boats))
    return replace(DESK, chosen=chosen, memories=(Memory("house", facts),))


def test_articles_are_mended_and_counted_and_the_rest_is_reported() -> None:
    copies = {
        "b.txt": COPY.format("ferry", "goverment"),
        "a.txt": COPY.format("pier", "pier made made of wood"),
    }
    done = plan_fixes(queue(copies), partial(check, setup=DESK), DESK, unsafe=False)
    assert [(one.number, one.path, one.fixed) for one in done.changes] == [(0, "b.txt", 3), (1, "a.txt", 2)]
    assert (done.count, done.more) == (5, 1)
    assert [(one.path, one.text) for one in done.report.findings] == [("a.txt", "made made ")]
    assert len(tuple(done.before.findings)) == 6
    assert (
        done.changes[0].after.decode()
        == "Ferry line to close\n\nThe ferry, said Ann Lee, and the government.\n"
    )


def test_articles_without_a_safe_fix_are_counted_where_an_unsafe_one_could_be_made() -> None:
    quoted = "Ferry line to close\n\n“We saw Lindqvist and were told to expect dealys,” said Ann Lee.\n"
    copies = {"a.txt": COPY.replace("e the", "e").format("pier made made", "x"), "b.txt": quoted}
    done = plan_fixes(queue(copies), partial(check, setup=DESK), DESK, unsafe=False)
    assert (done.changes, done.more) == ((), 1)
    assert done.report == done.before


@pytest.mark.parametrize("order", list(permutations(("a.txt", "b.txt", "c.txt"))))
def test_a_change_that_sets_articles_at_odds_is_taken_back(order: tuple[str, ...]) -> None:
    copies = {
        "a.txt": "The ferry sank, and so did its crew.",
        "b.txt": "A boat came by, and its crew waved.",
        "c.txt": "The crew went home.",
    }
    setup = at_odds()
    found = plan_fixes(
        queue({path: copies[path] for path in order}), partial(check, setup=setup), setup, unsafe=False
    )
    after = {one.path: one.after.decode() for one in found.changes}
    assert after == {"c.txt": "The hands went home."}, "both stories that would have a boat stay as they were"
    assert [one.text for one in found.report.findings] == ["ferry", "crew", "crew"]


def test_a_finding_in_an_article_without_fixes_takes_back_those_of_the_article_that_it_names() -> None:
    copies = {"a.txt": "The ferry sank.", "b.txt": "A boat came by.", "c.txt": "The crew went home."}
    setup = at_odds()
    found = plan_fixes(queue(copies), partial(check, setup=setup), setup, unsafe=False)
    assert [one.path for one in found.changes] == ["c.txt"]


def test_files_are_written_and_what_cannot_be_is_told_and_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt"):
        Path(name).write_text(COPY.format("ferry", "pier"), encoding="utf-8")
    Path("b.txt").chmod(0o444)
    sources = (Source("a.txt"), Source("b.txt"), Source("c.txt", COPY.format("mast", "sail").encode()))
    done = fix(sources, partial(check, setup=DESK), DESK, unsafe=False)
    assert [one.path for one in done.changes] == ["a.txt", "c.txt"]
    assert Path("a.txt").read_text(encoding="utf-8") == COPY.replace("he the", "he").format("ferry", "pier")
    assert Path("b.txt").read_text(encoding="utf-8") == COPY.format("ferry", "pier")
    assert [str(one) for one in done.report.problems] == ["b.txt: cannot be fixed: the file is read-only"]
    assert [(one.path, one.text) for one in done.report.findings] == [
        ("b.txt", "The the "),
        ("b.txt", "the the "),
    ]
    assert done.count == 4
