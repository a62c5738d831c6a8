"""The same quote given to two people."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from verify import Article, Elsewhere, Flag, Quote, rule

from .alike import alike, by_quotation

_COVER, _DIFFERENT = 0.9, 6
_SURE = 0.75


class Options(Struct, frozen=True):
    """What the desk may set."""

    min_words: int = 8
    """Leave quotes of fewer words alone."""


@rule(
    severity="warning",
    since="0.1",
    needs={"quotes", "people"},
    advice="Find out who said it, and take the quote from the other.",
    options=Options,
)
def same_words_two_speakers(article: Article, options: Options) -> Iterator[Flag]:
    """The story gives the same quote to two people."""
    pairs = alike(article)
    quotes = by_quotation(article) if pairs else {}
    for pair in pairs:
        if (
            pair.shared.cover < _COVER
            or pair.shared.different < _DIFFERENT
            or pair.shared.shorter < options.min_words
        ):
            continue
        earlier, later = quotes.get(pair.earlier.quotation), quotes.get(pair.later.quotation)
        if earlier is None or later is None or not (_told(article, earlier) and _told(article, later)):
            continue
        one, other = earlier.speaker, later.speaker
        if one is None or other is None or one.entity == other.entity:
            continue
        if _meets(article, one.entity, later) or _meets(article, other.entity, earlier):
            # “As Lee put it …”: one repeats the other, and the copy says so.
            continue
        yield Flag(
            later.span,
            f"{other.name} says here what {one.name} says before, in the same words",
            related=(Elsewhere(earlier.span, f"said by {one.name} here"),),
            confidence=0.9,
        )


def _told(article: Article, quote: Quote) -> bool:
    """Whether the paragraph of the quote gives the words to somebody with a name."""
    speaker = quote.speaker
    if speaker is None or quote.cue is None or quote.needs_none:
        return False
    block = article.blocks[quote.block]
    if not block.span.covers(speaker.span) or quote.confidence < _SURE:
        return False
    return speaker.type == "person" and speaker.entity >= 0


def _meets(article: Article, entity: int, quote: Quote) -> bool:
    """Whether the person is named in the paragraph of the quote."""
    block = article.blocks[quote.block]
    return any(
        block.start <= article.mentions[number].start < block.end
        for number in article.entities[entity].mentions
    )
