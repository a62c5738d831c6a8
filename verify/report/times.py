"""Where the time of a run went, for authors of rules."""

from __future__ import annotations

from collections.abc import Sequence

from verify.check.outcome import Spent
from verify.report.counts import counted


def slowest(spent: Sequence[Spent], number: int) -> tuple[str, ...]:
    """The slowest parts as lines: seconds, share of all, how often each ran, and its name."""
    whole = sum(one.seconds for one in spent) or 1.0
    lines = [
        f"{one.seconds:9.3f} s {100 * one.seconds / whole:5.1f} %  {one.part} ({counted(one.times, 'time')})"
        for one in spent[:number]
    ]
    return (f"{sum(one.seconds for one in spent):9.3f} s 100.0 %  in all", *lines)
