"""Paragraphs in which a second speaker begins."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Elsewhere, Flag, Quote, rule

_SURE = 0.85
_LEAST = 6


@rule(
    severity="info",
    since="0.1",
    needs={"quotes", "people"},
    advice="Begin a new paragraph where the speaker changes.",
    default=False,
)
def two_speakers_in_paragraph(article: Article) -> Iterator[Flag]:
    """A paragraph runs the quotes of two speakers together."""
    last: Quote | None = None
    for quote in article.quotes:
        if not _spoken(article, quote):
            continue
        before, last = last, quote
        if before is None or before.block != quote.block or before.speaker is None or quote.speaker is None:
            continue
        if before.speaker.entity != quote.speaker.entity:
            yield Flag(
                quote.span,
                f"{quote.speaker.name} speaks in one paragraph with {before.speaker.name}",
                related=(Elsewhere(before.span, f"{before.speaker.name} speaks here"),),
            )


def _spoken(article: Article, quote: Quote) -> bool:
    """Whether somebody with a name says whole sentences."""
    speaker = quote.speaker
    if quote.kind != "direct" or quote.needs_none or speaker is None:
        return False
    if quote.cue is None or quote.confidence < _SURE or article.blocks[quote.block].zone != "body":
        return False
    long_ = article.text.count(" ", quote.start, quote.end) + 1 >= _LEAST
    return long_ and speaker.type == "person" and speaker.entity >= 0
