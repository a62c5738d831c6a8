"""Why a quote got its speaker: everybody who might have said it, and what spoke for each of them."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from verify.mark import narration
from verify.mark.narration import Word
from verify.mark.sources import ranker
from verify.mark.sources.candidates import Candidate, Scene, Stage
from verify.mark.sources.flow import Sourced, flow
from verify.mark.sources.plain_words import LAYOUT, TRUST, pattern, reading
from verify.mark.sources.ranker import Ranking
from verify.mark.syntax.phrases import Phrase
from verify.mark.who.speakers import Speakers
from verify.model.article import Article
from verify.model.marks import Quote, Speaker
from verify.model.span import Span

_MEMORY = 400
"""Voices before a place that are heard again to resolve a source there; no pronoun reaches back further."""


class Reason(Struct, frozen=True):
    """What speaks for somebody, or against where the weight is below nothing."""

    words: str
    weight: float


class Contender(Struct, frozen=True):
    """One possible source: its words, whom they mean and how sure that is, and how likely it is the source.

    `proposed` says in plain English what brought it in; `reasons` are those that weigh most first.
    """

    span: Span
    speaker: Speaker
    sure: float
    cue: Span | None
    proposed: tuple[str, ...]
    share: float
    reasons: tuple[Reason, ...]


class Reasons(Struct, frozen=True):
    """The choice of one quote's speaker: the contenders, likeliest first, and nobody's share.

    `chosen` is the index of the contender chosen, or -1. `carried` means that the choice was not made for
    these words: the quotation goes on in a later paragraph, and its speaker is named there.
    """

    quote: Quote
    contenders: tuple[Contender, ...]
    nobody: float
    for_nobody: tuple[Reason, ...]
    chosen: int
    carried: bool = False


class _Weighed(Struct, frozen=True):
    """What the ranker was given for one quotation."""

    scene: Scene
    found: tuple[Candidate, ...]
    none: tuple[str, ...]


def reasons(article: Article, quote: Quote) -> Reasons:
    """How the speaker of a quote of this article was chosen, by going through the article once more.

    Indirect speech is found together with its source, so that there is no choice to tell.
    """
    if quote.quotation < 0:
        return Reasons(quote, (), 0.0, (), -1)
    seen: dict[int, _Weighed] = {}

    def watch(scene: Scene, found: list[Candidate], none: list[str]) -> Ranking:
        if scene.quotation.start == quote.start:
            seen[quote.start] = _Weighed(scene, tuple(found), tuple(none))
        return ranker.rank(found, none)

    paragraphs = tuple(narration.paragraphs(article))
    sources = list(flow(paragraphs, article.quotations.spans, article.text, watch))
    if quote.start not in seen:
        return Reasons(quote, (), 0.0, (), -1)
    weighed = seen[quote.start]
    shares = _shares(weighed)
    number = next(n for n, sourced in enumerate(sources) if sourced.quotation == quote.quotation)
    order = sorted(range(len(weighed.found)), key=lambda index: -shares[index + 1])
    heard = _Heard(article, weighed.scene.stage, sources[:number])
    contenders = [_contender(heard, weighed.found[index], shares[index + 1]) for index in order]
    source = sources[number].source
    chosen = next((place for place, index in enumerate(order) if weighed.found[index] is source), -1)
    if chosen >= 0 and quote.speaker is not None and contenders[chosen].span.covers(quote.speaker.span):
        contenders[chosen] = replace(contenders[chosen], speaker=quote.speaker)
    return Reasons(
        quote,
        tuple(contenders),
        shares[0],
        _summed(weighed.none),
        chosen,
        carried=source is not None and chosen < 0,
    )


def compared(winner: Iterable[Reason], other: Iterable[Reason]) -> tuple[Reason, ...]:
    """What speaks for the winner and not for the other, or more for the one than for the other."""
    weights = {reason.words: reason.weight for reason in winner}
    for reason in other:
        weights[reason.words] = weights.get(reason.words, 0.0) - reason.weight
    return _ordered(weights)


def _shares(weighed: _Weighed) -> list[float]:
    """The probability of nobody, and of each candidate, as the ranker sees them."""
    table = ranker.weights()
    scores = [
        ranker.score(weighed.none, table),
        *(candidate.prior + ranker.score(candidate.features, table) for candidate in weighed.found),
    ]
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def _contender(heard: _Heard, candidate: Candidate, share: float) -> Contender:
    words, source = candidate.paragraph.words, candidate.source
    speaker, sure = heard.speakers(words[source.first].start).speaker(words, source)
    patterns = [feature[3:] for feature in candidate.features if feature.startswith("by ")]
    own = [why for why in patterns if pattern(why) != why] or [candidate.why]
    trust = TRUST if any(feature.startswith("first ") for feature in candidate.features) else LAYOUT
    return Contender(
        Span(words[source.first].start, words[source.last].end),
        speaker,
        sure,
        Span(words[candidate.cue].start, words[candidate.cue].end) if candidate.cue >= 0 else None,
        tuple(dict.fromkeys(pattern(why) for why in own)),
        share,
        _summed(candidate.features, {trust: candidate.prior}),
    )


def _summed(features: Iterable[str], start: Mapping[str, float] | None = None) -> tuple[Reason, ...]:
    """The features as reasons; those that read the same count together."""
    table = ranker.weights()
    weights = dict(start or {})
    for feature in features:
        words = reading(feature)
        weights[words] = weights.get(words, 0.0) + table.get(feature, 0.0)
    return _ordered(weights)


def _ordered(weights: Mapping[str, float]) -> tuple[Reason, ...]:
    told = [Reason(words, round(weight, 2)) for words, weight in weights.items() if abs(weight) >= 0.005]
    return tuple(sorted(told, key=lambda reason: (-abs(reason.weight), reason.words)))


class _Voice(Struct, frozen=True):
    """Somebody who speaks in the article: where, in which words, and whether a quote was given to them."""

    start: int
    words: Sequence[Word]
    source: Phrase
    quoted: bool


class _Heard:
    """What was heard in the article before a quote, so that each contender is resolved as it would be."""

    def __init__(self, article: Article, stage: Stage, earlier: Sequence[Sourced]) -> None:
        self._article = article
        narrated = (
            (paragraph.words, said.source, False)
            for number, paragraph in enumerate(stage.paragraphs)
            for said in stage.said(number)
        )
        sourced = ((one.source.paragraph.words, one.source.source, True) for one in earlier if one.source)
        voices = (
            _Voice(words[source.first].start, words, source, by)
            for words, source, by in (*narrated, *sourced)
        )
        self._voices = sorted(voices, key=lambda voice: voice.start)

    def speakers(self, until: int) -> Speakers:
        """One who resolves sources, and has heard everybody who speaks before a place."""
        speakers = Speakers(self._article)
        end = bisect_left(self._voices, until, key=lambda voice: voice.start)
        for voice in self._voices[max(0, end - _MEMORY) : end]:
            (speakers.speaker if voice.quoted else speakers.hear)(voice.words, voice.source)
        return speakers
