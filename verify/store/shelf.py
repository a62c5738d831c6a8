"""Where the stories of earlier runs are kept: the interfaces that a store has to fill."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

from msgspec import Struct

from verify.model.finding import Problem
from verify.store.facts import Story, Told


class NoShelf(Exception):
    """A shelf cannot be read or written; `problem` says which, and why, in one line."""

    def __init__(self, where: str, message: str) -> None:
        super().__init__(message)
        self.problem = Problem(where, " ".join(message.split()))


class Shelf(Protocol):
    """Stories of earlier runs, asked and never changed while articles are checked.

    Days are ISO dates, both ends included. An undated story lies in no stretch of days; where a question
    has no stretch (None), every story may answer. Answers come in the order of path and place, and are
    cut to the `most` that lie latest, so that no question takes long however many stories there are.
    Raises NoShelf where it cannot be read.
    """

    def told(self, kind: str, subject: str, days: tuple[str, str] | None, most: int) -> Iterable[Told]:
        """The facts of one kind and subject."""
        ...

    def sharing(
        self, names: Collection[str], days: tuple[str, str] | None, least: int, most: int
    ) -> Iterable[Story]:
        """The stories that hold at least `least` of these subjects of "named" facts, most first.

        Those that share most are kept where they are cut to `most`, and of equals the latest.
        """
        ...


class Kept(Struct, frozen=True):
    """A story to keep, and the digest of all that it was made of: the same digest, the same facts."""

    story: Story
    digest: bytes


class Tally(Struct, frozen=True):
    """How many stories an adding brought: new ones, those in the place of an older, and known ones."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.added + other.added, self.replaced + other.replaced, self.unchanged + other.unchanged
        )


class Keeper(Protocol):
    """Changes what a shelf holds. Each call is done whole or not at all; raises NoShelf where it cannot be.

    What was added is the same afterwards, whatever the order and however often.
    """

    def holds(self, path: str, digest: bytes) -> bool:
        """Whether the story of this path is kept, and was made of the very same."""
        ...

    def add(self, stories: Iterable[Kept]) -> Tally:
        """Keep these stories, each in the place of the one that its path had."""
        ...

    def paths(self) -> Iterable[str]:
        """The paths of all stories, in order."""
        ...

    def remove(self, paths: Iterable[str]) -> int:
        """Forget the stories with these paths; how many there were."""
        ...


class Holdings(Struct, frozen=True):
    """What a shelf holds, in figures: stories, facts by kind, days (empty: none has a date), bytes."""

    articles: int
    undated: int
    first: str
    last: str
    facts: Mapping[str, int]
    size: int
    version: int


class Stocked(Shelf, Protocol):
    """A shelf that can say how much it holds."""

    def holdings(self) -> Holdings:
        """What it holds, in figures."""
        ...
