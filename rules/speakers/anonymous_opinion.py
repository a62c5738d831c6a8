"""Unnamed sources that pass judgement on somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify import Article, Flag, rule
from verify.lexicon.late import late

from .cues import SURE
from .prose import PROSE
from .unnamed import ONE, described

_HEADS = ONE | frozenset(
    """colleague friend republican democrat sources insiders aides advisers advisors officials staffers
    operatives strategists lawmakers diplomats executives allies friends colleagues""".split()
)
_OPEN = ("a", "an", "one", "another", "some", "several", "two", "three", "multiple", "many")
_PERSON = late(r"\b(?:he|she|him|her|his|they|them|this guy|that guy|[A-Z][a-z]+)(?:’s|'s)?\b")
_HARSH = late(
    r"\b(?:idiots?|fools?|liars?|joke|disaster|disgrace|embarrass(?:ment|ing)|incompetent|clueless|toxic|lazy"
    r"|arrogant|corrupt|dishonest|unfit|unhinged|crazy|insane|stupid|dumb|moron|coward(?:ly)?|pathetic|weak"
    r"|terrible|awful|horrible|bully|fraud|crook|loser|useless|hopeless|delusional|vindictive|paranoid|monster"
    r"|narcissist(?:ic)?|sociopath|nightmare|failure|mess)\b",
    re.IGNORECASE,
)


@rule(
    severity="info",
    since="0.1",
    needs={"quotes"},
    advice="Put a name to the judgement, or leave it out.",
    default=False,
)
def anonymous_opinion(article: Article) -> Iterator[Flag]:
    """Somebody without a name runs somebody else down."""
    for quote in article.quotes:
        speaker = quote.speaker
        if speaker is None or speaker.type not in ("unnamed", "group") or quote.confidence < SURE:
            continue
        if quote.needs_none or article.blocks[quote.block].zone not in PROSE:
            continue
        written = article.text[speaker.start : speaker.end]
        head = described(written)
        if not head or head[-1] not in _HEADS or (head[0] not in _OPEN and len(head) > 2):
            continue
        words = article.text[quote.start : quote.end]
        if _HARSH.search(words) and _PERSON.search(words):
            yield Flag(speaker.span, f"“{written}” judges somebody and has no name", confidence=0.6)
