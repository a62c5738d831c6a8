"""People who are introduced twice."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby, islice

from verify import Article, Block, Elsewhere, Entity, Flag, Mention, rule
from verify.lexicon.late import late
from verify.mark.naming.offices import offices_in, words_of

_LEARNED = frozenset(("dr", "prof", "professor", "rev", "sir", "dame"))
_CLOCK = late(r"\b\d{1,2}[:.]\d\d ?[ap]\.?m\b", re.IGNORECASE)
_ENTRIES = 5
"""Times of the clock from which on a story is a log of the day, whose entries are read each by itself."""
_APART = late(
    r"\W*(?:An earlier version|Correction|Clarification|Editor[’']s note)\b"
    r"|[^\n]{0,400}?(?:pic\.twitter|<tweet|\bt\.co/)",
    re.IGNORECASE,
)
"""Paragraphs that are read apart from the story: corrections, and posts that it embeds."""
_ENTRY = late(r"(?: \([^)\n]{1,60}\))? [—–-] ")
"""What follows a name at the head of an entry in a list."""
_LABEL = late(r"[\W_]*(?:[A-Z]{3,}(?: [A-Z]{2,}){0,3})?[\W_]*")
"""A line in capitals, or of signs alone, that parts a summary or a letter from the next."""
_BESIDE = 6
"""A title stands beside the name with at most ", the " between."""


@rule(
    severity="info",
    since="0.1",
    needs={"people"},
    advice="After the first mention the family name is enough.",
)
def full_name_repeated(article: Article) -> Iterator[Flag]:
    """A person is introduced with title and full name a second time."""
    for entity in article.entities:
        if entity.kind != "person":
            continue
        introductions = [
            mention
            for mention in (article.mentions[index] for index in entity.mentions)
            if _introduces(mention, entity)
        ]
        if len(introductions) < 2:
            continue
        if _is_log(article.text):
            return
        prose = [mention for mention in introductions if _in_prose(article, mention)]
        same = groupby(prose, key=lambda mention: _part(article, mention))
        twice = next((pair for _, group in same if len(pair := list(islice(group, 2))) > 1), None)
        if twice is not None:
            first, second = twice
            yield Flag(
                _span(second),
                f"{entity.name} has been introduced with title and full name before",
                related=(Elsewhere(_span(first), "introduced here"),),
            )


def _is_log(text: str) -> bool:
    """Whether a story is a log of the day."""
    return sum(1 for _ in islice(_CLOCK.finditer(text), _ENTRIES)) == _ENTRIES


def _part(article: Article, mention: Mention) -> int:
    """The part of the copy in which a mention stands: how many lines that begin a part lie before it."""
    return bisect_right(_parts(article.text, article.blocks), mention.start)


@lru_cache(maxsize=1)
def _parts(text: str, blocks: tuple[Block, ...]) -> tuple[int, ...]:
    """Where the lines stand that begin a part of the copy; remembered, since each name asks."""
    return tuple(block.start for block in blocks if _LABEL.fullmatch(text, block.start, block.end))


def _in_prose(article: Article, mention: Mention) -> bool:
    """Whether the mention stands in a paragraph of the story, which is more than the introduction."""
    text, blocks = article.text, article.blocks
    at = bisect_right(blocks, mention.start, key=lambda block: block.start) - 1
    block, before = blocks[at], blocks[at - 1] if at else None
    if block.zone != "body" or _APART.match(text, block.start, block.end):
        return False
    if before is not None and (
        before.zone == "credit"
        or (before.zone == "headline" and "\n\n" not in text[before.end : block.start].replace(" ", ""))
    ):
        return False  # A caption under its credit, or a second line of the headline.
    start, end = _span(mention)
    opens = not text[block.start : start].strip('"“ ')
    return not (opens and (not text[end : block.end].strip('.”" ') or _ENTRY.match(text, end)))


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
