"""The stories of one run as an archive asks them: the interface, and how a short run holds them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Protocol

from verify.store.days import iso
from verify.store.facts import Story, Told

MOST = 40
"""How many facts, or stories, one question is answered with."""


class Stories(Protocol):
    """The stories of a run, all of them there before the first question.

    In their order, that of their days and then of their paths, those without a day come first.
    """

    def holds(self, path: str) -> bool:
        """Whether the run has a story of this path."""
        ...

    def story(self, path: str) -> Story | None:
        """The story of a path, where the run has one."""
        ...

    def elsewhere(self, story: Story, kind: str, subject: str, days: tuple[str, str] | None) -> list[Told]:
        """The facts of one kind and subject that other stories hold, in the order of the stories.

        Those of these days (None: of any) and those without a day; of either the MOST that come last, the
        story's own among them, which are then left out.
        """
        ...

    def values(self, kind: str, subject: str) -> AbstractSet[str]:
        """The values that they give a subject."""
        ...

    def used(self, kind: str, subject: str) -> Mapping[str, Sequence[Told]]:
        """The values of a subject, each with the stories that give it this value and no other, by path."""
        ...


class InMemory:
    """The stories of a run that has few."""

    __slots__ = ("_by_subject", "_stories", "_used", "_values")

    def __init__(self, stories: Iterable[Story]) -> None:
        self._by_subject: dict[tuple[str, str], list[Told]] = defaultdict(list)
        self._used: dict[tuple[str, str], Mapping[str, Sequence[Told]]] = {}
        self._values: dict[tuple[str, str], AbstractSet[str]] = {}
        self._stories: dict[str, Story] = {}
        for story in sorted(stories, key=lambda story: (iso(story.date), story.path)):
            self._stories[story.path] = story
            for fact in story.facts:
                self._by_subject[fact.kind, fact.subject].append(Told(story.path, story.date, fact))

    def holds(self, path: str) -> bool:
        """Whether the run has a story of this path."""
        return path in self._stories

    def story(self, path: str) -> Story | None:
        """The story of a path, where the run has one."""
        return self._stories.get(path)

    def elsewhere(self, story: Story, kind: str, subject: str, days: tuple[str, str] | None) -> list[Told]:
        """The facts of one kind and subject that other stories hold, in the order of the stories."""
        held = _in_days(self._by_subject.get((kind, subject), ()), days)
        return [told for told in held if told.path != story.path]

    def values(self, kind: str, subject: str) -> AbstractSet[str]:
        """The values that they give a subject."""
        if (kind, subject) not in self._values:
            held = self._by_subject.get((kind, subject), ())
            self._values[kind, subject] = frozenset(told.fact.value for told in held)
        return self._values[kind, subject]

    def used(self, kind: str, subject: str) -> Mapping[str, Sequence[Told]]:
        """The values of a subject, each with the stories that give it this value and no other, by path."""
        if (kind, subject) not in self._used:
            by_story: dict[str, list[Told]] = defaultdict(list)
            for told in sorted(self._by_subject.get((kind, subject), ())):
                by_story[told.path].append(told)
            values: dict[str, list[Told]] = defaultdict(list)
            for own in by_story.values():
                if len({told.fact.value for told in own}) == 1:
                    values[own[0].fact.value].append(own[0])
            self._used[kind, subject] = {value: tuple(own) for value, own in values.items()}
        return self._used[kind, subject]


def _in_days(told: Sequence[Told], days: tuple[str, str] | None) -> Sequence[Told]:
    """Those of these days (None: of any) and those without a day, the latest where there are many.

    They lie in the order of their days, those without one first.
    """
    if days is None:
        return told[-MOST:]
    undated = bisect_right(told, "", key=_day_of)
    first, last = bisect_left(told, days[0], key=_day_of), bisect_right(told, days[1], key=_day_of)
    return [*told[max(0, undated - MOST) : undated], *told[max(first, last - MOST) : last]]


def _day_of(told: Told) -> str:
    return iso(told.date)
