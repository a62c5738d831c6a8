"""What a run keeps of an article for archive rules once its text is gone."""

from __future__ import annotations

from collections.abc import Iterable

from verify.check.mishaps import Mishaps
from verify.check.setup import Memory
from verify.mark.published import published
from verify.model.article import Article
from verify.model.span import Lines
from verify.store.facts import Fact, Story


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
    day = published(article)
    return Story(article.document.path, day.isoformat() if day else "", kept)


def _placed(fact: Fact, article: Article, lines: Lines) -> Fact:
    start, end = article.document.to_source((fact.start, fact.end))
    line, column = lines.place(start)
    words = article.text[fact.start : fact.end]
    return fact._replace(start=start, end=end, words=words, line=line, column=column)
