"""Dates of stories as days: which lie near, and in which form they are compared."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache


@lru_cache(maxsize=1024)
def around(date: str, within: int) -> tuple[str, str] | None:
    """The days, as ISO dates, that lie so near to a date, or None for no date."""
    middle = day(date)
    if middle is None:
        return None
    reach = dt.timedelta(days=within)
    first = middle - reach if middle - dt.date.min > reach else dt.date.min
    last = middle + reach if dt.date.max - middle > reach else dt.date.max
    return first.isoformat(), last.isoformat()


def day(date: str) -> dt.date | None:
    """The day of an ISO date, or None."""
    try:
        return dt.date.fromisoformat(date[:10])
    except ValueError:
        return None


@lru_cache(maxsize=1024)
def iso(date: str) -> str:
    """The day of an ISO date in the form in which days are compared; empty for none."""
    found = day(date)
    return found.isoformat() if found else ""
