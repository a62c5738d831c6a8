"""What somebody meant by an act, told by nobody."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from verify import Article, Flag, rule
from verify.lexicon.late import late

_ACT = (
    r"(?:visit|trip|tour|speech|remarks?|statement|announcement|launch|strike|attack|raid|move|decision|effort"
    r"|exercises?|drills?|test|deployment|appearance|meeting|talks|call|letter|leak|advertisement|ad|march"
    r"|resignation|firing|dismissal|vote|ruling|order|gesture|silence|offer|threat|warning|sale|purchase)"
)
_MEANT = late(
    rf"\b(?P<act>{_ACT})(?: (?:in|to|on|by|of|at|with) (?:[\w’'.-]{{1,20}} ?){{1,5}})?"
    r" (?P<meant>(?:was|were|is|are)(?: [a-z]+ly)? (?:meant|intended|designed|calculated|timed) to [a-z]+)"
)
_SOURCED = late(
    r"\b(?:sa(?:id|ys?|ying)|told|tells?|according|argue[ds]?|wrote|writes?|believe[ds]?|th(?:ink|inks|ought)"
    r"|call(?:s|ed)|accus\w+|insist\w*|claim\w*|suggest\w*|explain\w*|describ\w+|add(?:s|ed)|seen|regarded|viewed"
    r"|interpreted|apparently|evidently|seem\w*|appear\w*)\b",
    re.IGNORECASE,
)


@rule(
    severity="info",
    since="0.1",
    needs={"sentences", "quotations"},
    advice="Say who says so, or tell what was done and leave the purpose to the reader.",
    default=False,
)
def intent_without_source(article: Article) -> Iterator[Flag]:
    """The story says what somebody meant by an act, and nobody is given as the source."""
    starts = [one.start for one in article.sentences]
    for block in article.zoned("body"):
        for found in _MEANT.finditer(article.text, block.start, block.end):
            if article.quoted(*found.span()):
                continue
            sentence = article.sentences[bisect_right(starts, found.start()) - 1]
            if _SOURCED.search(article.text, sentence.start, sentence.end):
                continue
            yield Flag(
                found.span("meant"), f"no source says what the {found['act']} was meant to do", confidence=0.7
            )
