"""A figure of the headline for which the story gives another."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Block, Elsewhere, Flag, rule

from .counted import Counted, alike, counted, near, numbers, values

_LEAD = 6
"""How many paragraphs a headline is written from."""


@rule(
    severity="warning",
    since="0.1",
    needs=frozenset(),
    advice="Look up which figure holds, and give the same in headline and story.",
)
def headline_figure_mismatch(article: Article) -> Iterator[Flag]:
    """The story gives another figure than the headline for the same thing."""
    text = article.text
    told = [figure for block in article.zoned("headline") for figure in counted(text, block)]
    if not told:
        return
    lead = list(article.zoned("body"))[:_LEAD]
    known: list[float] | None = None
    body = [figure for block in lead for figure in counted(text, block)]
    for figure in told:
        others = [other for other in body if alike(other, figure)]
        if not others or any(near(other.number.value, figure.number.value) for other in others):
            continue
        known = list(values(article)) if known is None else known
        if any(near(value, figure.number.value) for value in known) or _adds_up(others, figure):
            continue
        if any(
            near(other.number.value + more, figure.number.value)
            for more in _more(text, lead)
            for other in others
        ):
            continue
        other = others[0].number
        said, there = text[figure.number.start : figure.number.end], text[other.start : other.end]
        yield Flag(
            (figure.number.start, figure.number.end),
            f"“{said}” in the headline, “{there}” in the story",
            related=(Elsewhere((other.start, other.end), "the figure of the story"),),
            confidence=0.85,
        )


def _more(text: str, lead: list[Block]) -> list[float]:
    """What the story adds to a figure: "700 people, and the navy saved 200 more"."""
    found = (number for block in lead for number in numbers(text, block))
    return [
        number.value
        for number in found
        if text.startswith((" more", " other"), number.end) or text.endswith("nother ", 0, number.start)
    ]


def _adds_up(others: list[Counted], figure: Counted) -> bool:
    """Whether the headline gives the sum of what the story tells apart."""
    amounts = [other.number.value for other in others]
    return len(amounts) > 1 and figure.number.value in (sum(amounts), amounts[0] + amounts[1])
