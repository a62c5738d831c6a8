"""A meeting that two stories put in two towns, or a test on the coast in one and inland in the other."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Archive, Fact, Flag, Story, Told, archive_rule
from verify.lexicon.proper import is_land
from verify.mark.naming.reading import fold
from verify.store.whereabouts import at_odds

_WITHIN = 7


@archive_rule(
    severity="warning",
    since="0.1",
    needs={"dates", "days", "names", "people", "quotations", "sentences"},
    advice="Find out where it was, and say that in both stories.",
    default=False,
)
def places_disagree_across_articles(story: Story, archive: Archive) -> Iterator[Flag]:
    """Another article of the event puts a meeting or an act in a place that disagrees with this one."""
    facts = (*story.of("where"), *story.of("side"))
    siblings = {sibling.path: sibling for sibling in archive.siblings(story)} if facts else {}
    flagged: set[tuple[str, str]] = set()
    for fact in facts if siblings else ():
        for told in archive.elsewhere(story, fact.kind, fact.subject, within=_WITHIN):
            # Said once, in the later of the two.
            if told.path not in siblings or (story.date, story.path) < (told.date, told.path):
                continue
            if (fact.kind, fact.subject) in flagged or not _apart(story, siblings[told.path], fact, told):
                continue
            flagged.add((fact.kind, fact.subject))
            yield Flag(
                (fact.start, fact.end),
                f"“{fact.words}” here, “{told.fact.words}” in {told.path}",
                related=(told.place("the other place"),),
                confidence=0.6,
            )


def _apart(story: Story, sibling: Story, fact: Fact, told: Told) -> bool:
    """Whether one event cannot have been in both places."""
    if fact.kind == "side":
        kind, _, things = fact.value.partition("|")
        other, _, others = told.fact.value.partition("|")
        ours, theirs = set(things.split()), set(others.split())
        # Of "the army fired a rocket" and "the army fired a flare" the army alone tells nothing.
        return at_odds(kind, other) and bool(ours and theirs) and (ours <= theirs or theirs <= ours)
    here, there = fold(fact.value), fold(told.fact.value)
    if here in there or there in here or is_land(fact.value) != is_land(told.fact.value):
        return False
    # A story that names both may know that the one lies in the other.
    return not (_names(story, there) or _names(sibling, here))


def _names(story: Story, place: str) -> bool:
    return any(place in fact.subject for fact in story.of("named"))
