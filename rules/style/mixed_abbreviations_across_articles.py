"""An abbreviation with points in one story of the run and without them in most others."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Archive, Elsewhere, Flag, Story, archive_rule
from verify.store.usage import odd_form

_BODIES = ("US", "UN", "UK", "EU")


@archive_rule(
    severity="info",
    since="0.1",
    needs={"forms"},
    advice="Write it as the other stories do, or change them all.",
)
def mixed_abbreviations_across_articles(story: Story, archive: Archive) -> Iterator[Flag]:
    """A story writes US, UN, UK or EU in another way than most stories of the run."""
    for subject in _BODIES:
        odd = odd_form(story, archive, subject)
        if odd is not None:
            pointed = ".".join(subject) + "."
            here, there = (pointed, subject) if odd.fact.value == "points" else (subject, pointed)
            place = (odd.other_fact.start, odd.other_fact.end)
            yield Flag(
                (odd.fact.start, odd.fact.end),
                f"“{here}” in this story, but “{there}” in others ({odd.here} against {odd.there})",
                related=(Elsewhere(place, f"“{there}” here", path=odd.other.path),),
            )
