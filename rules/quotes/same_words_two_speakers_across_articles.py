"""The same quote, given to one person in this story and to another in an earlier one."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Archive, Flag, Story, archive_rule
from verify.mark.naming.near import slips
from verify.mark.naming.reading import fold

from .across import Version, nearby, speaker, versions

_COVER, _DIFFERENT = 0.9, 6
_WITHIN = 31
"""Days between two stories that are compared at the most."""


@archive_rule(
    severity="warning",
    since="0.1",
    needs={"dates", "names", "people", "quotes"},
    advice="Find out who said it, and take the quote from the other.",
)
def same_words_two_speakers_across_articles(story: Story, archive: Archive) -> Iterator[Flag]:
    """Another article gives the same quote to somebody else."""
    flagged: set[int] = set()
    for version in versions(story, archive, within=_WITHIN):
        here, there, shared = version.here, version.there, version.shared
        if here.start in flagged:
            continue
        if shared.cover < _COVER or shared.different < _DIFFERENT or not _two_people(version):
            continue
        flagged.add(here.start)
        yield Flag(
            (here.start, here.end),
            f"{speaker(here)} says here what {speaker(there.fact)} says in {there.path}, in the same words",
            related=(there.place(f"said by {speaker(there.fact)} here"),),
            confidence=0.85,
        )


def _two_people(version: Version) -> bool:
    """Whether the speakers are surely two, and neither repeats the other's words before the reader."""
    one, other = fold(speaker(version.here)).split(), fold(speaker(version.there.fact)).split()
    if not one or not other or not set(one).isdisjoint(other):
        return False
    if any(slips(word, name) <= 1 for word in one for name in other):
        return False
    return nearby(version.here).isdisjoint(other) and nearby(version.there.fact).isdisjoint(one)
