"""Quotations of one article that give the same words: where they agree, and where they part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice, pairwise
from typing import NamedTuple

from verify import Article, Quotation, Quote

CUT = ""
_TOKEN = re.compile(
    r"\[[^\]\n]{0,80}\]|\([^)\n]{0,80}\)|…|\.(?: ?\.){1,3}|--+|[—–]|([^\W_]+(?:[’'][^\W_]+)*)"
)
"""A word, which is the group, or what shows that words are left out or put in."""
LEAST = 6
"""Quotations of fewer words are not compared; four words in a row must be the same in both."""
_LONGEST, _SLACK = 80, 8
_FILLERS = frozenset(("um", "uh", "er", "erm", "ah", "eh"))


class Token(NamedTuple):
    """A word of a quotation in lower case, or CUT for whatever is left out or put in by the writer."""

    low: str
    start: int
    end: int


class Told(NamedTuple):
    """An outermost quotation and its words in lower case, CUT for what is left out or put in."""

    quotation: int
    start: int
    end: int
    block: int
    lows: tuple[str, ...]


class Change(NamedTuple):
    """A stretch of the words of each of two quotations, from the first difference to the last."""

    earlier: tuple[int, int]
    later: tuple[int, int]


class Pair(NamedTuple):
    """Two quotations that share words: how many of the shorter one's, and what lies between these.

    `different` counts the words that they share, each once: "never, never, never" is one.
    """

    earlier: Told
    later: Told
    shared: int
    different: int
    shorter: int
    change: Change | None

    @property
    def cover(self) -> float:
        """The part of the shorter quotation's words that the other has too."""
        return self.shared / self.shorter


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
        lows = _lows(text[span.start : span.end])
        if len(lows) < LEAST:
            continue
        number = len(tolds)
        tolds.append(Told(quotation, span.start, span.end, span.block, lows))
        hits: dict[int, list[tuple[int, int]]] = {}
        for at, run in enumerate(zip(lows, lows[1:], lows[2:], lows[3:], strict=False)):
            other, place = first.setdefault(run, (number, at))
            if other != number:
                hits.setdefault(other, []).append((place, at))
        if hits:
            best = max(hits, key=lambda one: (len(hits[one]), -one))
            pairs.append(_pair(text, tolds[best], tolds[number], *hits[best][0]))
    return tuple(pairs)


def by_quotation(article: Article) -> dict[int, Quote]:
    """The quotes of the article, by the index of their quotation."""
    return {quote.quotation: quote for quote in article.quotes}


def _lows(written: str) -> tuple[str, ...]:
    # Lower case comes last, since it makes two letters of some, which would part a word; and once for all.
    return tuple("\n".join(_TOKEN.findall(written)).lower().replace("’", "'").split("\n"))


def _tokens(text: str, told: Told, low: int, high: int) -> list[Token]:
    """The words of a quotation from the one to the other, with their places."""
    found = islice(_TOKEN.finditer(text, told.start, told.end), low, high)
    return [
        Token(word, match.start(), match.end())
        for word, match in zip(told.lows[low:high], found, strict=False)
    ]


def _pair(text: str, earlier: Told, later: Told, there: int, here: int) -> Pair:
    """Compare the shorter quotation with the window of the other in which the shared words lie."""
    if len(later.lows) <= len(earlier.lows):
        short, long_, at_short, at_long = later, earlier, here, there
    else:
        short, long_, at_short, at_long = earlier, later, there, here
    low = max(0, at_short - _LONGEST // 2)
    one = _tokens(text, short, low, low + _LONGEST)
    left = max(0, at_long - (at_short - low) - _SLACK)
    other = _tokens(text, long_, left, at_long + len(one) - (at_short - low) + _SLACK)
    blocks = _blocks(one, other)
    shared = [word.low for at, _, size in blocks for word in one[at : at + size]]
    change = _change(one, other, blocks)
    if change is not None and short is earlier:
        change = Change(change.later, change.earlier)
    return Pair(earlier, later, len(shared), len(set(shared)), len(one), change)


def _blocks(one: Sequence[Token], other: Sequence[Token]) -> list[tuple[int, int, int]]:
    """The runs of words that both have: where each begins in the one and in the other, and its length."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, [w.low for w in one], [w.low for w in other], autojunk=False)
    return [(a, b, size) for a, b, size in matcher.get_matching_blocks() if size]


def _change(
    one: Sequence[Token], other: Sequence[Token], blocks: list[tuple[int, int, int]]
) -> Change | None:
    """What lies between the shared words, from first to last (`later` is of `one`), or None."""
    places: list[tuple[int, int, int, int]] = []
    for (a, b, size), (next_a, next_b, _) in pairwise(blocks):
        gap = (a + size, next_a, b + size, next_b)
        if not _excused(one[gap[0] : gap[1]], other[gap[2] : gap[3]]):
            places.append(gap)
    if not places:
        return None
    a, a_end, b, b_end = places[0][0], places[-1][1], places[0][2], places[-1][3]
    if a == a_end or b == b_end:
        # Words that only one of the two has: show them with the word before.
        a, b = a - 1, b - 1
    here = (one[a].start, one[a_end - 1].end)
    return Change((other[b].start, other[b_end - 1].end), here)


def _excused(one: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether a difference is none of words: a cut that is shown, a filler, a hyphen or points."""
    if any(word.low == CUT for word in (*one, *other)):
        return True
    told = ["".join(word.low for word in words if word.low not in _FILLERS) for words in (one, other)]
    return told[0] == told[1]
