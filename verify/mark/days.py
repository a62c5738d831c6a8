"""The days that an article means: its dates, and "Tuesday" or "last week" by the day of the story."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator

from msgspec.structs import replace

from verify.mark.figures.relative import Meant, told
from verify.mark.order import Marker
from verify.mark.published import published
from verify.model.article import Article
from verify.model.document import PROSE
from verify.model.marks import Date, Day

_NEAR = dt.timedelta(days=183)


def days(article: Article) -> tuple[Day, ...]:
    """The days that are beyond doubt, in the order of the text; of words in quotation marks only dates."""
    story = published(article)
    found = [
        Day(date.start, date.end, day, day, "date") for date in article.dates if (day := nearest(date, story))
    ]
    return tuple(sorted((*found, *_relative(article, story)))) if story else tuple(found)


def nearest(date: Date, story: dt.date | None) -> dt.date | None:
    """The day that a date names; where it has no year the one nearest to the story's, within half a year."""
    if date.year is not None or story is None:
        return date.calendar()
    years = (replace(date, year=story.year + shift).calendar() for shift in (-1, 0, 1))
    return min(
        (day for day in years if day and abs(day - story) <= _NEAR),
        key=lambda day: abs(day - story),
        default=None,
    )


def _relative(article: Article, story: dt.date) -> Iterator[Day]:
    """The days told by that of the story, but for those that stand with a date."""
    starts = [date.start for date in article.dates]
    # What is put online may have been written the day before.
    exact = not article.document.metadata.get("date")
    for meant in told(article.text, story, exact=exact):
        block = article.block_at(meant.start)
        at = bisect_right(starts, meant.start) - 1
        dated = at >= 0 and article.dates[at].end > meant.start
        if block and block.zone in PROSE and not dated and not article.quoted(meant.start, meant.end):
            yield _day(meant)


def _day(meant: Meant) -> Day:
    return Day(meant.start, meant.end, meant.first, meant.last, "weekday" if meant.bare else "relative")


MARKER = Marker(provides="days", run=days, needs=frozenset(("dates", "quotations")))
