"""Indirect quotes: what somebody is reported to say, think or want without quotation marks around it."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache, partial
from itertools import repeat
from pathlib import Path
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from verify.mark.narration import Paragraph, Word, paragraphs
from verify.mark.sources.contents import Content, contents
from verify.mark.sources.hearing import WINDOW, Hearing, Spot, Weigh, describe, hearings, shared, spots
from verify.mark.syntax.endings import antecedent
from verify.mark.syntax.phrases import Phrase
from verify.mark.who.speakers import Speakers
from verify.model.article import Article
from verify.model.marks import Quote
from verify.model.span import Span

_DATA = Path(__file__).parents[1] / "data"
LEAST = 0.3
"""Below this a statement is left out: where hits and misses weigh alike, half what is reached is best."""
_STRAY = frozenset(",;:")
"""Marks with which no statement begins."""
WHOLE = 100
"""A weight of one: weights are kept in hundredths, so that they add up to the same in any order."""
_PLAIN = 0.5
_HOPELESS = -250
"""A word that scores less whoever its source is is not looked at further."""
_SAME = 0.6
_NEARLY = 0.6
"""A stretch with at least this much of the share of the likeliest is nearly as likely."""
_REACH = 2 * WINDOW
"""Words between two cues that may report the same."""
_AROUND = 30
_TAKEN_UP = {"their": "they", "its": "it", "our": "we", "my": "i", "your": "you"}


class Weights(Struct, frozen=True):
    """What was learnt: the words that may be cues, and the weights of the features of cues and contents."""

    words: frozenset[str]
    cue: Weigh[int]
    content: Weigh[int]


class Statement(Struct, frozen=True):
    """One thing said or thought: the cue, whose it is, the words reported, and how sure that is.

    `source` are all the words that name whose it is, the hearing's among them.
    """

    paragraph: Paragraph
    hearing: Hearing
    content: Content[int]
    probability: float
    source: Phrase


class Reading(Protocol):
    """How the words of a paragraph are read: who may report something, what, and what speaks for it.

    Ours goes by the words alone; an engine’s may know more of the paragraph. Loads are in hundredths.
    """

    @property
    def known(self) -> Collection[str]:
        """The words that may be cues."""

    @property
    def least(self) -> float:
        """The probability below which a statement is left out."""

    @property
    def hopeless(self) -> int:
        """A word that scores less whoever its source is is not looked at further."""

    def hearings(self, words: Sequence[Word], at: int) -> Sequence[Hearing]:
        """Everybody whose speech or thought words[at] may report."""

    def shared(self, words: Sequence[Word], seen: Spot) -> int:
        """What speaks for and against a word as a cue, whoever the source is."""

    def describe(self, words: Sequence[Word], seen: Spot, hearing: Hearing) -> int:
        """What speaks for and against one source of the cue."""

    def contents(self, words: Sequence[Word], seen: Spot, hearing: Hearing) -> Iterable[Content[int]]:
        """Every stretch that the cue may report, with what speaks for it."""

    def whole(self, words: Sequence[Word], source: Phrase) -> Phrase:
        """A source with all that the copy says of it on the spot."""


class _Ours:
    """What the words of a paragraph tell by themselves, weighed with the weights that the package ships."""

    def __init__(self) -> None:
        table = weights()
        self.known, self._cue, self._content = table.words, table.cue, table.content
        self.least = LEAST
        self.hopeless = _HOPELESS

    def hearings(self, words: Sequence[Word], at: int) -> Sequence[Hearing]:
        return hearings(words, at)

    def shared(self, words: Sequence[Word], seen: Spot) -> int:
        return shared(words, seen, self._cue)

    def describe(self, words: Sequence[Word], seen: Spot, hearing: Hearing) -> int:
        return describe(words, seen, hearing, self._cue)

    def contents(self, words: Sequence[Word], seen: Spot, hearing: Hearing) -> Iterable[Content[int]]:
        return contents(words, seen, hearing, self._content)

    def whole(self, words: Sequence[Word], source: Phrase) -> Phrase:
        del words
        return source


@cache
def weights() -> Weights:
    """The weights that the package ships (see data/README.md)."""
    import msgspec

    data = msgspec.json.decode((_DATA / "indirect.json").read_bytes())
    return Weights(frozenset(data["words"]), partial(total, data["cue"]), partial(total, data["content"]))


def total(table: Mapping[str, int], features: Sequence[str]) -> int:
    """The sum of the weights of the features; those never seen in training weigh nothing."""
    return sum(map(table.get, features, repeat(0)))


def indirect(article: Article) -> tuple[Quote, ...]:
    """What the narration reports of somebody's words or thoughts, in the order of the text."""
    ours = _Ours()
    return reported(article, lambda _: ours)


def reported(article: Article, reading: Callable[[Paragraph], Reading]) -> tuple[Quote, ...]:
    """What the narration reports, each paragraph read in the way that `reading` has for it."""
    cues = frozenset(quote.cue.start for quote in article.quotes if quote.cue)
    found = [
        statement
        for paragraph in paragraphs(article)
        for statement in statements(paragraph, cues, reading(paragraph))
        # A headline leaves out the words by which a statement is told.
        if article.blocks[paragraph.block].zone != "headline" or statement.probability >= _PLAIN
    ]
    speakers = Speakers(article)
    quoted = iter(article.quotes)
    following = next(quoted, None)
    told: list[Quote] = []
    for statement in found:
        at = statement.paragraph.words[statement.hearing.source.first].start
        while following is not None and following.start < at:
            if following.speaker is not None:
                speakers.recall(following.speaker)
            following = next(quoted, None)
        told.append(_quote(statement, speakers))
    return tuple(sorted(told, key=lambda quote: (quote.start, quote.end)))


