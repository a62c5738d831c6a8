"""Dates as front matter, pages and wires give them, in the one form that the product reads."""

from __future__ import annotations

import datetime as dt
import re

from verify.lexicon.late import late

_ISO = late(
    r"\s*(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?\s*",
    re.IGNORECASE,
)
_CLOSE = late(r"\s*(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?)?\s*", re.IGNORECASE)
"""As wire formats write it, without marks between the figures."""
_NAMED = late(
    r"\s*(?:[A-Za-z]{3,9}\.?,? )?(?:(?P<month>[A-Za-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,?"
    r"|(?P<day2>\d{1,2})(?:st|nd|rd|th)?,? (?P<month2>[A-Za-z]{3,9})\.?,?) (?P<year>\d{4})\b"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def iso(written: str) -> str:
    """Return a date in ISO 8601, with the time and zone where they are given, or the words as they are.

    Figures alone, as in 3/11/2025, are left: which is the month depends on the country.
    """
    found = _ISO.fullmatch(written) or _CLOSE.fullmatch(written)
    named = None if found else _NAMED.match(written)
    try:
        if found:
            year, month, day = (int(part) for part in found.groups()[:3])
            date = dt.date(year, month, day).isoformat()
            if not found[4]:
                return date
            time = dt.time(int(found[4]), int(found[5]), int(found[6] or 0)).isoformat()
            zone = (found[7] or "").upper().replace("Z", "+00:00")
            return f"{date}T{time}{zone if not zone or ':' in zone else zone[:3] + ':' + zone[3:]}"
        if named:
            name = (named["month"] or named["month2"])[:3].lower()
            day = int(named["day"] or named["day2"])
            return dt.date(int(named["year"]), _MONTHS.index(name) + 1, day).isoformat()
    except ValueError:
        pass
    return " ".join(written.split())
