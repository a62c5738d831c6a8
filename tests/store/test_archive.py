"""What an archive answers: facts within days, and which stories tell of one event."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable

import pytest

from verify.store.archive import Archive
from verify.store.facts import Fact, Story, Told

EVENT = ("Ruben Okafor", "Pete Calloway", "Lena Varga", "Harbor Union")


def story(path: str, date: str, *names: str) -> Story:
    return Story(path, date, tuple(Fact("named", name, name, 0, 4) for name in names))


class Kept:
    """A shelf that is a list."""

    def __init__(self, *stories: Story) -> None:
        self.stories = stories

    def told(self, kind: str, subject: str, days: tuple[str, str] | None, most: int) -> Iterable[Told]:
        found = [
            Told(story.path, story.date, fact)
            for story in self.stories
            for fact in story.facts
            if (fact.kind, fact.subject) == (kind, subject) and days and days[0] <= story.date <= days[1]
        ]
        return sorted(sorted(found, key=lambda told: told.date)[-most:])

    def sharing(
        self, names: Collection[str], days: tuple[str, str] | None, least: int, most: int
    ) -> Iterable[Story]:
        found = [
            story
            for story in self.stories
            if days
            and days[0] <= story.date <= days[1]
            and len({fact.subject for fact in story.of("named")} & set(names)) >= least
        ]
        return found[:most]


def paths(told: Iterable[Told]) -> list[str]:
    return [one.path for one in told]


def test_facts_are_told_within_days_on_both_sides_and_in_the_order_of_paths() -> None:
    here = story("m", "2025-11-04", "Lena Varga")
    others = [
        story("d", "2025-11-11", "Lena Varga"),
        story("c", "2025-11-12", "Lena Varga"),
        story("b", "2025-10-28", "Lena Varga"),
        story("a", "2025-10-27", "Lena Varga"),
        story("z", "", "Lena Varga"),
        story("y", "no date", "Lena Varga"),
        story("x", "2025-11-04", "Dora Lindqvist"),
    ]
    for order in itertools.islice(itertools.permutations([here, *others]), 0, 5000, 997):
        archive = Archive(order)
        assert paths(archive.elsewhere(here, "named", "Lena Varga", within=7)) == ["b", "d", "y", "z"]


def test_a_story_without_a_date_is_near_to_every_story_of_the_run() -> None:
    here = story("m", "", "Lena Varga")
    archive = Archive([here, story("a", "1999-01-01", "Lena Varga"), story("b", "2025-01-01", "Lena Varga")])
    assert paths(archive.elsewhere(here, "named", "Lena Varga", within=7)) == ["a", "b"]


def test_of_very_many_facts_the_latest_are_told() -> None:
    many = [story(f"{number:03}", f"2025-01-{1 + number // 20:02}", "Lena Varga") for number in range(300)]
    here = story("zz", "2025-01-10", "Lena Varga")
    told = paths(Archive([*many, here]).elsewhere(here, "named", "Lena Varga", within=30))
    assert told == [f"{number:03}" for number in range(260, 300)]


def test_a_shelf_adds_what_it_keeps_and_the_run_takes_the_place_of_its_own_paths() -> None:
    here = story("m", "2025-11-04", *EVENT)
    shelf = Kept(
        story("old", "2025-11-02", *EVENT),
        story("m", "2025-11-01", *EVENT),
        story("long ago", "2025-01-01", *EVENT),
    )
    archive = Archive([here, story("n", "2025-11-05", *EVENT)], shelf)
    assert paths(archive.elsewhere(here, "named", "Lena Varga", within=7)) == ["n", "old"]
    assert [sibling.path for sibling in archive.siblings(here)] == ["n", "old"]
    assert archive.values("named", "Lena Varga") is None


def test_values_are_those_of_the_run() -> None:
    facts = (Fact("spelt", "l varga", "Lena Varga", 0, 4), Fact("spelt", "l varga", "Lina Varga", 6, 9))
    archive = Archive([Story("a", "", facts), Story("b", "", facts[:1])])
    assert archive.values("spelt", "l varga") == {"Lena Varga", "Lina Varga"}
    assert archive.values("spelt", "nobody") == frozenset()


@pytest.mark.parametrize(
    ("others", "siblings"),
    [
        # Four names, three of them of two words.
        ({"b": ("2025-11-05", EVENT)}, ["b"]),
        ({"b": ("2025-11-05", ("Oslo", *EVENT[:3]))}, ["b"]),
        ({"b": ("2025-11-05", EVENT[:3])}, []),
        ({"b": ("2025-11-05", ("Oslo", "Reuters", *EVENT[:2]))}, []),
        # Another week.
        ({"b": ("2025-11-12", EVENT)}, []),
        ({"b": ("", EVENT)}, ["b"]),
        # A long list of names tells of everything.
        ({"b": ("2025-11-05", (*EVENT, *(f"Mayor {number}" for number in range(20))))}, ["b"]),
    ],
)
def test_stories_of_one_event_share_names_and_days(
    others: dict[str, tuple[str, tuple[str, ...]]], siblings: list[str]
) -> None:
    here = story("a", "2025-11-04", *EVENT, "Oslo", "Reuters")
    archive = Archive([here, *(story(path, date, *names) for path, (date, names) in others.items())])
    assert [sibling.path for sibling in archive.siblings(here)] == siblings
    for other in archive.siblings(here):
        assert here in archive.siblings(other)


def test_two_long_lists_that_share_a_few_names_are_of_two_events() -> None:
    here = story("a", "2025-11-04", *EVENT, *(f"Mayor {number}" for number in range(20)))
    other = story("b", "2025-11-04", *EVENT, *(f"Judge {number}" for number in range(20)))
    assert Archive([here, other]).siblings(here) == ()


def test_names_that_most_stories_of_the_week_hold_tell_nothing() -> None:
    week = [
        story(f"w{number}", "2025-11-04", *EVENT, f"Town {number}", f"Judge {number}") for number in range(30)
    ]
    here = story("a", "2025-11-04", *EVENT, "Ann Rowe", "Old Mill", "Ida Bell")
    same = story("b", "2025-11-05", *EVENT[:2], "Ann Rowe", "Old Mill", "Ida Bell")
    archive = Archive([*week, here, same])
    assert [sibling.path for sibling in archive.siblings(here)] == ["b"]
    assert archive.siblings(week[0]) == ()
