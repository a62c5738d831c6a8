"""A job that stands before a name as if it were an office."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from verify import Article, Flag, Mention, rule
from verify.lexicon.grammar import DETERMINERS, KIN, PREPOSITIONS
from verify.mark.naming.offices import FORMAL, head_of, is_modifier, is_role

_BACK, _LONGEST = 60, 4
_PARTS = frozenset(("rival", "opponent", "contender", "hopeful", "candidate", "nominee", "suspect", "victim"))
"""Parts in the story, which change with it."""


def _false(article: Article, mention: Mention) -> bool:
    """Whether a job in small letters, with no article before it, stands right before a full name."""
    title = mention.title_span
    if title is None or mention.quoted or not (mention.given and mention.family):
        return False
    if title.end + 1 != mention.start or not mention.title.replace(".", "").islower():
        return False
    head = head_of(mention.title.split()[-1])
    if head in KIN or head in _PARTS or not is_role(head) or head in FORMAL or is_modifier(head):
        return False
    return not _determined(article.text[max(0, title.start - _BACK) : title.start].split())


def _determined(before: list[str]) -> bool:
    """Whether an article or a possessive leads the words before a job ("the Harbor Times reporter")."""
    for word in reversed(before[-_LONGEST:]):
        low = word.lower()
        if low in DETERMINERS or low.endswith(("’s", "'s", "s’", "s'")) or low == "fellow":
            return True
        if low in PREPOSITIONS or not word[-1].isalnum():
            return False
    return False


@rule(
    severity="info",
    since="0.1",
    needs={"names", "quotations"},
    advice="Put the job behind the name, or “the” before it.",
    default=False,
)
def false_title(article: Article) -> Iterator[Flag]:
    """A job stands before a name as though it were an office."""
    starts = [block.start for block in article.blocks]
    for mention in article.mentions:
        if mention.kind == "person" and _false(article, mention):
            zone = article.blocks[bisect_right(starts, mention.start) - 1].zone
            start = mention.title_span.start if mention.title_span else mention.start
            if zone == "body":
                yield Flag(
                    (start, mention.end),
                    f"“{mention.title}” is a job, no office that goes before a name",
                    confidence=0.8,
                )
