"""Carries a speaker from sentence to sentence and from paragraph to paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verify.mark import subjects
from verify.mark.attribution import Attribution, attribute, statements
from verify.mark.narration import QUOTE, STOP, Paragraph, Word
from verify.mark.subjects import Phrase
from verify.model.marks import Quotation

LEADS, FADED = "leads the paragraph before", "spoke further up"
"""Bases that are no more than guesses: a reader of the copy is not told who speaks."""
_COLON = "before a colon"
_DOUBTFUL = 0.5


class Sourced(NamedTuple):
    """A quotation with the source found for it, in the narration of `paragraph` (not always its own)."""

    quotation: int
    paragraph: Paragraph
    attribution: Attribution | None
    found_in: Paragraph | None


def flow(paragraphs: Sequence[Paragraph], quotations: Sequence[Quotation], text: str) -> Iterator[Sourced]:
    """Every outermost quotation in the order of the text, each with its source or None.

    A quotation that its own sentence leaves without a source takes, in this order, that of the
    paragraph it carries on, of the sentence before, of the paragraph before, of the sentence after.
    """
    said: dict[int, Sourced] = {}
    closing: Sourced | None = None
    for number, paragraph in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        if paragraph.quotes:
            for at, own in zip(paragraph.quotes, attribute(paragraph, text), strict=True):
                index = paragraph.words[at].quotation
                sourced = Sourced(index, paragraph, own, paragraph if own else None)
                if own is None or own.confidence < _DOUBTFUL:
                    sourced = _elsewhere(sourced, at, said, closing, quotations, following)
                said[index] = sourced
                yield sourced
        closing = _closing(paragraph, said, closing)


def _elsewhere(
    sourced: Sourced,
    at: int,
    said: dict[int, Sourced],
    closing: Sourced | None,
    quotations: Sequence[Quotation],
    following: Paragraph | None,
) -> Sourced:
    """The source that the words around give to a quotation without one of its own."""
    index, paragraph, own, _ = sourced
    chain = quotations[index].chain
    if chain >= 0 and chain in said and said[chain].attribution is not None:
        return _passed_on(sourced, said[chain], "the quotation carries on", 0.93)
    words = paragraph.words
    start = at
    while start > 0 and words[start - 1].low != STOP:
        start -= 1
    bare = start == at
    if start > 0:
        earlier = statements(words, 0, start) or statements(words, 0, start, strict=False)
        if earlier and (bare or own is None):
            return sourced._replace(
                attribution=earlier[-1]._replace(why="sentence before", confidence=0.75), found_in=paragraph
            )
    if own is not None and not bare:
        return sourced
    if start > 0 and bare:
        source = _leading(words[:start])
        if source is not None:
            found = Attribution(source, -1, "subject of the sentence before", 0.55)
            return sourced._replace(attribution=found, found_in=paragraph)
    if start == 0 and bare and closing is not None and closing.attribution is not None:
        origin = closing.attribution.why
        if origin in (LEADS, FADED):
            return _passed_on(sourced, closing, origin, 0.5)
        return _passed_on(sourced, closing, "paragraph before", 0.9 if origin == _COLON else 0.72)
    later = statements(words, at + 1, len(words))
    if later and bare:
        return sourced._replace(
            attribution=later[0]._replace(why="sentence after", confidence=0.6), found_in=paragraph
        )
    return sourced


def _passed_on(sourced: Sourced, origin: Sourced, why: str, confidence: float) -> Sourced:
    assert origin.attribution is not None
    sure = min(confidence, origin.attribution.confidence)
    return sourced._replace(
        attribution=origin.attribution._replace(why=why, confidence=sure), found_in=origin.found_in
    )


def _closing(paragraph: Paragraph, said: dict[int, Sourced], before: Sourced | None) -> Sourced | None:
    """The source with which a paragraph ends, for a quotation that opens the next one bare."""
    words = paragraph.words
    last = max((i for i, word in enumerate(words) if word.low not in (STOP, QUOTE)), default=-1)
    if last >= 0 and words[last].low == ":" and not any(at > last for at in paragraph.quotes):
        stated = statements(words, 0, last)
        source = stated[-1].source if stated else subjects.clause_subject(words, last)
        if source is not None:
            found = Attribution(source, stated[-1].cue if stated else -1, _COLON, 0.9)
            return Sourced(-1, paragraph, found, paragraph)
    best = [(said[words[at].quotation].attribution, at) for at in paragraph.quotes if words[at].quotation in said]
    candidates = [(attribution.cue if attribution.cue >= 0 else at, attribution)
                  for attribution, at in best if attribution is not None
                  and said[words[at].quotation].found_in is paragraph and attribution.confidence >= _DOUBTFUL]
    candidates += [(found.cue, found) for found in statements(words, 0, len(words))]
    if not candidates and not paragraph.quotes:
        candidates = [(found.cue, found) for found in statements(words, 0, len(words), strict=False)]
    if candidates:
        latest = max(candidates, key=lambda pair: pair[0])[1]
        return Sourced(-1, paragraph, latest, paragraph)
    if paragraph.quotes and words[paragraph.quotes[-1]].quotation in said:
        return said[words[paragraph.quotes[-1]].quotation]
    if not paragraph.quotes:
        source = _leading(words)
        if source is not None:
            return Sourced(-1, paragraph, Attribution(source, -1, LEADS, 0.5), paragraph)
    if not paragraph.quotes and before is not None and before.attribution is not None:
        faded = before.attribution._replace(why=FADED, confidence=before.attribution.confidence * 0.7)
        return before._replace(attribution=faded)
    return before


def _leading(words: Sequence[Word]) -> Phrase | None:
    """The person or body that narration without any speech is about: the subject of its last sentence."""
    end = len(words) - 1
    source = subjects.clause_subject(words, end)
    if source is None:
        return None
    head = words[source.first]
    named = head.text[:1].isupper() and words[source.last].text[:1].isupper()
    return source if named or head.low in ("he", "she") else None
