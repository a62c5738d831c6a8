"""Who said what: quotations, their cues and their speakers, from the marks that came before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from verify.lexicon.cues import cue_forms
from verify.lexicon.late import late
from verify.mark import narration
from verify.mark.narration import Word
from verify.mark.order import Marker
from verify.mark.sources.candidates import Candidate, Stage
from verify.mark.sources.flow import Sourced, flow
from verify.mark.syntax.phrases import Phrase, relative_subject
from verify.mark.unsaid.unspoken import unspoken
from verify.mark.who.speakers import Speakers
from verify.model.article import Article
from verify.model.marks import NeedsNone, Quotation, Quote, QuoteKind
from verify.model.span import Span

_SURE, _LIKELY = 0.8, 0.5
_CREDITING = frozenset(("according", "per"))
_ATTRIBUTION = late(r"(?:[^.!?:;“”\"\n]|(?<=\b[A-Z])\.|(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z][a-z][a-z])\.){3,80}, ")


class _Heard(Struct, frozen=True):
    """Somebody who speaks in the narration: where, and in which words."""

    start: int
    words: Sequence[Word]
    source: Phrase


def quotes(article: Article) -> tuple[Quote, ...]:
    """Every outermost quotation outside furniture and code, in the order of the text, with its speaker."""
    paragraphs = list(narration.paragraphs(article))
    speakers = Speakers(article)
    sources = list(flow(paragraphs, article.quotations.spans, article.text))
    heard = _statements(sources[0].scene.stage) if sources else iter(())
    following = next(heard, None)
    found: list[Quote] = []
    for sourced in sources:
        until = _place(sourced)
        while following is not None and following.start < until:
            speakers.hear(following.words, following.source)
            following = next(heard, None)
        before = found[-1] if found else None
        found.append(_quote(article, sourced, speakers, before))
    found += (_nickname(article, index) for paragraph in paragraphs for index in paragraph.nicknames)
    return tuple(sorted(found, key=lambda quote: quote.start))


def _nickname(article: Article, index: int) -> Quote:
    """A quotation that is part of a name, which nobody says."""
    quotation = article.quotations.spans[index]
    return Quote(
        quotation.start,
        quotation.end,
        "mixed",
        None,
        None,
        1.0,
        "nickname",
        index,
        quotation.block,
    )


def _statements(stage: Stage) -> Iterator[_Heard]:
    """Everybody who says something in the narration, quoted or not, in the order of the text."""
    for number, paragraph in enumerate(stage.paragraphs):
        for said in stage.said(number):
            yield _Heard(paragraph.words[said.source.first].start, paragraph.words, said.source)


def _place(sourced: Sourced) -> int:
    """Where the source of a quotation stands, or the quotation where it has none."""
    if sourced.source is None:
        return sourced.scene.quotation.start
    return sourced.source.paragraph.words[sourced.source.source.first].start


def _quote(article: Article, sourced: Sourced, speakers: Speakers, before: Quote | None) -> Quote:
    quotation = article.quotations.spans[sourced.quotation]
    headline = article.blocks[quotation.block].zone == "headline"
    found = sourced.source
    said = found is not None and found.cue >= 0 and sourced.probability >= _least(found)
    needs_none: NeedsNone = ""
    if not quotation.set_off:
        needs_none = unspoken(article.text, quotation, headline=headline, said=said)
    speaker, cue, sure = None, None, sourced.probability
    if found is not None:
        words = found.paragraph.words
        speaker, named = speakers.speaker(words, found.source)
        sure *= named
        who = relative_subject(words, found.cue) if found.cue >= 0 else -1
        if who > found.source.last:
            speaker = replace(speaker, start=words[who].start, end=words[who].end)
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


def _least(source: Candidate) -> float:
    """How sure a source must be for its cue to tell speech: a verb of saying needs less than "called"."""
    low = source.paragraph.words[source.cue].low
    strength, _ = cue_forms().get(low, ("", ""))
    return _LIKELY if strength == "say" or low in _CREDITING else _SURE


def _kind(text: str, quotation: Quotation, before: Quote | None) -> QuoteKind:
    """Direct where whole sentences are quoted, mixed where the quotation is a part of the writer's own.

    The second half of a sentence that its attribution cuts in two is as direct as the first.
    """
    inner = text[quotation.start : quotation.end].lstrip("“”„«‹\"‘’`' […")
    if quotation.set_off or inner[:1].isupper() or inner[:1].isdigit():
        return "direct"
    cut = (
        before is not None
        and before.kind == "direct"
        and before.block == quotation.block
        and _ATTRIBUTION.fullmatch(text, before.end, quotation.start)
    )
    return "direct" if cut else "mixed"


MARKER = Marker("quotes", quotes, frozenset(("sentences", "quotations", "narration", "names", "people")))
