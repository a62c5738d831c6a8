"""One abbreviation with points here and without them there."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Flag, rule
from verify.mark.forms import beside, grouped, mixture

_APART = frozenset(("variety", "-ize", "date", "percent"))


@rule(
    severity="warning",
    since="0.1",
    needs={"forms"},
    yields_to={"words.points", "words.no-points"},
    advice="Write it one way throughout; the house style says which.",
)
def mixed_abbreviations(article: Article) -> Iterator[Flag]:
    """An abbreviation has points in some places and none in others."""
    text = article.text
    for subject, variants in grouped(article.mark("forms")).items():
        mixed = None if subject in _APART else mixture(subject, variants)
        if mixed is None:
            continue
        first, usual = mixed.rare[0], mixed.common[0]
        wanted = text[usual.start : usual.end]
        # A point that ends the sentence as well must not be doubled, or lost.
        fixes = (wanted,) if text[first.end : first.end + 1] not in ("", ".", "\n") else ()
        yield Flag(
            (first.start, first.end),
            f"“{text[first.start : first.end]}” here, but “{wanted}” in {len(mixed.common)} of"
            f" {len(mixed.common) + len(mixed.rare)} places",
            fixes=fixes,
            related=beside(mixed.rare, mixed.common, f"first written “{wanted}” here"),
        )
