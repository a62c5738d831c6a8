"""How many processes go through the articles."""

from __future__ import annotations

import os
from collections.abc import Iterable

from verify.check.setup import Source
from verify.check.workers import copyable
from verify.model.finding import Problem

MOST = 64
"""More would wait for the one process that gathers what they find."""
_WORTH = 600_000
"""Bytes of copy that a worker should have to read, some two seconds of work. One takes as long to start as
to read an eighth of them: with less to do, nobody would notice the time that is won for it."""
_WORTH_A_COPY = 60_000
"""The same for a copy of this process, which is there at once."""


def number_of_workers(wish: int, queue: Iterable[Source | Problem], *, copies: bool = False) -> int:
    """As many as wished; for 0 one a core, as far as each has enough to read to be worth its start."""
    if wish:
        return wish
    cores = min(_cores(), MOST)
    size = sum(one.size() for one in queue if isinstance(one, Source))
    worth = _WORTH_A_COPY if copies and copyable() else _WORTH
    return max(1, min(cores, size // worth)) if cores > 1 else 1


def _cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "process_cpu_count"):  # Python 3.13 and later
        return os.process_cpu_count() or 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
