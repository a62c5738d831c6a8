"""Stories that do not say who wrote them."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Flag, rule
from verify.lexicon.late import late

_CONTRIBUTED = late(r"\bcontributed to (?:this|the) (?:report|story|article)\b")
_WORD = late(r"\S+")
_BY = late(r"(?:By|BY|Written by|Story by|Reported by|Compiled by)\b")


@rule(
    severity="info",
    since="0.1",
    points={"story.byline"},
    advice="Say who wrote the story.",
)
def missing_byline(article: Article) -> Iterator[Flag]:
    """The credits of a story are part of the copy, and nobody is named as its writer."""
    text = article.text
    if article.document.metadata.get("author") or any(article.zoned("byline")):
        return
    # In copy without credits or metadata the byline is set elsewhere.
    credits_ = list(article.zoned("credit"))
    if any(_BY.match(text, block.start) for block in credits_):
        return
    for block in credits_:
        if _CONTRIBUTED.search(text, block.start, block.end):
            yield Flag(block.span, "others are said to have contributed, and no byline says to whose story")
            return
    opening = next(article.zoned("headline", "dateline", "body"), None)
    if article.document.metadata.get("title") and opening is not None:
        first = _WORD.match(text, opening.start, opening.end)
        place = first.span() if first and opening.zone != "headline" else opening.span
        yield Flag(place, "neither the copy nor its front matter names who wrote the story")
