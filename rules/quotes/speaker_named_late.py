"""Long quotes whose speaker comes only at their end."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from verify import Article, Flag, Quote, rule
from verify.lexicon.late import late

_END = late(r"(?:\b[a-z]{2,}|\b[A-Z][a-z]{4,}|[\d)%])[.?!…]+[’'”\"]? +[“‘\"'(\[]?[A-Z0-9]")
"""The end of one sentence and the beginning of the next; “Mr. Lee” and “U.S. Army” are none."""
_SURE = 0.8
_BESIDE = 2
"""So many paragraphs back a name is still in the reader’s ear."""


class Options(Struct, frozen=True):
    """What the desk may set."""

    sentences: int = 2
    """So many sentences may stand before the speaker."""


@rule(
    severity="info",
    since="0.1",
    needs={"quotes", "people"},
    advice="Put the speaker after the first sentence of the quote.",
    options=Options,
    default=False,
)
def speaker_named_late(article: Article, options: Options) -> Iterator[Flag]:
    """A new speaker is named only after several sentences of the quote."""
    last = ""
    for quote in article.quotes:
        before = last
        if quote.speaker is None or quote.needs_none:
            continue
        last = quote.speaker.name
        if before == last or not _opens(article, quote) or _in_ear(article, quote):
            continue
        count = sum(1 for _ in _END.finditer(article.text, quote.start, quote.end)) + 1
        if count > options.sentences:
            yield Flag(
                quote.span, f"{count} sentences are quoted before the reader learns that {last} speaks"
            )


def _opens(article: Article, quote: Quote) -> bool:
    """Whether the quote opens its paragraph, and its speaker comes behind it."""
    block = article.blocks[quote.block]
    if quote.speaker is None or quote.cue is None or quote.confidence < _SURE:
        return False
    if block.zone != "body" or quote.start != block.start:
        return False
    if article.quotations.spans[quote.quotation].chain >= 0:
        return False
    return quote.end <= quote.speaker.start < block.end


def _in_ear(article: Article, quote: Quote) -> bool:
    """Whether the reader has just read of the speaker; so has one who is a pronoun here."""
    speaker = quote.speaker
    if speaker is None or speaker.entity < 0 or not article.text[speaker.start].isupper():
        return True
    start = article.blocks[max(0, quote.block - _BESIDE)].start
    mentions = (article.mentions[number].start for number in article.entities[speaker.entity].mentions)
    return any(start <= at < quote.start for at in mentions)
