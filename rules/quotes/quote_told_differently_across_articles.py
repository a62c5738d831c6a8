"""One quote that two stories give in different words."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Archive, Flag, Story, archive_rule

from .across import Version, changed, speaker, versions

_COVER, _DIFFERENT = 0.8, 6
_WITHIN = 7
"""Days after which a speaker may well have said nearly the same once more."""


@archive_rule(
    severity="warning",
    since="0.1",
    needs={"dates", "names", "people", "quotes"},
    advice="Go back to the recording or the notes, and give the words one way.",
    default=False,
)
def quote_told_differently_across_articles(story: Story, archive: Archive) -> Iterator[Flag]:
    """Another article gives the same quote in other words."""
    told: set[int | tuple[str, str]] = set()
    for version in sorted(versions(story, archive, within=_WITHIN), key=_closest):
        there = version.there
        change = changed(version)
        if change is None:
            continue
        shared = version.shared
        if shared.cover < _COVER or shared.different < _DIFFERENT or not _one_speaker(version):
            continue
        here, other = change
        if not told.isdisjoint((version.here.start, change)):
            continue  # Of a long quote several stretches are remembered, and they overlap.
        told |= {version.here.start, change}
        yield Flag(
            (version.here.start, version.here.end),
            f"“{here}” here, but “{other}” where {there.path} quotes the same words",
            related=(there.place("quoted so here"),),
            confidence=0.8,
        )


def _closest(version: Version) -> tuple[int, float, str, str, int]:
    """Quotes in the order of the story, and of each the version that shares most first."""
    there = version.there
    return version.here.start, -version.shared.cover, there.date, there.path, there.fact.start


def _one_speaker(version: Version) -> bool:
    """Whether no two people are sure to have said the two."""
    one, other = speaker(version.here), speaker(version.there.fact)
    return not one or not other or one.split()[-1] == other.split()[-1]
