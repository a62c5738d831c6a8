"""Dates as spreadsheets write them."""

from __future__ import annotations

import datetime

from verify.lexicon.late import late

_WHOLE = late(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2})(?:[ T]00:00(?::00(?:\.0+)?)?)?)?)?")
_POINTS = late(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_STROKES = late(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_WORDS = ("%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%d-%b-%Y")
_MONTHS = ("%B %Y", "%b %Y")
_EXPECTED = "expected a date such as 2025-01-25"


def day(cell: str) -> datetime.date | str | int:
    """The date that a cell gives; a month is text ("2025-01"), a year a number.

    Raises ValueError with what is wrong: no date, no day of the calendar, or one that may be two.
    """
    if found := _WHOLE.fullmatch(cell):
        year, month, date = (int(part) if part else 0 for part in found.groups())
        if date:
            return _real(year, month, date, cell)
        if month:
            return f"{_real(year, month, 1, cell):%Y-%m}"
        return year
    if found := _POINTS.fullmatch(cell):
        return _real(int(found[3]), int(found[2]), int(found[1]), cell)
    if found := _STROKES.fullmatch(cell):
        one, two, year = (int(part) for part in found.groups())
        if one <= 12 and two <= 12 and one != two:
            raise ValueError(
                f"{cell!r} may be two days: write {year}-{one:02}-{two:02} or {year}-{two:02}-{one:02}"
            )
        return _real(year, min(one, two), max(one, two), cell) if min(one, two) <= 12 else _none(cell)
    plain = cell.replace(".", "").replace("Sept ", "Sep ")
    for forms, month_only in ((_WORDS, False), (_MONTHS, True)):
        for form in forms:
            try:
                read = datetime.datetime.strptime(plain, form).date()  # noqa: DTZ007 - a day has no zone
            except ValueError:
                continue
            return f"{read:%Y-%m}" if month_only else read
    return _none(cell)


def _real(year: int, month: int, date: int, cell: str) -> datetime.date:
    try:
        return datetime.date(year, month, date)
    except ValueError:
        raise ValueError(f"{cell!r} is no day of the calendar") from None


def _none(cell: str) -> datetime.date:
    raise ValueError(f"{_EXPECTED}, got {cell!r:.40}")
