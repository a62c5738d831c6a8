"""The questions that an archive rule may ask; nothing here can write."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from verify.store.facts import Story, Told
from verify.store.shelf import Shelf

_SHARED = 3
"""How many people and bodies two stories of one event name at the least."""
_CLOSE = 7
"""Days between two stories of one event at the most."""
_MOST = 200
"""How many facts, or stories, of the shelf one question is answered with."""


class Archive:
    """The stories of a run, each the others' archive, and those that a shelf keeps of earlier runs.

    Answers come in the order of paths. A story of the run takes the place of the one that the shelf
    keeps under its path.
    """

    __slots__ = ("_by_subject", "_shelf", "_stories", "_used")

    def __init__(self, stories: Iterable[Story], shelf: Shelf | None = None) -> None:
        self._by_subject: dict[tuple[str, str], list[Told]] = defaultdict(list)
        self._used: dict[tuple[str, str], Mapping[str, tuple[Told, ...]]] = {}
        self._stories: dict[str, Story] = {}
        self._shelf = shelf
        for story in sorted(stories, key=lambda story: story.path):
            self._stories[story.path] = story
            for fact in story.facts:
                self._by_subject[fact.kind, fact.subject].append(Told(story.path, story.date, fact))

    def elsewhere(self, story: Story, kind: str, subject: str, *, within: int) -> Iterator[Told]:
        """Facts of this kind and subject that other stories hold, told at most `within` days apart.

        Where one of the two stories has no date, a story of the run counts as near, one of the shelf
        does not.
        """
        answers = [
            told
            for told in self._by_subject.get((kind, subject), ())
            if told.path != story.path and near(story.date, told.date, within)
        ]
        if self._shelf is not None and (days := around(story.date, within)):
            kept = self._shelf.told(kind, subject, days, _MOST)
            answers += (told for told in kept if told.path not in self._stories)
            answers.sort()
        yield from answers

    def siblings(self, story: Story) -> tuple[Story, ...]:
        """The other stories that seem to tell of the same event: they share names, and lie near in time.

        A story of the run without a date may lie anywhere.
        """
        names = {fact.subject for fact in story.of("named")}
        if len(names) < _SHARED:
            return ()
        shared: Counter[str] = Counter()
        for name in names:
            shared.update({told.path for told in self._by_subject.get(("named", name), ())})
        found = {
            path: self._stories[path]
            for path, count in shared.items()
            if count >= _SHARED and path != story.path and near(story.date, self._stories[path].date, _CLOSE)
        }
        if self._shelf is not None and (days := around(story.date, _CLOSE)):
            kept = self._shelf.sharing(names, days, _SHARED, _MOST)
            found |= {other.path: other for other in kept if other.path not in self._stories}
        return tuple(found[path] for path in sorted(found))

    def used(self, kind: str, subject: str) -> Mapping[str, tuple[Told, ...]]:
        """The values of a subject, each with the stories of the run that give it this value and no other."""
        if (kind, subject) not in self._used:
            by_story: dict[str, list[Told]] = defaultdict(list)
            for told in self._by_subject.get((kind, subject), ()):
                by_story[told.path].append(told)
            values: dict[str, list[Told]] = defaultdict(list)
            for held in by_story.values():
                if len({told.fact.value for told in held}) == 1:
                    values[held[0].fact.value].append(held[0])
            self._used[kind, subject] = {value: tuple(held) for value, held in values.items()}
        return self._used[kind, subject]


def near(one: str, other: str, within: int) -> bool:
    """Whether two dates (ISO) lie at most so many days apart; a story without a date may lie anywhere."""
    first, second = day(one), day(other)
    return first is None or second is None or abs((first - second).days) <= within


def around(date: str, within: int) -> tuple[str, str] | None:
    """The days, as ISO dates, that lie so near to a date, or None for no date."""
    middle = day(date)
    if middle is None:
        return None
    reach = dt.timedelta(days=within)
    first = middle - reach if middle - dt.date.min > reach else dt.date.min
    last = middle + reach if dt.date.max - middle > reach else dt.date.max
    return first.isoformat(), last.isoformat()


def day(date: str) -> dt.date | None:
    """The day of an ISO date, or None."""
    try:
        return dt.date.fromisoformat(date[:10])
    except ValueError:
        return None
