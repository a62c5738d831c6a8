"""An office holder without a given name in a story, whose full name another story of the event gives."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Archive, Fact, Flag, Story, Told, archive_rule
from verify.mark.naming.offices import clash, office

_BY_ONE_NAME = frozenset(("president", "pope"))
"""Offices whose holders copy may call by one name ("President Obama", "Pope Francis")."""
_WEEK = 7


@archive_rule(
    severity="warning",
    since="0.1",
    needs={"dates", "names", "people"},
    advice="Give the full name at the first mention.",
)
def missing_full_name(story: Story, archive: Archive) -> Iterator[Flag]:
    """An office holder has no full name here, and another article of the event gives it."""
    for fact in story.of("surname"):
        held = office(fact.value)
        if held is None or held.head in _BY_ONE_NAME:
            continue
        told = _told(story, archive, fact)
        names = {one.fact.value for one in told}
        if len(names) != 1:
            continue  # Two of that family and office: which of them is meant is not known.
        name, other = names.pop(), told[0]
        yield Flag(
            (fact.start, fact.end),
            f"“{fact.words}” has no full name here; {other.path} gives it: {name}",
            related=(other.place(f"“{other.fact.words}” here"),),
            confidence=0.85,
        )


def _told(story: Story, archive: Archive, fact: Fact) -> list[Told]:
    """Where stories of the same event give the full name of somebody of that family name and office."""
    held = office(fact.value)
    siblings = {sibling.path: sibling for sibling in archive.siblings(story)}
    found = []
    for told in archive.elsewhere(story, "family", fact.subject, within=_WEEK):
        if told.path not in siblings or held is None:
            continue
        offices = [
            office(one.value) for one in siblings[told.path].of("called") if one.subject == told.fact.value
        ]
        if any(one and one.head == held.head and not clash(held, one) for one in offices):
            found.append(told)
    return found
