"""Dates written one way in one story of the run and another way in most others."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Archive, Flag, Story, archive_rule
from verify.store.usage import odd_form

_LEAD = 2
"""By how many stories the other form must lead: two or three stories may well come from two houses."""


@archive_rule(
    severity="info",
    since="0.1",
    needs={"forms"},
    yields_to={"dates.month", "dates.order"},
    advice="Write dates as the other stories do, or change them all.",
)
def mixed_date_forms_across_articles(story: Story, archive: Archive) -> Iterator[Flag]:
    """A story writes its dates in another way than most stories of the run."""
    odd = odd_form(story, archive, "date", lead=_LEAD)
    if odd is not None:
        yield Flag(
            (odd.fact.start, odd.fact.end),
            f"“{odd.fact.words}” here, but dates like “{odd.other.fact.words}” in other stories"
            f" ({odd.here} against {odd.there})",
            related=(odd.other.place("written so here"),),
        )
