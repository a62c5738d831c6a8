"""“Tweeted”, in a story written after Twitter lost its name."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from verify import Article, Flag, rule

from .prose import PROSE

_RENAMED = dt.date(2023, 7, 24)
_VERB = re.compile(r"\b(?P<again>re)?tweet(?P<form>ed|ing)\b")
_EARLIER = re.compile(
    r"\b(?:19\d\d|20[01]\d|202[0-2])\b"
    r"|\b(?:then|still|formerly|once|was) (?:called |named |known as )?Twitter\b"
    r"|\b(?:birds?|thrush|robin|finch|wren|sparrow|chicks?)\b",
    re.IGNORECASE,
)
_FIXES = {"ed": "posted on X", "ing": "posting on X"}


@rule(
    severity="info",
    since="0.1",
    needs={"quotations", "dates"},
    advice="Write “posted on X”, or name the platform.",
)
def dated_platform_verb(article: Article) -> Iterator[Flag]:
    """Somebody tweets after the platform was renamed X."""
    text = article.text
    if "tweet" not in text or not _since_renamed(article):
        return
    for block in article.zoned(*PROSE):
        found = _VERB.finditer(text, block.start, block.end)
        places = [place for place in found if not article.quoted(*place.span())]
        if not places or _EARLIER.search(text, block.start, block.end):
            continue
        for place in places:
            fixes = () if place["again"] else (_FIXES[place["form"]],)
            yield Flag(place.span(), f"“{place[0]}” names a platform that is called X now", fixes=fixes)


def _since_renamed(article: Article) -> bool:
    """Whether the story is known to be later: by its metadata, its dateline, or the date line over it."""
    written = article.document.metadata.get("date", "")[:10]
    try:
        if dt.date.fromisoformat(written) >= _RENAMED:
            return True
    except ValueError:
        pass
    else:
        return False
    heads = [block.span for block in article.zoned("dateline", "byline")]
    days = (
        date.calendar()
        for date in article.dates
        if any(span.covers((date.start, date.end)) for span in heads)
    )
    return any(day is not None and day >= _RENAMED for day in days)
