"""What is put into an archive comes out of it, in any order of adding."""

from __future__ import annotations

import itertools
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.store.archive import Archive
from verify.store.facts import Fact, Story, Told
from verify.store.opening import reading, writing
from verify.store.shelf import Kept, Tally
from verify.store.sqlite.keeper import number_of

Add = Callable[..., Tally]
Named = Callable[..., Story]
Dump = Callable[[Path], str]
Days = tuple[str, str] | None

LEE = Story(
    "2024/harbor.md",
    "2024-03-05",
    (
        Fact("named", "ann lee", "Ann Lee", 40, 47, "Ann Lee", 3, 12),
        Fact("called", "Ann Lee", "Mayor", 34, 47, "Mayor Ann Lee", 3, 6),
        Fact("quote", "ann lee", "Wir müssen “jetzt” hinaus \U0001f6a2", 60, 90, "“Wir müssen…\n", 5, 1),
    ),
)


def latest(told: list[Told], most: int) -> list[Told]:
    told.sort(key=lambda one: (one.date, number_of(one.path), one.fact.start), reverse=True)
    return sorted(told[:most], key=lambda one: (one.path, one.fact.start))


def within(date: str, days: Days) -> bool:
    return days is None or days[0] <= date <= days[1]


def told_of(stories: Sequence[Story], kind: str, subject: str, days: Days, most: int) -> list[Told]:
    """What an archive should answer."""
    found = [
        Told(story.path, story.date, fact)
        for story in stories
        for fact in story.facts
        if (fact.kind, fact.subject) == (kind, subject) and within(story.date, days)
    ]
    return latest(found, most)


def sharing_of(stories: Sequence[Story], names: set[str], days: Days, least: int, most: int) -> list[Story]:
    shared: Counter[str] = Counter()
    for story in stories:
        if within(story.date, days):
            shared[story.path] = len(names & {fact.subject for fact in story.of("named")})
    found = [story for story in stories if shared[story.path] >= least]
    found.sort(key=lambda story: (shared[story.path], story.date, number_of(story.path)), reverse=True)
    return sorted(found[:most], key=lambda story: (-shared[story.path], story.path))


SUBJECTS = ("ann lee", "bo ek", "cy dahl", "port ellery")
DATES = ("", "2024-02-28", "2024-03-01", "2024-03-02", "2024-04-01")
words = st.text(st.characters(codec="utf-8"), max_size=5)
facts = st.lists(
    st.builds(
        Fact,
        kind=st.sampled_from(("named", "named", "called", "form")),
        subject=st.sampled_from(SUBJECTS),
        value=words,
        start=st.integers(0, 9),
        end=st.integers(10, 10**9),
        words=words,
        line=st.integers(1, 999),
        column=st.integers(1, 999),
    ),
    max_size=6,
    unique_by=lambda fact: fact.start,
).map(lambda found: tuple(sorted(found, key=lambda fact: fact.start)))
stories_ = st.lists(
    st.builds(
        Story, st.sampled_from([f"news/{letter}.md" for letter in "abcdefgh"]), st.sampled_from(DATES), facts
    ),
    max_size=8,
    unique_by=lambda story: story.path,
)
days_ = st.none() | st.tuples(st.sampled_from(DATES[1:]), st.sampled_from(DATES[1:]))


@settings(max_examples=60, deadline=None)
@given(
    stories=stories_,
    subject=st.sampled_from(SUBJECTS),
    names=st.sets(st.sampled_from(SUBJECTS)),
    days=days_,
    least=st.integers(1, 3),
    most=st.integers(1, 9),
)
def test_the_answers_are_those_of_the_stories(
    stories: list[Story], subject: str, names: set[str], days: Days, least: int, most: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "a.archive")
        with writing(path, create=True) as keeper:
            assert keeper.add(Kept(story, b"1") for story in stories) == Tally(added=len(stories))
            assert list(keeper.paths()) == sorted(story.path for story in stories)
        with reading(path) as shelf:
            for kind in ("named", "called"):
                answer = list(shelf.told(kind, subject, days, most))
                assert answer == told_of(stories, kind, subject, days, most)
            assert list(shelf.sharing(names, days, least, most)) == sharing_of(
                stories, names, days, least, most
            )


def test_a_story_comes_back_as_it_was(archive: Path, add: Add) -> None:
    add([LEE])
    with reading(str(archive)) as shelf:
        assert list(shelf.sharing(["ann lee"], None, 1, 9)) == [LEE]
        assert list(shelf.told("quote", "ann lee", ("2024-03-05", "2024-03-05"), 9)) == [
            Told("2024/harbor.md", "2024-03-05", LEE.facts[2])
        ]
        held = shelf.holdings()
    assert (held.articles, held.undated, held.first, held.last) == (1, 0, "2024-03-05", "2024-03-05")
    assert dict(held.facts) == {"called": 1, "named": 1, "quote": 1}
    assert (held.version, held.size) == (1, archive.stat().st_size)


