"""A weekday and a date that cannot both be right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from msgspec.structs import replace

from verify import Article, Date, Elsewhere, Flag, rule
from verify.lexicon.late import late
from verify.mark.published import published, stated

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WRITTEN = late(r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*")
_OLDEST = 1925
_NEAR = dt.timedelta(days=60)


@rule(
    severity="error",
    since="0.1",
    needs={"dates"},
    advice="Look up which is right, the weekday or the date, and mend the other.",
)
def weekday_mismatch(article: Article) -> Iterator[Flag]:
    """The weekday named is not the one on which the date falls."""
    story = published(article)
    for date in article.dates:
        if date.weekday is None or date.day is None:
            continue
        day = date.calendar() if date.year else _nearest(date, story)
        # Russia, Greece and Turkey kept another calendar for long; older weekdays may count by it.
        if day is None or day.year < _OLDEST or day.weekday() == date.weekday:
            continue
        right = _DAYS[day.weekday()]
        words = article.text[date.start : date.end]
        written = _WRITTEN.search(words)
        if written is None:
            continue
        fix = words.replace(written[0], _like(right, written[0]), 1)
        weekday = Elsewhere((date.start + written.start(), date.start + written.end()), "the weekday")
        when = f"{day:%B} {day.day}, {day.year}"
        yield Flag(
            (date.start, date.end),
            f"{when}, is a {right}, not a {_DAYS[date.weekday]}",
            fixes=(fix,),
            related=(weekday,) if date.year else (weekday, *stated(article)),
            confidence=1.0 if date.year else 0.9,
        )


def _like(right: str, written: str) -> str:
    """The right weekday, cut as the wrong one was."""
    return right if written.endswith("day") else right[:3]


def _nearest(date: Date, story: dt.date | None) -> dt.date | None:
    """The day a date without a year stands for, where the article's own day leaves no doubt of it."""
    if story is None:
        return None
    for year in (story.year - 1, story.year, story.year + 1):
        day = replace(date, year=year).calendar()
        if day is not None and abs(day - story) <= _NEAR:
            return day
    return None
