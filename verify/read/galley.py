"""The galley: an article's words as a reader sets them, block by block, with the source of each run."""

from __future__ import annotations

from msgspec import Struct

from verify.model.document import Block, Zone
from verify.model.span import Piece, SourceMap, Span

BLANK = (
    " \t\n\r\f\v\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)
"""White space, and the marks without width that blank lines pasted from a page are made of."""

OPAQUE = "\ufffc"
"""Stands in the text for what is set there but has no words: a code span, a template's variable."""
_EDGE = BLANK + OPAQUE


class Remark(Struct, frozen=True):
    """A comment of the author's: where it stands in the source, its words, and the block it belongs to.

    The block is the one it stands in, or else the next: its number among the blocks, which may be one
    that never came.
    """

    start: int
    end: int
    words: str
    block: int


class Galley:
    """Takes runs of words in the order of the source; closing a block strips and keeps it.

    `source` is compared with each run, so that words which stand in it as they are map point by point.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.blocks: list[Block] = []
        self.sources: list[Span] = []
        self.remarks: list[Remark] = []
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0
        self._runs: list[tuple[str, int, int]] = []
        self._worded = False

    @property
    def empty(self) -> bool:
        """Whether the open block holds no word so far."""
        return not self._worded

    @property
    def spaced(self) -> bool:
        """Whether a space set now would be the first thing in the block, or follow another."""
        return not self._runs or self._runs[-1][0][-1].isspace()

    def set(self, words: str, start: int, end: int) -> None:
        """Set words that came from source[start:end]."""
        if not words:
            return
        self._runs.append((words, start, end))
        self._worded = self._worded or bool(words.strip(_EDGE))

    def remark(self, start: int, end: int, words: str) -> None:
        """Keep a comment for the block that it stands in or before."""
        self.remarks.append(Remark(start, end, words, len(self.blocks)))

    def close(self, zone: Zone, *, set_off: bool = False) -> int:
        """End the open block, and return its number; -1 where it held no words."""
        if not self._runs:
            return -1
        runs, self._runs, self._worded = self._runs, [], False
        words = "".join(run[0] for run in runs)
        left = len(words) - len(words.lstrip(_EDGE))
        right = len(words.rstrip(_EDGE))
        if right <= left:
            return -1
        if self.blocks:
            self._parts.append("\n\n")
            self._length += 2
        first = self._length
        extent: list[int] = []
        at = 0
        for run, source_start, source_end in runs:
            low, high = max(left - at, 0), min(right - at, len(run))
            at += len(run)
            if low >= high:
                continue
            if source_end - source_start == len(run):
                source_start, source_end = source_start + low, source_start + high  # noqa: PLW2901
            self._parts.append(run[low:high])
            self._lay(high - low, source_start, source_end)
            self._length += high - low
            extent += (source_start, source_end)
        self.blocks.append(Block(zone, first, self._length, set_off))
        self.sources.append(Span(extent[0], extent[-1]))
        return len(self.blocks) - 1

    def rezone(self, number: int, zone: Zone) -> None:
        """Give a block that was set another zone."""
        block = self.blocks[number]
        self.blocks[number] = Block(zone, block.start, block.end, block.set_off)

    def _lay(self, length: int, start: int, end: int) -> None:
        """Add a piece of this length, or lengthen the last where the source runs on as the text does."""
        at = self._length
        if self._pieces and end - start == length:
            last = self._pieces[-1]
            if last.text_end == at and last.source_end == start and _even(last):
                self._pieces[-1] = Piece(last.text_start, at + length, last.source_start, end)
                return
        self._pieces.append(Piece(at, at + length, start, end))

    def text(self) -> str:
        """All the words, a blank line between two blocks."""
        return "".join(self._parts)

    def map(self) -> SourceMap:
        """The way from the words back to the source."""
        return SourceMap(self._pieces)


def _even(piece: Piece) -> bool:
    return piece.text_end - piece.text_start == piece.source_end - piece.source_start
