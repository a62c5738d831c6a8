"""Quotes to which the copy gives no speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from verify import Article, Flag, Quote, rule

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_GUESSED = ("leads", "spoke last", "two paragraphs", "paragraph after")
"""Bases that are guesses of ours: no reader is told who speaks."""
_PLAIN = 0.55
_ENDS = (".", "?", "!", "…", ",")
_TAGGED = re.compile(r"^[^\n“”\"]{0,2}\n+ ?[—–―-]{1,2} ?[A-Z]")

_SIGNATURE = re.compile(
    r"(?:[A-Z][\w.’'-]+ ){1,4}[A-Z][\w.’'-]+(?:, [^.?!]{3,60})?|(?:[A-Z][\w.’'-]+ ?){1,6}(?:, [^.?!]{3,60})"
)


@dataclass(frozen=True, slots=True)
class Options:
    """What the desk may set."""

    min_words: int = 6
    """Leave quotes of fewer words alone."""


@rule(
    severity="warning",
    since="0.1",
    needs={"quotes"},
    advice="Say who said it, by the end of the quote’s first sentence.",
    options=Options,
)
def unattributed_quote(article: Article, options: Options) -> Iterator[Flag]:
    """A quote has no speaker that a reader could find."""
    for quote in article.quotes:
        if _guessed(article, quote) and not quote.needs_none and _speech(article, quote, options.min_words):
            yield Flag(quote.span, "the story does not say who said this", confidence=0.9)


def _guessed(article: Article, quote: Quote) -> bool:
    """Whether the speaker is nobody, or somebody of another paragraph whom a reader could only guess at."""
    if quote.speaker is None or quote.basis.startswith(_GUESSED):
        return True
    return quote.speaker.end < article.blocks[quote.block].start and quote.confidence < _PLAIN


def _speech(article: Article, quote: Quote, least: int) -> bool:
    """Whether the words are whole sentences that somebody spoke, in the body of the story."""
    if article.blocks[quote.block].zone not in ("body", "list"):
        return False
    inner = article.text[quote.start : quote.end].strip("“”\"‘’' ")
    whole = inner[:1].isupper() and inner.endswith(_ENDS)
    if not whole or len(_WORD.findall(inner)) < least:
        return False
    before = article.blocks[quote.block - 1] if quote.block else None
    if before is not None and article.text[before.end - 1] == ":":
        return False
    return not _signed(article, quote)


def _signed(article: Article, quote: Quote) -> bool:
    """Whether a line of its own below the quote names the speaker: "— Ann Lee, of Springfield"."""
    if _TAGGED.match(article.text[quote.end : quote.end + 12]):
        return True
    if quote.block + 1 >= len(article.blocks):
        return False
    following = article.blocks[quote.block + 1]
    line = article.text[following.start : following.end].strip('"”. ')
    return bool(_SIGNATURE.fullmatch(line))
