"""What a run keeps of an article for archive rules once its text is gone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from operator import itemgetter

from verify.model.article import Article
from verify.model.span import Lines
from verify.store.facts import Fact, Story

_ISO = re.compile(r"\d{4}-\d\d-\d\d")


def story(article: Article, facts: Iterable[Fact], lines: Lines) -> Story:
    """The article as other articles remember it: its date, and its facts placed in the source."""
    places: dict[tuple[int, int], tuple[int, int, str, int, int]] = {}
    placed = set()
    for fact in facts:
        span = (fact.start, fact.end)
        if span not in places:
            places[span] = _place(span, article, lines)
        placed.add(Fact(fact.kind, fact.subject, fact.value, *places[span]))
    kept = tuple(sorted(placed, key=itemgetter(3, 4, 0, 1, 2)))
    return Story(article.document.path, _date(article), kept)


def _place(span: tuple[int, int], article: Article, lines: Lines) -> tuple[int, int, str, int, int]:
    """Where the words of a fact stand in the source, the words themselves, their line and column."""
    start, end = article.document.to_source(span)
    return (start, end, article.text[slice(*span)], *lines.place(start))


def _date(article: Article) -> str:
    """The day of the story as ISO 8601: what its metadata says, else what its dateline says."""
    if written := _ISO.match(article.document.metadata.get("date", "")):
        return written[0]
    for block in article.zoned("dateline"):
        for date in article.marks.get("dates", ()):
            if block.start <= date.start < block.end and (day := date.calendar()):
                return str(day.isoformat())
    return ""
