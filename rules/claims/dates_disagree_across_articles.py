"""A meeting or vote that two stories put on different days, or that one tells of before it was."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from verify import Archive, Fact, Flag, Story, Told, archive_rule
from verify.store.days import day
from verify.store.happenings import resolve

_FORTNIGHT = 14


@archive_rule(
    severity="warning",
    since="0.1",
    needs={"dates", "days", "names", "people", "quotations", "sentences"},
    advice="Find out on which day it was, and give that in both stories.",
    default=False,
)
def dates_disagree_across_articles(story: Story, archive: Archive) -> Iterator[Flag]:
    """Another article of the event puts a meeting or vote on a day that disagrees with this one."""
    flagged: set[str] = set()
    for fact in (*story.of("when"), *story.of("over")):
        if fact.subject in flagged:
            continue
        for told in _told(story, archive, fact.subject):
            there = resolve(told.fact.value, told.date)
            message = _disagreement(story, fact, told, there) if there else ""
            if message and there:
                flagged.add(fact.subject)
                yield Flag(
                    (fact.start, fact.end),
                    message,
                    related=(told.place(f"on {_written(there)} here"),),
                    confidence=0.7,
                )
                break


def _told(story: Story, archive: Archive, subject: str) -> Iterator[Told]:
    """The days that stories of the same event give."""
    found = list(archive.elsewhere(story, "when", subject, within=_FORTNIGHT))
    siblings = {sibling.path for sibling in archive.siblings(story)} if found else ()
    return (told for told in found if told.path in siblings)


def _disagreement(story: Story, fact: Fact, told: Told, there: dt.date) -> str:
    """What disagrees with the day that the other story gives; nothing where they may both be right."""
    own = day(story.date)
    if fact.kind == "over":
        if own is None or not dt.timedelta() < there - own <= dt.timedelta(days=_FORTNIGHT):
            return ""
        return (
            f"“{fact.words}” is over in this story, dated {_written(own)}, "
            f"but {told.path} puts it on {_written(there)}"
        )
    here = resolve(fact.value, story.date)
    if here is None or here == there or abs(here - there) > dt.timedelta(days=_FORTNIGHT):
        return ""
    if (story.date, story.path) < (told.date, told.path):
        return ""
    return f"“{fact.words}” is {_written(here)}, but {told.path} puts the same on {_written(there)}"


def _written(date: dt.date) -> str:
    return f"{date:%B} {date.day}, {date.year}"
