"""“Tweeted”, in a story written after Twitter lost its name."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from verify import Article, Flag, rule
from verify.lexicon.late import late

from .prose import PROSE

_RENAMED = dt.date(2023, 7, 24)
_VERB = late(r"\b(?P<again>re)?tweet(?P<form>ed|ing)\b")
_EARLIER = late(
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
    yields_to={"attribution.posts"},
    advice="Write “posted on X”, or name the platform.",
)
def dated_platform_verb(article: Article) -> Iterator[Flag]:
    """Somebody tweets after the platform was renamed X."""
    if "tweet" not in article.text or not any(day >= _RENAMED for day in _written(article)):
        return
    for place, fixes in tweets(article):
        yield Flag(place.span(), f"“{place[0]}” names a platform that is called X now", fixes=fixes)


def tweets(article: Article) -> Iterator[tuple[re.Match[str], tuple[str, ...]]]:
    """Where somebody tweets in the reporter's words, no earlier year or bird beside it, with its fixes."""
    text = article.text
    for block in article.zoned(*PROSE):
        found = _VERB.finditer(text, block.start, block.end)
        places = [place for place in found if not article.quoted(*place.span())]
        if not places or _EARLIER.search(text, block.start, block.end):
            continue
        for place in places:
            yield place, () if place["again"] else (_FIXES[place["form"]],)


def known_earlier(article: Article) -> bool:
    """Whether the story is known to be older than the new name."""
    days = list(_written(article))
    return bool(days) and all(day < _RENAMED for day in days)


def _written(article: Article) -> Iterator[dt.date]:
    """When the story was written: by its metadata, else by its dateline or the date line over it."""
    try:
        yield dt.date.fromisoformat(article.document.metadata.get("date", "")[:10])
    except ValueError:
        pass
    else:
        return
    heads = [block.span for block in article.zoned("dateline", "byline")]
    days = (
        date.calendar()
        for date in article.dates
        if any(span.covers((date.start, date.end)) for span in heads)
    )
    yield from filter(None, days)
