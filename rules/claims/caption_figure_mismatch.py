"""A figure of a caption for which the story gives another."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Elsewhere, Flag, rule
from verify.lexicon.late import late

from .counted import counted, near, values

_WORD = late(r"[A-Za-z][a-z’'-]{3,20}")
_AROUND = 80
_SHARED = 2
"""How many other words both must have in common, so that they tell of one thing."""


@rule(
    severity="warning",
    since="0.1",
    needs=frozenset(),
    advice="Look up which figure holds, and give the same in caption and story.",
)
def caption_figure_mismatch(article: Article) -> Iterator[Flag]:
    """The story gives another figure than the caption for the same thing."""
    text = article.text
    told = [figure for block in article.zoned("caption") for figure in counted(text, block)]
    if not told:
        return
    body = [figure for block in article.zoned("body") for figure in counted(text, block)]
    known: list[float] | None = None
    for figure in told:
        here = _around(text, figure.number.start, figure.number.end)
        others = [
            other
            for other in body
            if other.what & figure.what
            and len(here & _around(text, other.number.start, other.number.end) - figure.what) > _SHARED
        ]
        if not others:
            continue
        known = list(values(article)) if known is None else known
        if any(near(value, figure.number.value) for value in known):
            continue
        other = others[0].number
        said, there = text[figure.number.start : figure.number.end], text[other.start : other.end]
        yield Flag(
            (figure.number.start, figure.number.end),
            f"“{said}” in the caption, “{there}” in the story",
            related=(Elsewhere((other.start, other.end), "the figure of the story"),),
            confidence=0.8,
        )


def _around(text: str, start: int, end: int) -> frozenset[str]:
    """The longer words of the line around a figure."""
    first = max(text.rfind("\n", 0, start) + 1, start - _AROUND)
    last = text.find("\n", end)
    stop = min(last if last >= 0 else len(text), end + _AROUND)
    return frozenset(word.lower().removesuffix("s") for word in _WORD.findall(text, first, stop))
