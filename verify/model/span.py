"""Places in a text, and the map that leads from a text back to its source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct


class Span(NamedTuple):
    """A stretch of text: code points from `start` up to, but not including, `end`."""

    start: int
    end: int

    def overlaps(self, other: tuple[int, int]) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other[1] and other[0] < self.end

    def covers(self, other: tuple[int, int]) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other[0] and other[1] <= self.end


class Piece(Struct, frozen=True):
    """A run of text that came from one run of source, in code points of each."""

    text_start: int
    text_end: int
    source_start: int
    source_end: int


class SourceMap:
    """Leads from every offset of a text back to its offset in the source.

    A piece whose two sides are equally long maps point by point; any other (an entity such as
    `&amp;`) maps as a whole. Text between two pieces was put there by a reader (the blank line
    between two blocks) and maps to the empty place where the piece before it ends.
    """

    __slots__ = ("_pieces", "_starts")

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self._pieces = tuple(pieces)
        self._starts = [piece.text_start for piece in self._pieces]

    @classmethod
    def identity(cls, length: int) -> SourceMap:
        """The map of a text that is its own source."""
        return cls((Piece(0, length, 0, length),))

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The runs of the map, in the order of the text."""
        return self._pieces

    def source_span(self, start: int, end: int) -> Span:
        """The source span of text[start:end], entities and markup between its ends included."""
        first = self._start(start)
        return Span(first, max(first, self._end(end)) if end > start else first)

    def _start(self, at: int) -> int:
        index = bisect_right(self._starts, at) - 1
        if index < 0:
            return self._pieces[0].source_start if self._pieces else 0
        piece = self._pieces[index]
        if at >= piece.text_end:
            # In the join after a piece: the empty place where the piece ends.
            return piece.source_end
        if piece.text_end - piece.text_start == piece.source_end - piece.source_start:
            return piece.source_start + at - piece.text_start
        return piece.source_start

    def _end(self, at: int) -> int:
        index = bisect_right(self._starts, at - 1) - 1
        if index < 0:
            return self._pieces[0].source_start if self._pieces else 0
        piece = self._pieces[index]
        if at > piece.text_end:
            return piece.source_end
        if piece.text_end - piece.text_start == piece.source_end - piece.source_start:
            return piece.source_start + at - piece.text_start
        return piece.source_end


class Lines:
    """Line and column of an offset, both counted from 1, columns in code points."""

    __slots__ = ("_starts",)

    def __init__(self, text: str) -> None:
        self._starts = [0]
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)

    def place(self, offset: int) -> tuple[int, int]:
        """(line, column) of the offset; an offset past the end is placed on the last line."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
