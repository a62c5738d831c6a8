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
    yields_to={"words.points", "words.no-points"},
    advice="Write it as the other stories do, or change them all.",
)
def mixed_abbreviations_across_articles(story: Story, archive: Archive) -> Iterator[Flag]:
    """A story writes US, UN, UK or EU in another way than most stories of the run."""
    odds = [odd for subject in _BODIES if (odd := odd_form(story, archive, subject))]
    if not odds:
        return
    first, *others = sorted(odds, key=lambda odd: odd.fact.start)
    here, there = first.fact.words, first.other.fact.words
    yield Flag(
        (first.fact.start, first.fact.end),
        f"“{here}” in this story, but “{there}” in others ({first.here} against {first.there})",
        related=(
            first.other.place(f"“{there}” here"),
            *(
                Elsewhere(
                    (odd.fact.start, odd.fact.end),
                    f"so with “{odd.fact.words}”, elsewhere “{odd.other.fact.words}”",
                    path=story.path,
                )
                for odd in others
            ),
        ),
    )
