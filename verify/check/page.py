"""A source with its lines, and the way from an article's text to it."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from verify.model.document import Document
from verify.model.span import Lines, Span


class Page(Struct, frozen=True):
    """One source as findings are placed in it."""

    path: str
    source: str
    lines: Lines

    @classmethod
    def of(cls, document: Document) -> Page:
        """The page that a document was read from."""
        return cls(document.path, document.source, Lines(document.source))

    def itself(self, span: tuple[int, int]) -> Span:
        """The span as it is, for one that counts into the source already; it must lie inside."""
        return inside(span, len(self.source))


def inside(span: tuple[int, int], length: int) -> Span:
    """The span, once it is known to lie in a text of this length; raises ValueError where it does not."""
    start, end = span
    if not 0 <= start <= end <= length:
        raise ValueError(f"the span {start}:{end} lies outside the text (0:{length})")
    return Span(start, end)


def from_text(document: Document) -> Callable[[tuple[int, int]], Span]:
    """The way from a span of the document's text to its source."""
    length = len(document.text)
    to_source = document.map.source_span

    def place(span: tuple[int, int]) -> Span:
        return to_source(*inside(span, length))

    return place
