"""Whether stories that share names tell of one event, or only of the same well-known people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from collections.abc import Set as AbstractSet

SHARED = 4
"""How many people, bodies and places two stories of one event name at the least."""
_TELLING = 3
"""How many of these must be telling: names of two words and more that most stories do not hold."""
_PART = 0.3
"""The part of the names of the story that has fewer which the other must name as well."""
_FEW = 4
_COMMON = 4
"""A name in more than _FEW stories is telling where the commonest name is in so many times as many."""


class Sharing:
    """Which other stories near in time hold the names of one story."""

    __slots__ = ("_held", "_names", "_shared")

    def __init__(self, names: Collection[str]) -> None:
        self._names = frozenset(names)
        self._held: Counter[str] = Counter()
        self._shared: Counter[str] = Counter()

    def add(self, name: str, paths: AbstractSet[str]) -> None:
        """Note that these other stories hold the name."""
        self._held[name] += len(paths)
        self._shared.update(paths)

    def enough(self) -> AbstractSet[str]:
        """The stories that hold enough of the names to be looked at."""
        return {path for path, count in self._shared.items() if count >= SHARED}

    def one_event(self, names: Collection[str]) -> bool:
        """Whether a story of these names tells of the event that this one tells of.

        In a week of an election every story names the candidates: what tells is a name that few stories
        hold. A long list of names shares some with any story; so the shared ones must be a fair part.
        """
        shared = self._names.intersection(names)
        if len(shared) < SHARED or len(shared) < _PART * min(len(self._names), len(set(names))):
            return False
        bound = max(_FEW, max(self._held.values()) / _COMMON)
        return sum(" " in name and self._held[name] <= bound for name in shared) >= _TELLING
