"""The questions that an archive rule may ask; nothing here can write."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from verify.store.facts import Fact, Story


class Archive:
    """The stories of a run, each the others' archive; answers come in the order of paths."""

    __slots__ = ("_by_subject", "_used")

    def __init__(self, stories: Iterable[Story]) -> None:
        self._by_subject: dict[tuple[str, str], list[tuple[Story, Fact]]] = defaultdict(list)
        self._used: dict[tuple[str, str], Mapping[str, tuple[tuple[Story, Fact], ...]]] = {}
        for story in sorted(stories, key=lambda story: story.path):
            for fact in story.facts:
                self._by_subject[fact.kind, fact.subject].append((story, fact))

    def elsewhere(self, story: Story, kind: str, subject: str) -> Iterator[tuple[Story, Fact]]:
        """Facts of this kind and subject that other stories hold."""
        for other, fact in self._by_subject.get((kind, subject), ()):
            if other.path != story.path:
                yield other, fact

    def used(self, kind: str, subject: str) -> Mapping[str, tuple[tuple[Story, Fact], ...]]:
        """The values of a subject, each with the stories that give it this value and no other."""
        if (kind, subject) not in self._used:
            by_story: dict[str, list[tuple[Story, Fact]]] = defaultdict(list)
            for story, fact in self._by_subject.get((kind, subject), ()):
                by_story[story.path].append((story, fact))
            values: dict[str, list[tuple[Story, Fact]]] = defaultdict(list)
            for held in by_story.values():
                if len({fact.value for _, fact in held}) == 1:
                    values[held[0][1].value].append(held[0])
            self._used[kind, subject] = {value: tuple(held) for value, held in values.items()}
        return self._used[kind, subject]
