"""The dead of a crash, the score of a vote or the size of a fine, in two stories of one event."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Archive, Fact, Flag, Story, Told, archive_rule
from verify.store.tallies import Tally, differ, taken_apart

_WITHIN = 7
_WORDS = {"vote": 3, "sum": 3}
"""How many of the longer words both sentences must share beside a name, so that they tell of one thing."""
_GROWING = ("killed", "hurt", "arrested")


@archive_rule(
    severity="warning",
    since="0.1",
    needs={"numbers", "names", "people", "quotations", "sentences"},
    advice="Find out which figure holds, or say when each was given.",
    default=False,
)
def figures_disagree_across_articles(story: Story, archive: Archive) -> Iterator[Flag]:
    """Another article of the event gives another number of dead, another vote or another sum."""
    flagged: set[str] = set()
    facts = story.of("tally")
    siblings = {sibling.path for sibling in archive.siblings(story)} if facts else frozenset[str]()
    for fact in facts:
        if fact.subject in flagged:
            continue
        for told in archive.elsewhere(story, "tally", fact.subject, within=_WITHIN):
            if told.path in siblings and _at_odds(story, fact, told):
                flagged.add(fact.subject)
                yield Flag(
                    (fact.start, fact.end),
                    f"“{fact.words}” here, “{told.fact.words}” in {told.path} ({fact.subject})",
                    related=(told.place("the other figure"),),
                    confidence=0.6,
                )
                break


def _at_odds(story: Story, fact: Fact, told: Told) -> bool:
    """Whether two facts on one kind of thing tell of one, and cannot both be right."""
    if (story.date, story.path) < (told.date, told.path):
        return False  # Said once, in the later of the two.
    here, there = taken_apart(fact.value), taken_apart(told.fact.value)
    kind = fact.subject.split()[0]
    if here.currency != there.currency or not differ(here, there) or not _of_one(kind, here, there):
        return False
    return not (kind in _GROWING and story.date > told.date and here.figures > there.figures)


def _of_one(kind: str, here: Tally, there: Tally) -> bool:
    return bool(here.names & there.names) and len(here.words & there.words) >= _WORDS.get(kind, 0)
