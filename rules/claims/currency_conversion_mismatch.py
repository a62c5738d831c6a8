"""A sum in two currencies that does not go with the rate that the article itself gives."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from verify import Article, Elsewhere, Flag, rule
from verify.lexicon.late import late
from verify.mark.figures.money import Money, Rate, agree, beginning, ending, rates, same_currency

_SECOND = (
    late(r" \("),
    late(r", or "),
    late(r", which is "),
    late(r", equivalent to "),
)
_STEPS = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))


@rule(
    severity="warning",
    since="0.1",
    needs=frozenset(),
    advice="Work the sum out once more at the rate, and mend whichever of the three is off.",
)
def currency_conversion_mismatch(article: Article) -> Iterator[Flag]:
    """A sum in two currencies does not go with the rate of exchange that the article gives."""
    text = article.text
    known = rates(text)
    if not known:
        return
    for opening in chain.from_iterable(sign.finditer(text) for sign in _SECOND):
        block = article.block_at(opening.start())
        if block is None or block.zone in ("code", "furniture", "credit"):
            continue
        second = beginning(text, opening.end(), block.end)
        first = ending(text, block.start, opening.start()) if second else None
        if first is None or second is None or same_currency(first.currency, second.currency):
            continue
        judged = [(rate, agree(first, second, rate)) for rate in known if not _of(rate, second)]
        wrong = [rate for rate, right in judged if right is False]
        if not wrong or any(right for _, right in judged):
            continue
        rate = wrong[0]
        said, other = text[first.start : first.end], text[second.start : second.end]
        at = text[rate.start : rate.end]
        yield Flag(
            (second.start, second.end),
            f"“{other}” is given for “{said}”, which {_comes_to(first, second, rate)} at “{at}”",
            related=(
                Elsewhere((first.start, first.end), "the same sum in the other currency"),
                Elsewhere((rate.start, rate.end), "the rate"),
            ),
            confidence=0.9,
        )


def _of(rate: Rate, money: Money) -> bool:
    """Whether the sum is a part of the rate."""
    return rate.start < money.end and money.start < rate.end


def _comes_to(one: Money, other: Money, rate: Rate) -> str:
    """What the first sum is in the currency of the second, where the rate says of what it is."""
    if not rate.one:
        return "is something else"
    there = same_currency(one.currency, rate.one)
    value = one.amount.value * rate.worth.value if there else one.amount.value / rate.worth.value
    for step, word in _STEPS:
        if value >= step:
            return f"comes to {value / step:.3g}{word}"
    return f"comes to {value:,.0f}" if value >= 100 else f"comes to {value:.3g}"
