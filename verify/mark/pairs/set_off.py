"""Words that are somebody's without marks: block quotations, and the turns of a transcript."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from verify.lexicon.late import late
from verify.mark.pairs.turns import turns
from verify.model.article import Article
from verify.model.document import PROSE
from verify.model.marks import Quotation

_SIGNED = late(r"[—–-]+ ?[A-Z]")
"""How the line begins that says, under the words, whose they are."""


def set_off(article: Article, marked: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """The quotations of an article, its block quotations and its turns, in the order of the text.

    A block quotation counts where a paragraph that ends with a colon leads to it ("She said:"), and it has
    no marks of its own around it. Its paragraphs are chained as those of a quotation that runs on, and what
    stands between marks in it lies one level deeper.
    """
    opened = frozenset(one.start for one in marked if one.level == 0)
    whole = [one for run in (*_runs(article, opened), *turns(article, opened)) for one in run]
    if not whole:
        return tuple(marked)
    found = sorted((one.start, -one.end, index) for index, one in enumerate((*marked, *whole)))
    place = {index: at for at, (_, _, index) in enumerate(found)}
    ends = {one.start: one.end for one in whole}
    starts = sorted(ends)
    made: list[Quotation] = []
    for _, _, index in found:
        if index >= len(marked):
            one = whole[index - len(marked)]
            chain = place[index - 1] if one.chain >= 0 else -1
            made.append(replace(one, chain=chain))
        else:
            one = marked[index]
            chain = place[one.chain] if one.chain >= 0 else -1
            made.append(replace(one, chain=chain, level=one.level + _within(one, starts, ends)))
    return tuple(made)


def _within(one: Quotation, starts: Sequence[int], ends: Mapping[int, int]) -> bool:
    """Whether a quotation lies in one without marks."""
    index = bisect_right(starts, one.start) - 1
    return index >= 0 and one.start < ends[starts[index]]


def _runs(article: Article, opened: frozenset[int]) -> Iterator[list[Quotation]]:
    """Each block quotation that the copy leads to, one a paragraph; in all but the first `chain` is 0."""
    text, blocks = article.text, article.blocks
    number = 0
    while number < len(blocks):
        first = number
        while number < len(blocks) and blocks[number].set_off and blocks[number].zone in PROSE:
            number += 1
        told = first and number > first and text[blocks[first - 1].end - 1] == ":"
        if told and not opened.intersection(block.start for block in blocks[first:number]):
            last = number - (number - first > 1 and bool(_SIGNED.match(text, blocks[number - 1].start)))
            yield [
                Quotation(
                    block.start,
                    block.end,
                    at,
                    closed=at == last - 1,
                    chain=-1 if at == first else 0,
                    set_off=True,
                )
                for at, block in enumerate(blocks[first:last], first)
            ]
        number = max(number, first + 1)
