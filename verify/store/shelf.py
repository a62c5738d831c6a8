"""Where the stories of earlier runs are kept: the one interface that a store has to fill."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Protocol

from verify.store.facts import Story, Told


class Shelf(Protocol):
    """Stories of earlier runs, asked and never changed while articles are checked.

    Days are ISO dates, both ends included. An undated story lies in no stretch of days; where a question
    has no stretch (None), every story may answer. Answers come in the order of path and place, and are
    cut to the `most` that lie latest, so that no question takes long however many stories there are.
    """

    def told(self, kind: str, subject: str, days: tuple[str, str] | None, most: int) -> Iterable[Told]:
        """The facts of one kind and subject."""
        ...

    def sharing(
        self, names: Collection[str], days: tuple[str, str] | None, least: int, most: int
    ) -> Iterable[Story]:
        """The stories that hold at least `least` of these subjects of "named" facts, most first."""
        ...
