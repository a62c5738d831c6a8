"""One person, two offices, two articles of one run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from verify import Archive, Fact, Flag, Story, Told, archive_rule
from verify.mark.naming.offices import clash, office

_LONG = 62
"""Days after which somebody may well hold another office."""


def _yields(story: Story, fact: Fact, other: Told, usage: Counter[str]) -> bool:
    """Whether this story is the one to flag: the rarer office, or else the later story."""
    theirs = other.fact
    if usage[fact.value] != usage[theirs.value]:
        return usage[fact.value] < usage[theirs.value]
    return (story.date, story.path) > (other.date, other.path)


@archive_rule(
    severity="warning",
    since="0.1",
    needs={"dates", "names", "people"},
    advice="Check which office is right, and give the same one in every story.",
)
def inconsistent_title_across_articles(story: Story, archive: Archive) -> Iterator[Flag]:
    """One person is given one office here, and another that excludes it in another article."""
    for fact in story.of("called"):
        here = office(fact.value)
        told = list(archive.elsewhere(story, "called", fact.subject, within=_LONG))
        usage = Counter([fact.value, *(other.fact.value for other in told)])
        for other in told:
            there = office(other.fact.value)
            if here is None or there is None or not clash(here, there):
                continue
            if _yields(story, fact, other, usage):
                yield Flag(
                    (fact.start, fact.end),
                    f"{fact.subject} is {fact.value} here and {other.fact.value} in {other.path}",
                    related=(other.place(f"called {other.fact.value} here"),),
                    confidence=0.85,
                )
                break
