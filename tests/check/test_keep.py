"""Filling an archive: what is read, marked and kept, and what stays out of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from verify import __version__
from verify.check.keep import Filed, forget, keep
from verify.check.setup import Memory, Source
from verify.config.load import Loaded
from verify.config.schema import Settings
from verify.mark.order import Marker
from verify.model.article import Article
from verify.model.finding import Problem
from verify.plugin.desk import Desk
from verify.plugin.filing import arrange_filing, edition
from verify.plugin.manager import Plugins
from verify.store.facts import Fact
from verify.store.opening import reading, writing
from verify.store.places import Places
from verify.store.shelf import Tally

COPY = """\
---
title: Harbor vote
date: 2024-03-05
---

Mayor Ann Lee said on Tuesday that the U.S. port would close. “We have waited long enough,” Lee said.

Bo Ek, a pilot, told the Port Ellery Council that he would sue.
"""


@pytest.fixture(scope="module")
def desk() -> Desk:
    return arrange_filing(Plugins(()), Loaded(Settings()))


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    return "news.archive"


def filed(desk: Desk, archive: str, *sources: Source | Problem, by: str = "1", **more: Any) -> Filed:
    setup = replace(desk.setup, **more)
    with writing(archive, create=True) as keeper:
        return keep(sources, setup, keeper, Places(archive), by)


def stories(archive: str) -> list[str]:
    with writing(archive) as keeper:
        return list(keeper.paths())


def boom(article: Article) -> Iterator[Fact]:
    if "boom" in article.text:
        raise RuntimeError("too loud")
    yield Fact("case", "12-3", "12-3", 0, 6)


def test_an_article_is_remembered_with_its_day_and_places(desk: Desk, archive: str) -> None:
    assert filed(desk, archive, Source("a.md", COPY.encode())) == Filed(Tally(added=1), ())
    with reading(archive) as shelf:
        (story,) = shelf.sharing(["ann lee"], ("2024-03-05", "2024-03-05"), 1, 9)
    assert (story.path, story.date) == ("a.md", "2024-03-05")
    kept = {(fact.kind, fact.subject, fact.value) for fact in story.facts}
    assert kept >= {
        ("named", "ann lee", "Ann Lee"), ("named", "bo ek", "Bo Ek"), ("called", "Ann Lee", "mayor"),
        ("form", "US", "points"),
    }  # fmt: skip
    for fact in story.facts:
        assert COPY[fact.start : fact.end] == fact.words
        line = COPY.splitlines()[fact.line - 1]
        assert line[fact.column - 1 :].startswith(fact.words)


def test_every_mark_that_facts_live_on_is_made_and_no_rule_runs(desk: Desk) -> None:
    assert desk.setup.marks >= {"dates", "forms", "names", "people", "quotes"}
    assert desk.setup.chosen == ()
    assert desk.problems == ()


def test_what_is_kept_is_not_marked_again_and_what_changed_is(desk: Desk, archive: str) -> None:
    marked: list[str] = []

    def count(article: Article) -> dict[str, Any]:
        marked.append(article.document.path)
        return {}

    more: Any = {"markers": (*desk.setup.markers, Marker("forms", count))}
    one, two = Source("a.md", COPY.encode()), Source("b.md", COPY.encode())
    assert filed(desk, archive, one, two, **more).tally == Tally(added=2)
    changed = Source("b.md", COPY.replace("Bo Ek", "Bo Eck").encode())
    assert filed(desk, archive, one, changed, **more).tally == Tally(replaced=1, unchanged=1)
    assert marked == ["a.md", "b.md", "b.md"]
    # Another version, or other plugins, may remember more.
    assert filed(desk, archive, one, by="2", **more).tally == Tally(replaced=1)


def test_the_edition_names_the_version_and_the_plugins() -> None:
    assert edition(Plugins(())) == f"verify {__version__}"


def test_what_cannot_be_read_is_told_and_the_rest_is_kept(desk: Desk, archive: str) -> None:
    sources = (
        Source("a.md", COPY.encode()), Source("bad.md", b"caf\xe9"), Source("gone.md"),
        Problem("none", "no such file or folder"), Source("caf\udce9.md", COPY.encode()),
    )  # fmt: skip
    done = filed(desk, archive, *sources)
    assert done.tally == Tally(added=1)
    assert [(problem.where, problem.message[:35]) for problem in done.problems] == [
        ("bad.md", "not UTF-8: byte 0xe9 at offset 3 (l"),
        ("caf\udce9.md", "cannot be kept: its name is no text"),
        ("gone.md", "no such file or directory"),
        ("none", "no such file or folder"),
    ]
    assert stories(archive) == ["a.md"]


def test_an_article_over_which_a_plugin_raises_stays_out_until_it_does_not(desk: Desk, archive: str) -> None:
    sources = Source("a.md", COPY.encode()), Source("b.md", COPY.replace("Lee said", "boom").encode())
    memories = (*desk.setup.memories, Memory("odd 1", boom))
    done = filed(desk, archive, *sources, memories=memories)
    assert (done.tally, stories(archive)) == (Tally(added=1), ["a.md"])
    (problem,) = done.problems
    assert str(problem).startswith(
        "b.md: the memory of odd 1 raised RuntimeError: too loud (test_keep.py, line "
    )
    assert filed(desk, archive, *sources).tally == Tally(added=1, unchanged=1)


@pytest.mark.parametrize("fact", [Fact("case", "12-3", 7, 0, 6), Fact("case", "\ud800", "12", 0, 6)])  # type: ignore[arg-type]
def test_a_plugin_that_remembers_no_text_costs_that_article_alone(
    desk: Desk, archive: str, fact: Fact
) -> None:
    odd = Memory("odd 1", lambda article: [fact] if article.document.path == "b.md" else [])
    sources = [Source(path, COPY.encode()) for path in ("a.md", "b.md", "c.md")]
    done = filed(desk, archive, *sources, memories=(odd,))
    assert (done.tally, stories(archive)) == (Tally(added=2), ["a.md", "c.md"])
    assert [str(problem) for problem in done.problems] == [
        "b.md: cannot be kept: what a plugin remembers of it is no text"
    ]


def test_articles_are_forgotten_by_file_and_by_folder(desk: Desk, archive: str) -> None:
    paths = ("2023/a.md", "2023/b.md", "2024/a.md", "c.md")
    filed(desk, archive, *(Source(path, COPY.encode()) for path in paths))
    with writing(archive) as keeper:
        removed, problems = forget(("2023", "c.md", "none.md", "2023/a.md"), keeper, Places(archive))
    assert (removed, stories(archive)) == (3, ["2024/a.md"])
    assert problems == (Problem("none.md", "nothing of it is in the archive"),)
