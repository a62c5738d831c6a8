"""What a run keeps of an article for archive rules once its text is gone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from verify.check.mishaps import Mishaps
from verify.check.setup import Memory
from verify.model.article import Article
from verify.model.span import Lines
from verify.store.facts import Fact, Story

_ISO = re.compile(r"\d{4}-\d\d-\d\d")


def remembered(article: Article, lines: Lines, memories: Iterable[Memory], mishaps: Mishaps) -> Story:
    """The story of an article by all memories; one that raises costs its own facts."""
    facts: list[Fact] = []
    for memory in memories:
        try:
            facts.extend(memory.facts(article))
        except Exception as error:  # noqa: BLE001 - a memory may raise anything; the others go on
            mishaps.add(f"the memory of {memory.plugin}", article.document.path, error)
    return story(article, facts, lines)


def story(article: Article, facts: Iterable[Fact], lines: Lines) -> Story:
    """The article as other articles remember it: its date, and its facts placed in the source."""
    placed = {_placed(fact, article, lines) for fact in facts}
    kept = tuple(sorted(placed, key=lambda fact: (fact.start, fact.end, fact.kind, fact.subject, fact.value)))
    return Story(article.document.path, _date(article), kept)


def _placed(fact: Fact, article: Article, lines: Lines) -> Fact:
    start, end = article.document.to_source((fact.start, fact.end))
    line, column = lines.place(start)
    words = article.text[fact.start : fact.end]
    return fact._replace(start=start, end=end, words=words, line=line, column=column)


def _date(article: Article) -> str:
    """The day of the story as ISO 8601: what its metadata says, else what its dateline says."""
    if written := _ISO.match(article.document.metadata.get("date", "")):
        return written[0]
    for block in article.zoned("dateline"):
        for date in article.marks.get("dates", ()):
            if block.start <= date.start < block.end and (day := date.calendar()):
                return str(day.isoformat())
    return ""