def _quote(statement: Statement, speakers: Speakers) -> Quote:
    words = statement.paragraph.words
    cue, way = statement.hearing.cue, statement.hearing.way
    source = statement.source
    first, last = statement.content.first, statement.content.last
    if first < last and words[first].low in _STRAY:
        first += 1  # "The board decided, over objections, that …"
    speaker, sure = speakers.speaker(*_meant(words, statement.hearing))
    start, end = words[source.first].start, words[source.last].end
    return Quote(
        words[first].start,
        words[last].end,
        "indirect",
        replace(speaker, start=start, end=end),
        Span(words[cue].start, words[cue].end),
        round(statement.probability * sure, 3),
        block=statement.paragraph.block,
        basis=f"reported, {way}",
    )


def _meant(words: Sequence[Word], hearing: Hearing) -> tuple[Sequence[Word], Phrase]:
    """The words that name the source: of a relative pronoun its antecedent, of "their" those of "they"."""
    source = hearing.source
    if hearing.way == "relative":
        return words, antecedent(words, source.first) or source
    low = words[source.first].low
    if source.first == source.last and low in _TAKEN_UP:
        first = max(0, source.first - _AROUND)
        near = list(words[first : source.first + 1])
        near[-1] = replace(near[-1], low=_TAKEN_UP[low])
        return near, Phrase(source.first - first, source.first - first)
    return words, source


def statements(paragraph: Paragraph, cues: frozenset[int], reading: Reading | None = None) -> list[Statement]:
    """The statements of a paragraph, in order; `cues` are the places of those that quotations have taken."""
    read = reading or _Ours()
    found = (_statement(paragraph, seen, read) for seen in spots(paragraph.words, read.known, cues))
    return _apart([statement for statement in found if statement is not None])


def _statement(paragraph: Paragraph, seen: Spot, reading: Reading) -> Statement | None:
    """What a word reports, if anything."""
    words = paragraph.words
    base = reading.shared(words, seen)
    if base < reading.hopeless:
        return None
    heard = reading.hearings(words, seen.at)
    if not heard:
        return None
    scores = [(base + reading.describe(words, seen, hearing)) / WHOLE for hearing in heard]
    best = max(range(len(heard)), key=scores.__getitem__)
    top = max(0.0, scores[best])
    told = math.exp(scores[best] - top) / (math.exp(-top) + sum(math.exp(value - top) for value in scores))
    if told < reading.least:
        return None
    content, sure = _content(words, list(reading.contents(words, seen, heard[best])))
    if content is None or told * sure < reading.least:
        return None
    whole = reading.whole(words, heard[best].source)
    return Statement(paragraph, heard[best], content, told * sure, whole)


def _content(words: Sequence[Word], found: Sequence[Content[int]]) -> tuple[Content[int] | None, float]:
    """Of the likeliest stretches the one that is right by half most probably, and how probably."""
    if not found:
        return None, 0.0
    top = max(content.load for content in found)
    shares = [math.exp((content.load - top) / WHOLE) for content in found]
    spans = [(words[content.first].start, words[content.last].end) for content in found]
    right = [0.0] * len(spans)
    for one, (start, end) in enumerate(spans):
        right[one] += shares[one]
        for other in range(one + 1, len(spans)):
            # As in `_alike`, of which there are too many here to be asked one by one.
            begin, stop = spans[other]
            both = min(end, stop) - max(start, begin)
            if 2 * both >= end - start and 2 * both >= stop - begin:
                right[one] += shares[other]
                right[other] += shares[one]
    likely = [one for one, share in enumerate(shares) if share >= _NEARLY]
    best = max(likely, key=right.__getitem__)
    return found[best], right[best] / sum(shares)


def _alike(start: int, end: int, begin: int, stop: int, least: float) -> bool:
    """Whether text[start:end] and text[begin:stop] share this much of the longer one."""
    return min(end, stop) - max(start, begin) >= least * max(end - start, stop - begin)


def _apart(found: list[Statement]) -> list[Statement]:
    """The statements without those that say the same again: one source's overlapping ones, and twins.

    Those kept are looked up by the place of their cue, since only near ones overlap.
    """
    kept: dict[int, list[tuple[Span, Statement]]] = {}
    for statement in sorted(found, key=lambda one: -one.probability):
        place = statement.hearing.cue // _REACH
        near = (one for step in (-1, 0, 1) for one in kept.get(place + step, ()))
        words, content = statement.paragraph.words, statement.content
        span = Span(words[content.first].start, words[content.last].end)
        if not any(_again(span, statement, *other) for other in near):
            kept.setdefault(place, []).append((span, statement))
    return sorted((one for near in kept.values() for _, one in near), key=lambda one: one.hearing.cue)


def _again(span: Span, statement: Statement, taken: Span, other: Statement) -> bool:
    """Whether two statements tell the same."""
    same = statement.hearing.source == other.hearing.source
    return (same and span.start < taken.end and taken.start < span.end) or _alike(*span, *taken, _SAME)
