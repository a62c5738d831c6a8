"""The day of a story: what its metadata says, else what its dateline says."""

from __future__ import annotations

import datetime
import re

from verify.model.article import Article

_ISO = re.compile(r"\d{4}-\d\d-\d\d")


def published(article: Article) -> datetime.date | None:
    """The day of the story (its dateline is read where the article has the mark "dates"), or None."""
    if written := _ISO.match(article.document.metadata.get("date", "")):
        try:
            return datetime.date.fromisoformat(written[0])
        except ValueError:
            pass
    for block in article.zoned("dateline"):
        for date in article.marks.get("dates", ()):
            if block.start <= date.start < block.end and (day := date.calendar()):
                return datetime.date(day.year, day.month, day.day)
    return None
