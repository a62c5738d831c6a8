"""A shelf lent to a run: once it fails it is asked no more, and the run goes on without it."""

from __future__ import annotations

from collections.abc import Collection

from verify.model.finding import Problem
from verify.store.facts import Story, Told
from verify.store.shelf import NoShelf, Shelf


class Borrowed:
    """Asks the shelf, if there is one; why it could not be asked is told once, in `problems`."""

    __slots__ = ("_shelf", "problems")

    def __init__(self, shelf: Shelf | None) -> None:
        self._shelf = shelf
        self.problems: tuple[Problem, ...] = ()

    def told(self, kind: str, subject: str, days: tuple[str, str] | None, most: int) -> tuple[Told, ...]:
        """The facts of one kind and subject."""
        if self._shelf is None:
            return ()
        try:
            return tuple(self._shelf.told(kind, subject, days, most))
        except NoShelf as error:
            self._give_up(error)
            return ()

    def sharing(
        self, names: Collection[str], days: tuple[str, str] | None, least: int, most: int
    ) -> tuple[Story, ...]:
        """The stories that hold at least `least` of these subjects of "named" facts, most first."""
        if self._shelf is None:
            return ()
        try:
            return tuple(self._shelf.sharing(names, days, least, most))
        except NoShelf as error:
            self._give_up(error)
            return ()

    def _give_up(self, error: NoShelf) -> None:
        self._shelf = None
        self.problems = (error.problem,)
