"""The questions that an archive rule may ask; nothing here can write."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from verify.store.days import around, iso
from verify.store.facts import Story, Told
from verify.store.shelf import Shelf
from verify.store.siblings import SHARED, Sharing

_CLOSE = 7
"""Days between two stories of one event at the most."""
_MOST = 40
"""How many facts, or stories, one question is answered with."""


class Archive:
    """The stories of a run, each the others' archive, and those that a shelf keeps of earlier runs.

    Answers come in the order of paths; of more than _MOST, the latest are given. A story of the run takes
    the place of the one that the shelf keeps under its path.
    """

    __slots__ = ("_by_subject", "_shelf", "_siblings", "_stories", "_used", "_values")

    def __init__(self, stories: Iterable[Story], shelf: Shelf | None = None) -> None:
        self._by_subject: dict[tuple[str, str], list[Told]] = defaultdict(list)
        self._used: dict[tuple[str, str], Mapping[str, tuple[Told, ...]]] = {}
        self._values: dict[tuple[str, str], AbstractSet[str]] = {}
        self._siblings: dict[str, tuple[Story, ...]] = {}
        self._stories: dict[str, Story] = {}
        self._shelf = shelf
        for story in sorted(stories, key=lambda story: (iso(story.date), story.path)):
            self._stories[story.path] = story
            for fact in story.facts:
                self._by_subject[fact.kind, fact.subject].append(Told(story.path, story.date, fact))

    def elsewhere(self, story: Story, kind: str, subject: str, *, within: int) -> Iterator[Told]:
        """Facts of this kind and subject that other stories hold, told at most `within` days apart.

        Where one of the two stories has no date, a story of the run counts as near, one of the shelf
        does not.
        """
        days = around(story.date, within)
        held = _in_days(self._by_subject.get((kind, subject), ()), days)
        answers = [told for told in held if told.path != story.path]
        if self._shelf is not None and days:
            kept = self._shelf.told(kind, subject, days, _MOST)
            answers += (told for told in kept if told.path not in self._stories)
        answers.sort()
        return iter(answers)

    def values(self, kind: str, subject: str) -> AbstractSet[str] | None:
        """The values that the stories of the run give a subject, or None where a shelf may hold others.

        A question that costs little, for rules to ask before `elsewhere`.
        """
        if self._shelf is not None:
            return None
        if (kind, subject) not in self._values:
            held = self._by_subject.get((kind, subject), ())
            self._values[kind, subject] = frozenset(told.fact.value for told in held)
        return self._values[kind, subject]

    def siblings(self, story: Story) -> tuple[Story, ...]:
        """The other stories that seem to tell of the same event: near in time, and of the same names.

        A story of the run without a date may lie anywhere.
        """
        if story.path not in self._siblings:
            self._siblings[story.path] = tuple(self._same_event(story))
        return self._siblings[story.path]

    def _same_event(self, story: Story) -> Iterator[Story]:
        names = {fact.subject for fact in story.of("named")}
        if len(names) < SHARED:
            return
        days = around(story.date, _CLOSE)
        sharing = Sharing(names)
        stories = dict(self._stories)
        for name in names:
            held = _in_days(self._by_subject.get(("named", name), ()), days)
            sharing.add(name, {told.path for told in held} - {story.path})
        if self._shelf is not None and days:
            kept = self._shelf.sharing(names, days, SHARED, _MOST)
            others = {other.path: other for other in kept if other.path not in stories}
            for name in names if others else ():
                told = self._shelf.told("named", name, days, _MOST)
                sharing.add(name, {one.path for one in told} - self._stories.keys())
            stories |= others
        for path in sorted(sharing.enough() & stories.keys()):
            if sharing.one_event({fact.subject for fact in stories[path].of("named")}):
                yield stories[path]

    def used(self, kind: str, subject: str) -> Mapping[str, tuple[Told, ...]]:
        """The values of a subject, each with the stories of the run that give it this value and no other."""
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
        return told[-_MOST:]
    undated = bisect_right(told, "", key=_day_of)
    first, last = bisect_left(told, days[0], key=_day_of), bisect_right(told, days[1], key=_day_of)
    return [*told[max(0, undated - _MOST) : undated], *told[max(first, last - _MOST) : last]]


def _day_of(told: Told) -> str:
    return iso(told.date)
