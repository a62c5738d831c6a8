"""What a reader hands over: the words of an article, their zones, and the way back to the source."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from msgspec import Struct, field

from verify.model.span import SourceMap, Span

Zone = Literal["headline", "byline", "dateline", "body", "caption", "credit", "list", "furniture", "code"]
PROSE: frozenset[Zone] = frozenset(("body", "list", "caption"))
"""Zones whose words a reporter wrote as sentences."""


class Block(Struct, frozen=True):
    """One paragraph, or one zoned part of it: text[start:end] holds its words and no line break around.

    `set_off` says that the source sets it as a block quotation (`<blockquote>`, `>`).
    """

    zone: Zone
    start: int
    end: int
    set_off: bool = False

    @property
    def span(self) -> Span:
        """Where the block lies in the document's text."""
        return Span(self.start, self.end)


class Allowed(Struct, frozen=True):
    """A wish of the author's that a rule or family stay silent, in a stretch of the *source*.

    `rule` is a rule id, a family, or "*". `place` is where the wish itself is written, in the source;
    `until` the last day on which it holds, as 2027-01-31, or empty.
    """

    rule: str
    start: int
    end: int
    place: Span
    reason: str = ""
    until: str = ""

    def ended(self, today: str) -> bool:
        """Whether the wish no longer holds on a day; on none ("") every wish does."""
        return bool(self.until) and self.until < today


class Document(Struct, frozen=True):
    """An article as read: `text` is what is checked, `source` is the file as decoded.

    Offsets into `text` lead to offsets into `source` through `to_source`. `metadata` holds what
    front matter or JSON-LD says, under the names title, author, date (ISO 8601 where it could be
    read), section, publisher; wire formats add dateline and embargo (until when, ISO 8601). `dated` is
    where the source gives that date, if its reader knows. Blocks are in the order of the text and never
    overlap.
    """

    path: str
    source: str
    text: str
    blocks: tuple[Block, ...]
    map: SourceMap
    metadata: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    allowed: tuple[Allowed, ...] = ()
    format: str = "text"
    notes: tuple[str, ...] = ()
    dated: Span | None = None

    def to_source(self, span: tuple[int, int]) -> Span:
        """The span of the source from which text[span] came."""
        return self.map.source_span(span[0], span[1])
