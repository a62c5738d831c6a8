"""A change whose size is not what lies between its two ends: "from 40 to 50, an increase of 50 percent"."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Elsewhere, Flag, rule

from .changes import changes


@rule(
    severity="warning",
    since="0.1",
    needs=frozenset(),
    advice="Work out the change once more, and mend the figure that is off.",
)
def change_mismatch(article: Article) -> Iterator[Flag]:
    """The size given for a change is not what lies between the figures that it went from and to."""
    for change in changes(article):
        if change.is_percent() if not change.points else change.is_points():
            continue
        if change.shares and change.is_points():
            continue  # Called per cent, and meant as points: a rule of its own says so.
        if change.points and not change.shares and not change.is_points() and change.gap < 1:
            continue  # Points of a rate whose ends are given otherwise.
        said = article.text[slice(*change.by_span)]
        ends = article.text[change.start : change.end]
        low, high = change.percent
        size = f"{change.gap:.4g} points" if change.points else f"{(low + high) / 2:.3g} percent"
        yield Flag(
            change.by_span,
            f"“{said}” disagrees with “{ends}”, a change of {size}",
            related=(Elsewhere((change.start, change.end), "from and to"),),
            confidence=0.9,
        )
