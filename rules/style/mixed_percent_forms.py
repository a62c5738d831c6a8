"""The percent sign and the word in one story."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Flag, rule
from verify.mark.forms import beside, grouped, mixture


@rule(
    severity="warning",
    since="0.1",
    needs={"forms"},
    yields_to={"numbers.percent"},
    advice="Write percentages one way; the house style says which.",
)
def mixed_percent_forms(article: Article) -> Iterator[Flag]:
    """Percentages have the sign in some places and the word in others."""
    mixed = mixture("percent", grouped(article.mark("forms")).get("percent", {}))
    if mixed is None:
        return
    first, usual = mixed.rare[0], mixed.common[0]
    here, there = article.text[first.start : first.end], article.text[usual.start : usual.end]
    yield Flag(
        (first.start, first.end),
        f"“{here}” here, but “{there}” elsewhere",
        related=beside(mixed.rare, mixed.common, "written so here"),
    )
