"""What a run keeps of an article for archive rules once its text is gone."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import islice
from operator import itemgetter

from verify.check.bounds import Unfit
from verify.check.mishaps import Mishap, of_part
from verify.check.page import inside
from verify.check.setup import Memory
from verify.check.watch import Watch
from verify.mark.published import published
from verify.model.article import Article
from verify.model.span import Lines
from verify.store.facts import Fact, Story

_MOST = 100_000
"""Facts of one plugin on one article."""


def remembered(
    article: Article,
    lines: Lines,
    memories: Iterable[Memory],
    mishaps: list[Mishap],
    watch: Watch | None = None,
) -> Story:
    """The story of an article by all memories; one that fails costs its own facts."""
    watch = watch or Watch()
    facts: list[Fact] = []
    for memory in memories:
        part = f"the memory of {memory.plugin}"
        try:
            facts.extend(watch.run(part, partial(_facts, memory, article)))
        except (Exception, SystemExit) as error:  # noqa: BLE001 - a memory may raise anything; the others go on
            mishaps.append(of_part(part, article.document.path, error))
    return story(article, facts, lines)


def _facts(memory: Memory, article: Article) -> list[Fact]:
    facts = list(islice(memory.facts(article), _MOST + 1))
    if len(facts) > _MOST:
        raise Unfit(f"gave more than {_MOST:,} facts")
    length = len(article.text)
    for fact in facts:
        if not isinstance(fact, Fact):
            raise Unfit(f"gave a {type(fact).__name__}, not a Fact")
        inside((fact.start, fact.end), length)
    return facts


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
