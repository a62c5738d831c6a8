"""“This week” in a story whose only day stands in the dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify import Article, Block, Elsewhere, Flag, rule
from verify.lexicon.late import late

_RELATIVE = late(
    r"\b(?:(?:earlier|later) )?(?:this|last|next) (?:week|weekend|month)\b(?![’'-])"
    r"|\b(?:just )?(?:over|under|more than|less than|about) an? (?:week|month) (?:ago|earlier)\b",
    re.IGNORECASE,
)
_DAY = late(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tomorrow|tonight"
    r"|this (?:morning|afternoon|evening)|Election Day|Christmas|Thanksgiving|Easter|New Year)\b"
)
_AFTER = 2
"""How many paragraphs further a day may follow for the reader to count from it."""


@rule(
    severity="info",
    since="0.1",
    needs={"quotations", "dates"},
    points={"dates.anchor"},
    advice="Give the day or the date.",
)
def unanchored_date(article: Article) -> Iterator[Flag]:
    """“This week” counts from a dateline whose day the house style takes out."""
    if article.profile.dateline.date != "never" or article.document.metadata.get("date"):
        return
    dated = [block for block in article.zoned("dateline") if _days(article, block)]
    if not dated or any(_days(article, block) for block in article.zoned("byline")):
        return
    prose = list(article.zoned("body", "list"))
    days = [_days(article, block) for block in prose]
    places = [
        found.span()
        for number, block in enumerate(prose)
        if not any(days[: number + _AFTER + 1])
        for found in _RELATIVE.finditer(article.text, block.start, block.end)
        if not article.quoted(*found.span())
    ]
    if places:
        (start, end), *others = places
        yield Flag(
            (start, end),
            f"“{article.text[start:end]}” has no day to count from once the dateline has none",
            related=(
                Elsewhere(dated[0].span, "the day stands here"),
                *(Elsewhere(place, "nor has this") for place in others[:4]),
            ),
        )


def _days(article: Article, block: Block) -> bool:
    """Whether a paragraph names a day, in the calendar or of the week."""
    return _DAY.search(article.text, block.start, block.end) is not None or any(
        block.start <= date.start < block.end and (date.day is not None) for date in article.dates
    )
