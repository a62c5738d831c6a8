"""A watch over the parts of a run: one that never ends is stopped, and the time of each can be told.

The alarm of the system interrupts whatever Python is doing, a search with `re` too, but only in the main
thread and not on Windows. Elsewhere a part is stopped where it comes back to the watch (`still`), which a
rule does with each flag.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from time import monotonic
from types import FrameType
from typing import Self, TypeVar

PATIENCE = 10.0
"""Seconds that one part may take over one article."""
_EACH = 100_000
"""For so many characters of an article, a part may take a second more."""
_TICK = 0.2

Result = TypeVar("Result")


class Overdue(Exception):
    """A part took longer than it may."""


class _Stop(BaseException):
    """Ends what a part is doing; a part that takes every Exception for its own does not catch it."""


class Watch:
    """Runs parts one at a time, each with the patience that the length of the article allows."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self.spent: dict[str, tuple[float, int]] = {}
        self._patience = self._limit = patience
        self._since: float | None = None
        self._times = 1.0
        self._before: object = None
        self._armed = False

    def __enter__(self) -> Self:
        """Set the alarm, where there is one and nobody else uses it."""
        if (
            hasattr(signal, "setitimer")
            and threading.current_thread() is threading.main_thread()
            and signal.getsignal(signal.SIGALRM) is signal.SIG_DFL
        ):
            signal.signal(signal.SIGALRM, self._tick)
            signal.setitimer(signal.ITIMER_REAL, _TICK, _TICK)
            self._armed = True
        return self

    def __exit__(self, *_: object) -> None:
        if self._armed:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            self._armed = False

    def times(self) -> tuple[tuple[str, float, int], ...]:
        """Each part with the seconds that it took, and how often it ran."""
        return tuple((part, *spent) for part, spent in self.spent.items())

    def over(self, length: int) -> None:
        """Have patience for an article of this length."""
        self._limit = self._patience + length / _EACH

    def run(self, part: str, call: Callable[[], Result], patience: float = 1.0) -> Result:
        """What the call gives; raises Overdue where it takes `patience` times longer than a part may."""
        since = self._since = monotonic()
        self._times = patience
        try:
            return call()
        except _Stop as stop:
            overdue = Overdue(f"was stopped after {self._limit * patience:.1f} s")
            raise overdue.with_traceback(stop.__traceback__) from None
        finally:
            self._since = None
            seconds, times = self.spent.get(part, (0.0, 0))
            self.spent[part] = (seconds + monotonic() - since, times + 1)

    def still(self) -> None:
        """Stop the part that runs, where it has run for too long."""
        if self._since is not None and monotonic() - self._since > self._limit * self._times:
            raise _Stop

    def _tick(self, _signal: int, frame: FrameType | None) -> None:
        # Never in this file: what ends a part, and what comes after it, must not be interrupted itself.
        if frame is not None and frame.f_code.co_filename != __file__:
            self.still()