def test_the_file_is_the_same_in_any_order_of_adding(tmp_path: Path, named: Named, dump: Dump) -> None:
    stories = [
        named("c.md", "2024-03-01", "Ann Lee", "Bo Ek"), named("a/b.md", "", "Ann Lee"),
        named("a/a.md", "2024-03-01", "Cy Dahl"), LEE,
    ]  # fmt: skip
    seen = set()
    for number, order in enumerate(itertools.permutations(stories)):
        path = tmp_path / f"{number}.archive"
        for part in (order[: number % 4], order[number % 4 :]):
            with writing(str(path), create=True) as keeper:
                keeper.add(Kept(story, story.path.encode()) for story in part)
        seen.add(dump(path))
    assert len(seen) == 1
    assert seen.pop().count('INSERT INTO "fact"') == 7


def test_the_same_again_changes_nothing(archive: Path, add: Add, named: Named, dump: Dump) -> None:
    stories = [named("a.md", "2024-03-01", "Ann Lee"), LEE]
    assert add(stories) == Tally(added=2)
    before = dump(archive)
    assert add(stories) == Tally(unchanged=2)
    assert add(reversed(stories)) == Tally(unchanged=2)
    assert dump(archive) == before
    assert "Ann Lee" in before


def test_an_article_that_changed_takes_the_place_of_its_facts(
    archive: Path, add: Add, named: Named, dump: Dump, tmp_path: Path
) -> None:
    add([named("a.md", "2024-03-01", "Ann Lee", "Bo Ek"), LEE])
    changed = named("a.md", "2024-03-02", "Ann Leigh")
    assert add([changed, LEE], b"2") == Tally(replaced=2)
    once = tmp_path / "once.archive"
    with writing(str(once), create=True) as keeper:
        keeper.add([Kept(LEE, b"2"), Kept(changed, b"2")])
    assert dump(archive) == dump(once)
    assert b"Bo Ek" not in archive.read_bytes()


def test_what_is_removed_is_gone_from_the_file(archive: Path, add: Add, named: Named, dump: Dump) -> None:
    add([named("a.md", "2024-03-01", "Ann Leighton")])
    without = dump(archive)
    add([LEE, named("b.md", "2024-03-01", "Bo Ekstrom")])
    with writing(str(archive)) as keeper:
        assert keeper.remove(["b.md", "2024/harbor.md", "2024", "none.md"]) == 2
        assert list(keeper.paths()) == ["a.md"]
    assert dump(archive) == without
    assert b"Bo Ekstrom" not in archive.read_bytes()
    assert b"Ann Leighton" in archive.read_bytes()


def test_a_batch_that_fails_is_not_kept_at_all(archive: Path, add: Add, named: Named) -> None:
    add([LEE])
    before = archive.read_bytes()

    def breaking() -> object:
        yield Kept(named("a.md", "", "Ann Lee"), b"1")
        raise RuntimeError

    with pytest.raises(RuntimeError), writing(str(archive)) as keeper:
        keeper.add(breaking())  # type: ignore[arg-type]
    with reading(str(archive)) as shelf:
        assert shelf.holdings().articles == 1
    assert len(archive.read_bytes()) == len(before)


def test_the_archive_asks_the_run_and_the_shelf(archive: Path, add: Add, named: Named) -> None:
    names = ("Ann Lee", "Bo Ek", "Cy Dahl", "Eva Rask")
    add([
        named("a.md", "2024-03-01", *names), named("b.md", "2024-03-03", *names, "Di Falk"),
        named("far.md", "2024-09-01", *names), named("undated.md", "", *names),
        named("other.md", "2024-03-01", "Ann Lee"),
    ])  # fmt: skip
    here = named("here.md", "2024-03-02", *names)
    again = named("b.md", "2024-03-03", *names)
    with reading(str(archive)) as shelf:
        both = Archive([here, again], shelf)
        assert [story.path for story in both.siblings(here)] == ["a.md", "b.md"]
        # The story of the run stands for the one that the shelf keeps under its path.
        assert both.siblings(here)[1] is again
        told = [one.path for one in both.elsewhere(here, "named", "ann lee", within=7)]
        assert told == ["a.md", "b.md", "other.md"]
        assert list(both.elsewhere(here, "named", "di falk", within=7)) == []
