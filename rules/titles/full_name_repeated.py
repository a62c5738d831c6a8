"""People who are introduced twice."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from verify import Article, Elsewhere, Entity, Flag, Mention, rule
from verify.mark.naming.offices import offices_in, words_of

_LEARNED = frozenset(("dr", "prof", "professor", "rev", "sir", "dame"))
_CLOCK = re.compile(r"\W*\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\b\.?|GMT|EST|EDT|ET)?\W*", re.IGNORECASE)
_ENTRIES = 3
"""Paragraphs that are a time of day and no more, from which on a story is a log of the day."""
_REPAIRS = re.compile(r"\W*(?:An earlier version|Correction|Clarification|Editor[’']s note)\b", re.IGNORECASE)
_BESIDE = 6
"""A title stands beside the name with at most ", the " between."""


@rule(
    severity="info",
    since="0.1",
    needs={"people"},
    advice="After the first mention the family name is enough.",
    default=False,
)
def full_name_repeated(article: Article) -> Iterator[Flag]:
    """A person is introduced with title and full name a second time."""
    times = (_CLOCK.fullmatch(article.text, block.start, block.end) for block in article.zoned("body"))
    if sum(time is not None for time in times) >= _ENTRIES:
        return  # A log of the day: each entry is read by itself.
    for entity in article.entities:
        if entity.kind != "person":
            continue
        introductions = [
            mention
            for mention in (article.mentions[index] for index in entity.mentions)
            if _introduces(mention, entity) and _in_prose(article, mention)
        ]
        if len(introductions) > 1:
            first, second = introductions[0], introductions[1]
            yield Flag(
                _span(second),
                f"{entity.name} has been introduced with title and full name before",
                related=(Elsewhere(_span(first), "introduced here"),),
            )


def _in_prose(article: Article, mention: Mention) -> bool:
    """Whether the mention stands in a paragraph that is no correction, and more than the introduction."""
    text, blocks = article.text, article.blocks
    block = blocks[bisect_right(blocks, mention.start, key=lambda block: block.start) - 1]
    if block.zone != "body" or _REPAIRS.match(text, block.start, block.end):
        return False
    start, end = _span(mention)
    return bool(text[block.start : start].strip('"“ ') or text[end : block.end].strip('.”" '))


def _introduces(mention: Mention, entity: Entity) -> bool:
    """Whether the reporter's own words give an office or a degree and the full name in one go."""
    return (
        not mention.quoted
        and bool(mention.given and mention.family)
        and mention.name == entity.name
        and mention.title_span is not None
        and (offices_in(mention.title) or not _LEARNED.isdisjoint(words_of(mention.title)))
        and (
            0 <= mention.start - mention.title_span.end <= _BESIDE
            or 0 <= mention.title_span.start - mention.end <= _BESIDE
        )
    )


def _span(mention: Mention) -> tuple[int, int]:
    title = mention.title_span or mention.span
    return min(title.start, mention.start), max(title.end, mention.end)
