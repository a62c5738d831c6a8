"""The percent sign and the word in one story."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Elsewhere, Flag, rule
from verify.mark.forms import grouped, mixture

_RELATED = 4


@rule(
    severity="warning",
    since="0.1",
    needs={"forms"},
    advice="Write percentages one way; the house style says which.",
)
def mixed_percent_forms(article: Article) -> Iterator[Flag]:
    """Percentages have the sign in some places and the word in others."""
    mixed = mixture("percent", grouped(article.mark("forms")).get("percent", {}))
    if mixed is None:
        return
    text, first, usual = article.text, mixed.rare[0], mixed.common[0]
    yield Flag(
        (first.start, first.end),
        f"“{text[first.start : first.end]}” here, but “{text[usual.start : usual.end]}” in {len(mixed.common)} places",
        related=(
            Elsewhere((usual.start, usual.end), "written so here"),
            *(Elsewhere((form.start, form.end), "and here") for form in mixed.rare[1 : _RELATED + 1]),
        ),
    )
