"""A distance between two percentages that is called per cent: "from 40 percent to 50, up 10 percent"."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Elsewhere, Flag, rule

from .changes import changes


@rule(
    severity="warning",
    since="0.1",
    needs=frozenset(),
    advice="Say percentage points, or give the change in percent of what it was.",
)
def percent_for_points(article: Article) -> Iterator[Flag]:
    """The distance of two percentages is given in percent, not in percentage points."""
    for change in changes(article):
        if change.points or not change.shares or change.is_percent() or not change.is_points():
            continue
        said = article.text[slice(*change.by_span)]
        low, high = change.percent
        yield Flag(
            change.by_span,
            f"“{said}” is the distance in percentage points; in percent the change is {(low + high) / 2:.3g}",
            related=(Elsewhere((change.start, change.end), "from and to"),),
            confidence=0.95,
        )
