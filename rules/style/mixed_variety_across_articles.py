"""A story in British spelling among stories in American spelling, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Archive, Flag, Story, archive_rule
from verify.store.usage import odd_form

_LEAD = 2
"""By how many stories the other spelling must lead: two or three stories may well come from two houses."""
_NAMES = {"us": "American", "gb": "British"}


@archive_rule(
    severity="info",
    since="0.1",
    needs={"forms"},
    yields_to={"words.spelling"},
    advice="Spell it as the other stories do, or change them all.",
)
def mixed_variety_across_articles(story: Story, archive: Archive) -> Iterator[Flag]:
    """A story has American spelling where most stories of the run have British, or the other way round."""
    odd = odd_form(story, archive, "variety", lead=_LEAD)
    if odd is not None:
        here, there = _NAMES[odd.fact.value], _NAMES[odd.other.fact.value]
        yield Flag(
            (odd.fact.start, odd.fact.end),
            f"“{odd.fact.words}” is {here} spelling, but other stories have {there}, like"
            f" “{odd.other.fact.words}” ({odd.here} against {odd.there})",
            related=(odd.other.place(f"{there} spelling here"),),
        )
