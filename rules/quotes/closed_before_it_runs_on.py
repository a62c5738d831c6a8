"""Quotes that are closed at the end of a paragraph and go on in the next."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from verify import Article, Flag, Quote, rule

_STOPS = (".", "?", "!", "…")
_LEAST = 4
"""Spaces in a quote; subheads and cries in quotation marks have fewer."""


@rule(
    severity="info",
    since="0.1",
    needs={"quotes"},
    advice="Leave the closing mark out where the speaker goes on, or name the new speaker.",
    default=False,
)
def closed_before_it_runs_on(article: Article) -> Iterator[Flag]:
    """A quote is closed, and the next paragraph goes on with it as if somebody else spoke."""
    for before, quote in pairwise(article.quotes):
        if quote.block != before.block + 1 or not (_whole(article, before) and _whole(article, quote)):
            continue
        first, second = article.blocks[before.block], article.blocks[quote.block]
        closed = article.quotations.spans[before.quotation].closed and before.end == first.end
        if closed and quote.span == second.span and _named(before, first.start):
            yield Flag(
                (before.end - 1, before.end),
                "this mark closes a quote that the next paragraph carries on",
                fixes=("",),
                confidence=0.7,
            )


def _whole(article: Article, quote: Quote) -> bool:
    """Whether the quote is speech in whole sentences, in the body of the story."""
    if quote.kind != "direct" or quote.needs_none or article.blocks[quote.block].zone != "body":
        return False
    quotation = article.quotations.spans[quote.quotation]
    if quotation.single or quotation.set_off or article.text.count(" ", quote.start, quote.end) < _LEAST:
        return False
    return article.text[quote.start : quote.end].rstrip("”’\"' ").endswith(_STOPS)


def _named(quote: Quote, start: int) -> bool:
    """Whether the paragraph names who speaks."""
    return quote.speaker is not None and quote.cue is not None and quote.cue.start >= start
