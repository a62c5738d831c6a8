"""The questions that an archive rule may ask; nothing here can write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from verify.store.days import around
from verify.store.facts import Story, Told
from verify.store.shelf import Shelf
from verify.store.siblings import SHARED, Sharing
from verify.store.stories import MOST, InMemory, Stories

_CLOSE = 7
"""Days between two stories of one event at the most."""


class Archive:
    """The stories of a run, each the others' archive, and those that a shelf keeps of earlier runs.

    Answers come in the order of paths; of more than MOST, the latest are given. A story of the run takes
    the place of the one that the shelf keeps under its path. `run` holds the stories of the run where they
    are too many to be given one by one.
    """

    __slots__ = ("_run", "_shelf", "_siblings")

    def __init__(
        self, stories: Iterable[Story], shelf: Shelf | None = None, run: Stories | None = None
    ) -> None:
        self._run: Stories = InMemory(stories) if run is None else run
        self._shelf = shelf
        self._siblings: tuple[Story | None, tuple[Story, ...]] = None, ()

    def elsewhere(self, story: Story, kind: str, subject: str, *, within: int) -> Iterator[Told]:
        """Facts of this kind and subject that other stories hold, told at most `within` days apart.

        Where one of the two stories has no date, a story of the run counts as near, one of the shelf
        does not.
        """
        days = around(story.date, within)
        answers = self._run.elsewhere(story, kind, subject, days)
        if self._shelf is not None and days:
            kept = self._shelf.told(kind, subject, days, MOST)
            answers += (told for told in kept if not self._run.holds(told.path))
        answers.sort()
        return iter(answers)

    def values(self, kind: str, subject: str) -> AbstractSet[str] | None:
        """The values that the stories of the run give a subject, or None where a shelf may hold others.

        A question that costs little, for rules to ask before `elsewhere`.
        """
        return None if self._shelf is not None else self._run.values(kind, subject)

    def siblings(self, story: Story) -> tuple[Story, ...]:
        """The other stories that seem to tell of the same event: near in time, and of the same names.

        A story of the run without a date may lie anywhere.
        """
        # Several rules ask this of one story, and then of the next.
        if self._siblings[0] is not story:
            self._siblings = story, tuple(self._same_event(story))
        return self._siblings[1]

    def _same_event(self, story: Story) -> Iterator[Story]:
        names = {fact.subject for fact in story.of("named")}
        if len(names) < SHARED:
            return
        days = around(story.date, _CLOSE)
        sharing = Sharing(names)
        for name in names:
            sharing.add(name, {told.path for told in self._run.elsewhere(story, "named", name, days)})
        others: dict[str, Story] = {}
        if self._shelf is not None and days:
            kept = self._shelf.sharing(names, days, SHARED, MOST)
            others = {other.path: other for other in kept if not self._run.holds(other.path)}
            for name in names if others else ():
                told = self._shelf.told("named", name, days, MOST)
                sharing.add(name, {one.path for one in told if not self._run.holds(one.path)})
        for path in sorted(sharing.enough()):
            other = others.get(path) or self._run.story(path)
            if other and sharing.one_event({fact.subject for fact in other.of("named")}):
                yield other

    def used(self, kind: str, subject: str) -> Mapping[str, Sequence[Told]]:
        """The values of a subject, each with the stories of the run that give it this value and no other."""
        return self._run.used(kind, subject)
