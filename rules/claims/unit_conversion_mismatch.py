"""One quantity in two units that are not the same quantity: "435 miles (600 kilometers)"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from verify import Article, Elsewhere, Flag, rule
from verify.lexicon.late import late
from verify.mark.figures.measured import beginning, converted, ending, same
from verify.mark.figures.measures import kind, same_scale

_ABOUT = (
    r"(?:about|approximately|around|roughly|nearly|almost|some|over|under|just over|just under|more than"
    r"|less than|up to|or|an?) "
)
# Few stories hold a pair: what may begin one is looked for first, and all else is read only there.
_AMOUNT = (
    rf"(?:{_ABOUT}){{0,3}}"
    r"(?=(?:minus |[-−])?\d[\d.,]{0,14}(?:(?: to | ?[-–] ?)\d[\d.,]{0,14})?[ \u00a0-]?"
    r"(?:[a-z]+illion )?(?:[acdfghiklmnopsy]|F\b|C\b|Fahr|Cels|°))"
)
_SECOND = (late(rf" \({_AMOUNT}"), late(rf", or {_AMOUNT}"), late(rf", which is {_AMOUNT}"))
_BACK, _ON = 70, 70


@rule(
    severity="warning",
    since="0.1",
    needs=frozenset(),
    advice="Work out which of the two is right, and mend the other.",
)
def unit_conversion_mismatch(article: Article) -> Iterator[Flag]:
    """An amount given in two units is not the same amount in both."""
    text = article.text
    for opening in chain.from_iterable(sign.finditer(text) for sign in _SECOND):
        block = article.block_at(opening.start())
        if block is None or block.zone in ("code", "furniture", "credit"):
            continue
        second = beginning(text, opening.end(), min(block.end, opening.end() + _ON))
        if second is None or not kind(second.unit):
            continue
        first = ending(text, max(block.start, opening.start() - _BACK), opening.start())
        if first is None or same_scale(first.unit, second.unit) or same(first, second):
            continue
        span = (second.start, second.end)
        said, comes_to = text[first.start : first.end], converted(first, second.unit)
        yield Flag(
            span,
            f"“{text[slice(*span)]}” is given for “{said}”, which comes to {comes_to}",
            related=(Elsewhere((first.start, first.end), "the same amount in the other unit"),),
            confidence=0.95,
        )
