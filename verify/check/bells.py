"""What interrupts a part that goes on for too long: the alarm of the system, or else a thread.

The alarm interrupts whatever Python is doing, a search with `re` too, but only in the main thread and not
on Windows. The thread throws an exception into the one that it watches, which Python raises as soon as it
is back at its own code: a search, or a library, is let finish.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Protocol

_TICK = 0.2
"""Seconds between two looks at the part that runs."""
_HERE = frozenset((__file__, str(Path(__file__).with_name("watch.py"))))


class Stop(BaseException):
    """Ends what a part is doing; a part that takes every Exception for its own does not catch it."""


class Bell(Protocol):
    """Raises Stop in the thread that started it, once what it asks says so."""

    def start(self) -> None:
        """Begin to look."""

    def settle(self) -> None:
        """Return once nothing is on its way to be raised: the part has ended."""

    def put_away(self) -> None:
        """Look no more."""


def usual(late: Callable[[], bool]) -> Bell:
    """The alarm where there is one and nobody else uses it, else a thread."""
    free = (
        hasattr(signal, "setitimer")
        and threading.current_thread() is threading.main_thread()
        and signal.getsignal(signal.SIGALRM) is signal.SIG_DFL
    )
    return Alarm(late) if free else Thrower(late)


class Alarm:
    """Interrupts the main thread by a signal."""

    def __init__(self, late: Callable[[], bool]) -> None:
        self._late = late

    def start(self) -> None:
        """Have the system ring."""
        signal.signal(signal.SIGALRM, self._ring)
        signal.setitimer(signal.ITIMER_REAL, _TICK, _TICK)

    def settle(self) -> None:
        """Nothing is ever on its way: what rings in the files of the watch is not heard."""

    def put_away(self) -> None:
        """Have it ring no more."""
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)

    def _ring(self, _signal: int, frame: FrameType | None) -> None:
        # Never in those files: what ends a part, and what comes after it, must not be interrupted itself.
        if frame is not None and frame.f_code.co_filename not in _HERE and self._late():
            raise Stop


class Thrower:
    """Throws into the thread that set it from another one, once for each part at the most."""

    def __init__(self, late: Callable[[], bool], tick: float = _TICK) -> None:
        self._late, self._tick = late, tick
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._into = threading.get_ident()
        self._thrown = False

    def start(self) -> None:
        """Start the thread."""
        self._into = threading.get_ident()
        threading.Thread(target=self._look, name="verify-watch", daemon=True).start()

    def settle(self) -> None:
        """Take back what was thrown and has not arrived; where it arrives here, the part had its time."""
        while True:
            try:
                with self._lock:
                    if self._thrown:
                        _throw(self._into, None)
                        self._thrown = False
                    return
            except Stop:
                self._thrown = False

    def put_away(self) -> None:
        """Let the thread end."""
        self._over.set()

    def _look(self) -> None:
        while not self._over.wait(self._tick):
            with self._lock:
                if not self._thrown and self._late():
                    self._thrown = True
                    _throw(self._into, Stop)


def _throw(into: int, what: type[BaseException] | None) -> None:
    """Have a thread raise an exception at its next step, or take back one that it has not raised yet."""
    import ctypes

    thrown = None if what is None else ctypes.py_object(what)
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(into), thrown)
