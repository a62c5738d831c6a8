"""The quotations of one article that give the same words."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from verify import Article, Quotation, Quote

from .aligned import Shared, Words, align

LEAST = 6
"""Quotations of fewer words are not compared; four words in a row must be the same in both."""


class Told(Struct, frozen=True):
    """An outermost quotation with its place and its words."""

    quotation: int
    block: int
    words: Words

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.words.start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.words.end


class Pair(Struct, frozen=True):
    """Two quotations of an article, and what they share."""

    earlier: Told
    later: Told
    shared: Shared


def alike(article: Article) -> tuple[Pair, ...]:
    """Each quotation of LEAST words, beside the earlier one with which it shares most, if there is one."""
    outermost = tuple(
        (number, span)
        for number, span in enumerate(article.quotations.spans)
        # A word and its space take two letters at least.
        if not span.level
        and span.end - span.start > 2 * LEAST
        and article.blocks[span.block].zone not in ("code", "furniture")
    )
    return _pairs(article.text, outermost) if len(outermost) > 1 else ()


@lru_cache(maxsize=1)
def _pairs(text: str, outermost: tuple[tuple[int, Quotation], ...]) -> tuple[Pair, ...]:
    """What alike says; remembered, since the rules of the family ask one after another.

    Runs of words are looked up where they stand first, and only a window of each quotation is compared,
    so that the work grows with the length of the article and no faster.
    """
    first: dict[tuple[str, ...], tuple[int, int]] = {}
    tolds: list[Told] = []
    pairs: list[Pair] = []
    for quotation, span in outermost:
        words = Words.of(text, span.start, span.end)
        lows = words.lows
        if len(lows) < LEAST:
            continue
        number = len(tolds)
        tolds.append(Told(quotation, span.block, words))
        hits: dict[int, list[tuple[int, int]]] = {}
        for at, run in enumerate(zip(lows, lows[1:], lows[2:], lows[3:], strict=False)):
            other, place = first.setdefault(run, (number, at))
            if other != number:
                hits.setdefault(other, []).append((place, at))
        if hits:
            best = max(hits, key=lambda one: (len(hits[one]), -one))
            pairs.append(Pair(tolds[best], tolds[number], align(tolds[best].words, words, *hits[best][0])))
    return tuple(pairs)


def by_quotation(article: Article) -> dict[int, Quote]:
    """The quotes of the article, by the index of their quotation."""
    return {quote.quotation: quote for quote in article.quotes}
