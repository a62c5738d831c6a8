"""Digits, days and hours that no number, month or clock has: "4,2000", "Feb. 30", "25 p.m."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from verify import Article, Date, Elsewhere, Flag, rule
from verify.lexicon.late import late

_GROUPS = late(r",\d{4,9}(?![\d.,:/-])")
_FIRST = late(r"(?<![\w.,/:#&=?-])\d{1,3}(?:,\d{3}){0,4},\Z")
_DATED = late(r"\b[A-Z][a-z]{2,8}\.? \Z")
_YEAR = late(r"(?:1[5-9]|20)\d\d")
_CLOCK = (late(r"\.m\b"), late(r"pm\b"), late(r"am\b"))
_HOUR = late(r"(?<![\w.,:$£€/-])(\d{1,2})(?:[:.](\d\d))?[ \u00a0]?(?P<half>[ap]\.?m)\Z")
_HOURS, _MINUTES = 12, 59
_LENGTHS = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}
_NAMES = ("February", "April", "June", "September", "November")
_NAMED = dict(zip(_LENGTHS, _NAMES, strict=True))
_ZONES = ("headline", "body", "list", "caption")
_LOOK = 24
_MONTH = late(r"(?:Feb|Apr|June?|Sep|Nov)[a-z]*")


@rule(severity="error", since="0.1", needs={"dates"}, advice="Look up the figure that was meant.")
def impossible_number(article: Article) -> Iterator[Flag]:
    """A number, a date or an hour is one that cannot be."""
    yield from _grouped(article)
    yield from _days(article)
    yield from _hours(article)


def _grouped(article: Article) -> Iterator[Flag]:
    """Figures whose thousands are parted where they cannot be."""
    text = article.text
    for group in _GROUPS.finditer(text):
        digits = group[0][1:]
        first = _FIRST.search(text, max(0, group.start() - _LOOK), group.start() + 1)
        block = article.block_at(group.start())
        if first is None or block is None or block.zone not in _ZONES:
            continue
        # A lost space behind "Nov. 3,2025" or between the items of a list is another slip.
        if _YEAR.fullmatch(digits) and _DATED.search(
            text, max(block.start, first.start() - _LOOK), first.start()
        ):
            continue
        yield Flag(
            (first.start(), group.end()),
            f"“{first[0]}{digits}” has {len(digits)} digits behind a comma that parts thousands",
            confidence=0.95,
        )


def _days(article: Article) -> Iterator[Flag]:
    """Days that the month does not have."""
    for date in article.dates:
        if date.day is None or date.day <= 28 or date.form == "numeric":
            continue
        longest = _LENGTHS.get(date.month, 31)
        if date.day > longest:
            message, part = f"{_NAMED[date.month]} has no day {date.day}", _MONTH
        elif date.month == 2 and _short(date):
            message, part = f"February had no day 29 in {date.year}", re.compile(str(date.year))
        else:
            continue
        block = article.block_at(date.start)
        if block is not None and block.zone != "furniture":
            yield Flag((date.start, date.end), message, related=_part(article, date, part))


def _part(article: Article, date: Date, part: re.Pattern[str]) -> tuple[Elsewhere, ...]:
    """The month or year that lacks the day, where it is written out."""
    found = part.search(article.text, date.start, date.end)
    return (Elsewhere(found.span(), "which has no such day"),) if found else ()


def _short(date: Date) -> bool:
    return date.year is not None and date.calendar() is None


def _hours(article: Article) -> Iterator[Flag]:
    """Hours that no clock with a.m. and p.m. shows."""
    text = article.text
    for half in chain.from_iterable(sign.finditer(text) for sign in _CLOCK):
        hour = _HOUR.search(text, max(0, half.start() - _LOOK), half.end())
        block = article.block_at(half.start())
        if hour is None or block is None or block.zone not in _ZONES:
            continue
        if int(hour[1]) > _HOURS or int(hour[2] or 0) > _MINUTES:
            end = half.end() + (half[0] == ".m" and text[half.end() : half.end() + 1] == ".")
            said = text[hour.start() : end]
            part, name = ((hour.start("half"), end), "the half of the day")
            if int(hour[1]) <= _HOURS:
                part, name = hour.span(2), "the minutes"
            yield Flag(
                (hour.start(), end),
                f"no clock shows “{said}”",
                related=(Elsewhere(part, name),),
                confidence=0.95,
            )
