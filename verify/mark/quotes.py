"""Who said what: quotations, their cues and their speakers, from the marks that came before."""

from __future__ import annotations

import re

from verify.mark import narration
from verify.mark.flow import Sourced, flow
from verify.mark.order import Marker
from verify.mark.speakers import Speakers
from verify.mark.unspoken import unspoken
from verify.model.article import Article
from verify.model.marks import Quotation, Quote, QuoteKind
from verify.model.span import Span

_SURE = 0.8
_ATTRIBUTION = re.compile(r"[^.!?:;“”\"\n]{3,80}, ")


def quotes(article: Article) -> tuple[Quote, ...]:
    """Every outermost quotation outside furniture and code, in the order of the text, with its speaker."""
    paragraphs = list(narration.paragraphs(article))
    speakers = Speakers(article)
    found: list[Quote] = []
    for sourced in flow(paragraphs, article.quotations.spans, article.text):
        before = found[-1] if found else None
        found.append(_quote(article, sourced, speakers, before))
    return tuple(found)


def _quote(article: Article, sourced: Sourced, speakers: Speakers, before: Quote | None) -> Quote:
    quotation = article.quotations.spans[sourced.quotation]
    headline = article.blocks[quotation.block].zone == "headline"
    found = sourced.source
    said = found is not None and found.cue >= 0 and sourced.probability >= _SURE
    needs_none = unspoken(article.text, quotation, headline=headline, said=said)
    speaker, cue, sure = None, None, sourced.probability
    if found is not None:
        words = found.paragraph.words
        speaker, named = speakers.speaker(words, found.source)
        sure *= named
        if found.cue >= 0:
            cue = Span(words[found.cue].start, words[found.cue].end)
    return Quote(
        quotation.start,
        quotation.end,
        _kind(article.text, quotation, before),
        speaker,
        cue,
        round(sure, 3),
        needs_none,
        sourced.quotation,
        quotation.block,
        found.why if found else "",
    )


def _kind(text: str, quotation: Quotation, before: Quote | None) -> QuoteKind:
    """Direct where whole sentences are quoted, mixed where the quotation is a part of the writer's own.

    The second half of a sentence that its attribution cuts in two is as direct as the first.
    """
    inner = text[quotation.start : quotation.end].lstrip("“”\"‘’`' […")
    if inner[:1].isupper() or inner[:1].isdigit():
        return "direct"
    cut = (
        before is not None
        and before.kind == "direct"
        and before.block == quotation.block
        and _ATTRIBUTION.fullmatch(text, before.end, quotation.start)
    )
    return "direct" if cut else "mixed"


MARKER = Marker("quotes", quotes, frozenset(("sentences", "quotations", "names", "people")))
