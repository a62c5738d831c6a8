"""One person, two offices, two articles of one run."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from verify import Archive, Elsewhere, Fact, Flag, Story, archive_rule
from verify.mark.naming.offices import clash, office

_LONG = 62
"""Days after which somebody may well hold another office."""


def _long_apart(story: Story, other: Story) -> bool:
    """Whether the two stories are dated so far apart that both may be right."""
    try:
        days = dt.date.fromisoformat(story.date[:10]) - dt.date.fromisoformat(other.date[:10])
    except ValueError:
        return False
    return abs(days.days) > _LONG


def _yields(story: Story, fact: Fact, other: Story, theirs: Fact, usage: Counter[str]) -> bool:
    """Whether this story is the one to flag: the rarer office, or else the later story."""
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
        told = list(archive.elsewhere(story, "called", fact.subject))
        usage = Counter([fact.value, *(theirs.value for _, theirs in told)])
        for other, theirs in told:
            there = office(theirs.value)
            if here is None or there is None or not clash(here, there) or _long_apart(story, other):
                continue
            if _yields(story, fact, other, theirs, usage):
                yield Flag(
                    (fact.start, fact.end),
                    f"{fact.subject} is {fact.value} here and {theirs.value} in {other.path}",
                    related=(
                        Elsewhere((theirs.start, theirs.end), f"called {theirs.value} here", other.path),
                    ),
                    confidence=0.85,
                )
                break
