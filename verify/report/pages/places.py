"""The way back: from the source, in which findings are placed, to the text that is read."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

from verify.check.outcome import Copy
from verify.model.span import Piece, Span


class Places:
    """Where stretches of an article's source stand in its text."""

    __slots__ = ("_pieces", "_reaches", "_text")

    def __init__(self, copy: Copy) -> None:
        self._text = copy.text
        self._pieces = sorted(copy.map.pieces, key=lambda piece: (piece.source_start, piece.source_end))
        # Pieces may overlap in the source; none before the first that reaches so far can touch a span.
        self._reaches = list(accumulate((piece.source_end for piece in self._pieces), max))

    def of(self, start: int, end: int) -> tuple[Span, ...]:
        """The stretches of the text that came from source[start:end]; none where it is all markup.

        Markup between two words parts nothing: what is one stretch for the reader comes as one.
        """
        found: list[Span] = []
        for at in range(bisect_left(self._reaches, start), len(self._pieces)):
            piece = self._pieces[at]
            if piece.source_start > end:
                break
            if (span := _clipped(piece, start, end)) is not None:
                found.append(span)
        if start < end and any(span.start < span.end for span in found):
            found = [span for span in found if span.start < span.end]
        return tuple(self._joined(sorted(set(found))))

    def _joined(self, spans: list[Span]) -> list[Span]:
        joined: list[Span] = []
        for span in spans:
            if joined and not self._text[joined[-1].end : span.start].strip():
                joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
            else:
                joined.append(span)
        return joined


def _clipped(piece: Piece, start: int, end: int) -> Span | None:
    """The part of a piece's text that came from source[start:end]; empty for a mere place in it."""
    if start == end:
        if not piece.source_start <= start <= piece.source_end:
            return None
    elif piece.source_end <= start or end <= piece.source_start:
        return None
    if piece.text_end - piece.text_start != piece.source_end - piece.source_start:
        return Span(piece.text_start, piece.text_start if start == end else piece.text_end)
    shift = piece.text_start - piece.source_start
    return Span(max(start, piece.source_start) + shift, min(end, piece.source_end) + shift)
