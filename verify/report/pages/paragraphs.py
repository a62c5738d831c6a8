"""The copy paragraph by paragraph: the blocks of an article as they stand together on a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from verify.check.outcome import Copy
from verify.model.document import Zone

_BREAKS = "\n\r\f\u2028\u2029"


class Part(NamedTuple):
    """A run of text of one zone."""

    zone: Zone
    start: int
    end: int


class Paragraph(NamedTuple):
    """What stands between two line breaks, most of it of one zone; a dateline or credit may be part of it."""

    zone: Zone
    parts: tuple[Part, ...]

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.parts[-1].end


def paragraphs(copy: Copy) -> Iterator[Paragraph]:
    """Every word of the article in paragraphs; what a reader left between two blocks goes with the first."""
    text = copy.text
    open_: list[Part] = []
    for part in _parts(copy):
        if open_ and any(mark in _BREAKS for mark in text[open_[-1].end : part.start]):
            yield _paragraph(open_)
            open_ = []
        open_.append(part)
    if open_:
        yield _paragraph(open_)


def _parts(copy: Copy) -> Iterator[Part]:
    """The blocks, and the words that lie in none as body."""
    done = 0
    for block in copy.blocks:
        yield from _between(copy.text, done, block.start)
        if block.start < block.end:
            yield Part(block.zone, block.start, block.end)
        done = max(done, block.end)
    yield from _between(copy.text, done, len(copy.text))


def _between(text: str, start: int, end: int) -> Iterator[Part]:
    words = text[start:end]
    if bare := words.strip():
        at = start + words.index(bare)
        yield Part("body", at, at + len(bare))


def _paragraph(parts: list[Part]) -> Paragraph:
    longest = max(parts, key=lambda part: part.end - part.start)
    return Paragraph(longest.zone, tuple(parts))
