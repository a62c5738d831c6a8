"""What a desk supplies to hold quotes against: the words of transcripts, releases and wires, with places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from verify.model.finding import Elsewhere, Problem
from verify.model.marks import Date, Number, Quote
from verify.model.span import Lines, SourceMap, Span

Verdict = Literal["verbatim", "respelt", "changed", "cut", "joined", "absent"]
"""From the mildest to the gravest, but for the last: what is not there has not been compared."""


OnFile = Literal["", "yes", "no", "differs"]


class Cue(Struct, frozen=True):
    """Where in the text the words of a subtitle begin, and the time at which they are shown."""

    start: int
    time: str


class Supplied(Struct, frozen=True, dict=True):
    """One source as read: its words, the way from these to its file, and the times of its subtitles.

    `speakers` are those whom the file itself names as speaking, in its words.
    """

    path: str
    text: str
    source: str
    map: SourceMap
    cues: tuple[Cue, ...] = ()
    speakers: tuple[str, ...] = ()

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.source)

    def passage(self, start: int, end: int) -> Passage:
        """The words text[start:end] with their place in the file."""
        span = self.map.source_span(start, end)
        number = bisect_right(self.cues, start, key=lambda cue: cue.start) - 1
        time = self.cues[number].time if number >= 0 else ""
        return Passage(self.path, span, *self._lines.place(span.start), time, self.text[start:end])


class Library(Struct, frozen=True):
    """All that was supplied for a run, in the order of paths, and what could not be read."""

    texts: tuple[Supplied, ...] = ()
    problems: tuple[Problem, ...] = ()


class Passage(Struct, frozen=True):
    """A stretch of a source: its place in the file, the time code of a subtitle, and its words."""

    path: str
    span: Span
    line: int
    column: int
    time: str
    words: str

    def place(self, message: str) -> Elsewhere:
        """The stretch as the other place of a flag."""
        told = f"{message}, at {self.time}" if self.time else message
        return Elsewhere(self.span, told, self.path, self.line, self.column)


class Difference(Struct, frozen=True):
    """Words of the article (a span of its text), and what the source has in their place.

    `negated` says that a “not” stands on one side alone. Either side may be empty: the words are not there.
    """

    kind: Verdict
    span: Span
    words: str
    source: str
    negated: bool = False


class Held(Struct, frozen=True):
    """A stretch of a quote between two marks of omission, held against the sources.

    `quote` is an index into `Article.quotes`. `passages` are the places it comes from, two where it is
    joined from two. `heard` says whether the sources give other words to the same speaker.
    """

    quote: int
    span: Span
    verdict: Verdict
    passages: tuple[Passage, ...] = ()
    differences: tuple[Difference, ...] = ()
    heard: bool = False
    score: float = 100.0
    words: int = 0


class Statement(Struct, frozen=True):
    """A sentence that can be checked: its figures, its dates, and who is said to say what in it.

    `on_file` says whether a source holds it, and is empty where none was supplied; `passages` are the places.
    """

    start: int
    end: int
    figures: tuple[Number, ...] = ()
    dates: tuple[Date, ...] = ()
    quotes: tuple[Quote, ...] = ()
    on_file: OnFile = ""
    passages: tuple[Passage, ...] = ()

    def on(self, on_file: OnFile, passages: tuple[Passage, ...] = ()) -> Statement:
        """The statement with what the sources say of it."""
        return replace(self, on_file=on_file, passages=passages)


def gravest(held: Sequence[Held]) -> Verdict | None:
    """The verdict on a whole quote: that on the part that differs most; None where nothing was compared."""
    order: tuple[Verdict, ...] = ("verbatim", "respelt", "absent", "cut", "joined", "changed")
    return max((one.verdict for one in held), key=order.index, default=None)
