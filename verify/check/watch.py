"""A watch over the parts of a run: one that never ends is stopped, and the time of each can be told.

What stops a part is one of two bells (`check/bells.py`); beside them a part is stopped where it comes back
to the watch (`still`), which a rule does with each flag.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Self, TypeVar

from verify.check.bells import Bell, Stop, usual
from verify.check.memory import MEMORY, held, lately

PATIENCE = 10.0
"""Seconds that one part may take over one article."""
_EACH = 100_000
"""For so many characters of an article, a part may take a second more."""
_MB = 1_000_000

Result = TypeVar("Result")


class Overdue(Exception):
    """A part took longer, or more memory, than it may."""


class Watch:
    """Runs parts one at a time, each with the patience that the length of the article allows.

    `memory` is by how many bytes the process may grow while it is watched, `bell` what interrupts a part.
    """

    def __init__(
        self,
        patience: float = PATIENCE,
        memory: int = MEMORY,
        bell: Callable[[Callable[[], bool]], Bell] = usual,
    ) -> None:
        self.spent: dict[str, tuple[float, int]] = {}
        self._patience = self._limit = patience
        self._memory, self._held = memory, 0
        self._since: float | None = None
        self._times = 1.0
        self._why = ""
        self._bell = bell(self._late)

    def __enter__(self) -> Self:
        """Begin to look."""
        self._held = lately()
        self._bell.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bell.put_away()

    def times(self) -> tuple[tuple[str, float, int], ...]:
        """Each part with the seconds that it took, and how often it ran."""
        return tuple((part, *spent) for part, spent in self.spent.items())

    def over(self, length: int) -> None:
        """Have patience for an article of this length."""
        self._limit = self._patience + length / _EACH

    def run(self, part: str, call: Callable[[], Result], patience: float = 1.0) -> Result:
        """What the call gives; raises Overdue where it takes too long, or too much.

        It may take `patience` times as long as other parts.
        """
        since = monotonic()
        self._times = patience
        try:
            try:
                self._since = since
                return call()
            finally:
                self._since = None
                self._bell.settle()
        except Stop as stop:
            raise Overdue(f"was stopped {self._why}").with_traceback(stop.__traceback__) from None
        finally:
            self._since = None
            seconds, times = self.spent.get(part, (0.0, 0))
            self.spent[part] = (seconds + monotonic() - since, times + 1)

    def still(self) -> None:
        """Stop the part that runs, where it has run for too long."""
        if self._since is not None and monotonic() - self._since > self._limit * self._times:
            self._why = f"after {self._limit * self._times:.1f} s"
            raise Stop

    def _late(self) -> bool:
        """Whether the part that runs is to be stopped."""
        since = self._since
        if since is None:
            return False
        if monotonic() - since > self._limit * self._times:
            self._why = f"after {self._limit * self._times:.1f} s"
            return True
        if self._held and held() - self._held > self._memory:
            self._why = f"when it had taken {self._memory // _MB:,} MB of memory"
            return True
        return False
