"""What a run keeps of an article for archive rules once its text is gone."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter

from verify.check.mishaps import Mishap, of_part
from verify.check.setup import Memory
from verify.mark.published import published
from verify.model.article import Article
from verify.model.span import Lines
from verify.store.facts import Fact, Story


def remembered(article: Article, lines: Lines, memories: Iterable[Memory], mishaps: list[Mishap]) -> Story:
    """The story of an article by all memories; one that raises costs its own facts."""
    facts: list[Fact] = []
    for memory in memories:
        try:
            facts.extend(memory.facts(article))
        except Exception as error:  # noqa: BLE001 - a memory may raise anything; the others go on
            mishaps.append(of_part(f"the memory of {memory.plugin}", article.document.path, error))
    return story(article, facts, lines)


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
    day = published(article)
    return Story(article.document.path, day.isoformat() if day else "", kept)


def _place(span: tuple[int, int], article: Article, lines: Lines) -> tuple[int, int, str, int, int]:
    """Where the words of a fact stand in the source, the words themselves, their line and column."""
    start, end = article.document.to_source(span)
    return (start, end, article.text[slice(*span)], *lines.place(start))
