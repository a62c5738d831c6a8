"""How much memory this process holds, where the system tells it at once, and how much more it may take."""

from __future__ import annotations

import os
from pathlib import Path
from time import monotonic

_STAT = Path("/proc/self/statm")
_AGE = 0.2
"""Seconds for which a look at it is good enough: an article takes a few hundredths of one."""
_MOST = 4_000_000_000
"""Bytes by which the process may grow over one article."""


def _half() -> int:
    """Half of the machine's memory."""
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2
    except (AttributeError, OSError, ValueError):
        return _MOST


MEMORY = min(_MOST, _half())


def held() -> int:
    """The bytes that the process has in memory; nought where no file says so, as on all systems but Linux."""
    try:
        return int(_STAT.read_bytes().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError, ValueError):
        return 0


class _Lately:
    """The last look, and when it was."""

    at = -_AGE
    amount = 0


def lately() -> int:
    """As `held`, as it was a moment ago: to ask the system takes a while."""
    now = monotonic()
    if now - _Lately.at >= _AGE:
        _Lately.at, _Lately.amount = now, held()
    return _Lately.amount
