"""The questions that an archive rule may ask; nothing here can write."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from verify.store.facts import Fact, Story


class Archive:
    """The stories of a run, each the others' archive; answers come in the order of paths."""

    __slots__ = ("_by_subject", "_stories")

    def __init__(self, stories: Iterable[Story]) -> None:
        self._stories = {story.path: story for story in sorted(stories, key=lambda story: story.path)}
        self._by_subject: dict[tuple[str, str], list[tuple[Story, Fact]]] = defaultdict(list)
        for story in self._stories.values():
            for fact in story.facts:
                self._by_subject[fact.kind, fact.subject].append((story, fact))

    def __len__(self) -> int:
        return len(self._stories)

    def elsewhere(self, story: Story, kind: str, subject: str) -> Iterator[tuple[Story, Fact]]:
        """Facts of this kind and subject that other stories hold."""
        for other, fact in self._by_subject.get((kind, subject), ()):
            if other.path != story.path:
                yield other, fact
