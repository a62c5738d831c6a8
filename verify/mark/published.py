"""The day of a story, what its metadata says or else its dateline, and where that stands."""

from __future__ import annotations

import datetime

from verify.lexicon.late import late
from verify.model.article import Article
from verify.model.finding import Elsewhere
from verify.model.marks import Date

_ISO = late(r"\d{4}-\d\d-\d\d")


def published(article: Article) -> datetime.date | None:
    """The day of the story (its dateline is read where the article has the mark "dates"), or None."""
    written = _written(article)
    if written is not None:
        return written
    date = _in_dateline(article)
    return date.calendar() if date else None


def stated(article: Article) -> tuple[Elsewhere, ...]:
    """Where the copy, or else its front matter, gives the day of the story; nothing where none is known."""
    document = article.document
    if _written(article) is not None:
        if document.dated is None:
            return ()
        return (Elsewhere(document.dated, "the day of the story", document.path),)
    date = _in_dateline(article)
    return (Elsewhere((date.start, date.end), "the day of the story"),) if date else ()


def _written(article: Article) -> datetime.date | None:
    """The day that the metadata gives."""
    written = _ISO.match(article.document.metadata.get("date", ""))
    try:
        return datetime.date.fromisoformat(written[0]) if written else None
    except ValueError:
        return None


def _in_dateline(article: Article) -> Date | None:
    """The first full date of a dateline."""
    dates: tuple[Date, ...] = article.marks.get("dates", ())
    for block in article.zoned("dateline"):
        for date in dates:
            if block.start <= date.start < block.end and date.calendar():
                return date
    return None
