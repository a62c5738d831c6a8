"""Dates written in two ways in one story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from verify import Article, Flag, rule
from verify.mark.forms import Form, Mixture, beside, grouped, mixture

_MONTH_FIRST = ("Nov. 4", "Nov 4", "November 4")


@rule(
    severity="warning",
    since="0.1",
    needs={"forms"},
    yields_to={"dates.month", "dates.order"},
    advice="Write all dates one way; the house style says which.",
)
def mixed_date_forms(article: Article) -> Iterator[Flag]:
    """Dates are written in more than one way."""
    mixed = _mixture(grouped(article.mark("forms")).get("date", {}))
    if mixed is None:
        return
    first, usual = mixed.rare[0], mixed.common[0]
    here, there = article.text[first.start : first.end], article.text[usual.start : usual.end]
    yield Flag(
        (first.start, first.end),
        f"“{here}” and “{there}” are dates written in two ways",
        related=beside(mixed.rare, mixed.common, "written so here"),
    )


def _mixture(variants: Mapping[str, list[Form]]) -> Mixture | None:
    """Month before day beside day before month; else the month in short beside the month in full."""
    month_first = sorted(
        form for variant in (*_MONTH_FIRST, "month first") for form in variants.get(variant, ())
    )
    orders = {
        "month first": month_first,
        "day first": variants.get("4 November", []),
        "figures": variants.get("2025-11-04", []),
    }
    return mixture("date", orders) or mixture("date", {name: variants.get(name, []) for name in _MONTH_FIRST})
