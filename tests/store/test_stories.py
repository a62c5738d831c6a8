"""The stories of a run answer alike, in memory and from a file."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.store.archive import Archive
from verify.store.days import iso
from verify.store.facts import Fact, Story
from verify.store.opening import on_disk
from verify.store.shelf import NoShelf
from verify.store.stories import InMemory, Stories

DAYS = ("", "2024-03-01", "2024-03-04", "2024-03-07", "2024-12-31")
SUBJECTS = ("ann lee", "ruben okafor", "lena varga", "harbor union", "port ellery")
KINDS = ("named", "form", "called")

facts = st.builds(
    Fact,
    st.sampled_from(KINDS),
    st.sampled_from(SUBJECTS),
    st.sampled_from(("Mayor", "mayor “of” \U0001f6a2", "")),
    st.integers(0, 9),
    st.integers(10, 19),
    st.just("Ann\0Lee"),
    st.just(3),
    st.just(7),
)
runs = st.dictionaries(
    st.sampled_from([f"{number:02}.md" for number in range(60)]),
    st.tuples(st.sampled_from(DAYS), st.lists(facts, max_size=12)),
    max_size=60,
).map(
    lambda run: [
        Story(path, date, tuple(sorted(set(told), key=lambda fact: (fact.start, fact.end, *fact[:3]))))
        for path, (date, told) in run.items()
    ]
)


@contextmanager
def from_a_file(stories: Sequence[Story]) -> Iterator[Stories]:
    held = {story.path: story for story in stories}
    order = [one.path for one in sorted(stories, key=lambda one: (iso(one.date), one.path))]
    disk = on_disk(order, held.get)
    try:
        yield disk
    finally:
        disk.close()


@given(runs)
def test_a_file_answers_as_memory_does(stories: list[Story]) -> None:
    memory = InMemory(stories)
    with from_a_file(stories) as disk:
        one, other = Archive((), run=memory), Archive((), run=disk)
        for kind in KINDS:
            for subject in (*SUBJECTS, "nobody"):
                assert disk.values(kind, subject) == memory.values(kind, subject)
                used = {value: tuple(told) for value, told in disk.used(kind, subject).items()}
                assert list(used.items()) == list(memory.used(kind, subject).items())
                for story in stories[:5]:
                    for days in (None, ("2024-03-02", "2024-03-07"), ("2023-01-01", "2023-01-02")):
                        answer = disk.elsewhere(story, kind, subject, days)
                        assert answer == memory.elsewhere(story, kind, subject, days)
        for story in stories:
            assert disk.holds(story.path)
            assert other.siblings(story) == one.siblings(story)
        assert not disk.holds("none.md")


def test_of_very_many_facts_the_latest_are_told_from_a_file() -> None:
    fact = Fact("named", "ann lee", "Ann Lee", 0, 7)
    stories = [Story(f"{number:03}", f"2025-01-{1 + number // 20:02}", (fact,)) for number in range(300)]
    stories += [Story(f"undated {number:02}", "", (fact,)) for number in range(50)]
    here = Story("zz", "2025-01-10", (fact,))
    memory = InMemory([*stories, here])
    with from_a_file([*stories, here]) as disk:
        for days in (None, ("2025-01-02", "2025-01-12"), ("2025-01-03", "2025-01-03")):
            told = disk.elsewhere(here, "named", "ann lee", days)
            assert told == memory.elsewhere(here, "named", "ann lee", days)
            assert len(told) in (39, 40, 60, 80)
        (used,) = disk.used("named", "ann lee").values()
        assert (len(used), used[0].path, used[-1].path) == (351, "000", "zz")
        assert [told.path for told in used[:2]] == ["000", "001"]


@pytest.mark.parametrize(
    "fact",
    [
        Fact("named", "half \ud83d", "x", 0, 1),
        Fact("named", "far", "x", 0, 1 << 70),
        Fact("named", "odd", ["x"], 0, 1),  # type: ignore[arg-type]
    ],
)
def test_facts_that_are_no_plain_values_are_refused(fact: Fact) -> None:
    with pytest.raises(NoShelf), from_a_file([Story("a.md", "", (fact,))]):
        pass


def test_the_file_has_no_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("SQLITE_TMPDIR", str(tmp_path))
    facts = tuple(Fact("named", f"name {number}", "x" * 500, number, number) for number in range(20_000))
    with from_a_file([Story("a.md", "", facts)]):
        assert list(tmp_path.iterdir()) == []
