"""Sets the blocks of a Markdown text, each run of words with its place in the source."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from typing import Any

import pyromark

from verify.lexicon.late import late
from verify.model.document import Block, Zone
from verify.read.galley import OPAQUE, Galley
from verify.read.opaque import FILLER, masked

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
)
_CONTINUED = re.compile(rb"[\x80-\xbf]")
_FILLED = late(FILLER + "+")
_COMMENT = late(r"<!--(.*?)-->", re.DOTALL)
_INLINE = frozenset(("Emphasis", "Strong", "Link"))
_ZONES: dict[str, Zone] = {"Item": "list", "Table": "list", "CodeBlock": "code", "Heading": "headline"}
"""The zones of what stands inside; a block quotation is body, as the paragraphs around it are."""


def mark_up(galley: Galley, start: int) -> None:
    """Set the blocks of the Markdown that begins at an offset of the galley's source."""
    _Setting(galley, start).run()


class _Setting:
    """One pass over the events of the parser, which carry the places of their bytes."""

    def __init__(self, galley: Galley, start: int) -> None:
        self._galley = galley
        self._start = start
        self._text, self._shortcodes = masked(galley.source[start:])
        self._continued = array("I", (m.start() for m in _CONTINUED.finditer(self._text.encode())))
        self._zones: list[Zone] = ["body"]
        self._open: list[str] = []
        self._unset = 0
        """How many elements are open whose words are not set: struck out, or a picture in mid-line."""
        self._dropped = False
        """Whether the last thing met was a comment, after which a space may be one too many."""

    def run(self) -> None:
        """Set every block."""
        event: Any
        for event, place in pyromark.events_with_range(self._text, options=_OPTIONS):
            start, end = self._at(place["start"]), self._at(place["end"])
            if isinstance(event, str):
                self._mark(event, start, end)
                continue
            ((kind, value),) = event.items()
            if kind == "Start":
                self._begin(value if isinstance(value, str) else next(iter(value)), start, end)
            elif kind == "End":
                self._finish(value if isinstance(value, str) else next(iter(value)))
            elif kind in ("InlineHtml", "Html"):
                self._html(value, start, end)
            elif kind == "Text" and not self._unset:
                self._words(value, start, end)
            elif kind == "Code" and not self._unset:
                self._galley.set(OPAQUE, start, end)

    def _mark(self, event: str, start: int, end: int) -> None:
        """A line across the page, or a break between two lines."""
        if event == "Rule":
            self._close()
        elif not self._unset:
            self._galley.set("\n", start, end)

    def _at(self, byte: int) -> int:
        """The offset in the source of a byte of the text: less the bytes that continue a character."""
        return self._start + byte - bisect_left(self._continued, byte)

    def _begin(self, kind: str, start: int, end: int) -> None:
        if kind in _INLINE:
            return
        if kind == "Strikethrough" or (kind == "Image" and (self._unset or not self._galley.empty)):
            if not self._unset:
                self._galley.set(OPAQUE, start, end)
            self._unset += 1
            self._open.append(kind)
            return
        if kind != "Image":
            self._close()
        if kind == "HtmlBlock" and not any(name in ("Item", "BlockQuote") for name in self._open):
            from verify.read.page import walk

            page = walk(self._galley, start, end)
            blocks = self._galley.blocks
            for index, at in enumerate(page.places, page.first):
                if at.hard:
                    blocks[index] = Block("furniture", blocks[index].start, blocks[index].end)
            self._unset += 1
            kind = "Page"
        self._open.append(kind)
        self._zones.append("caption" if kind == "Image" else _ZONES.get(kind, self._zones[-1]))

    def _finish(self, kind: str) -> None:
        if kind in _INLINE or not self._open:
            return
        opened = self._open.pop()
        if opened == "Strikethrough" or (opened == "Image" and self._unset):
            self._unset -= 1
            return
        if opened == "Page":
            self._unset -= 1
        else:
            self._close()
        self._zones.pop()

    def _close(self) -> None:
        """End the block; in a block quotation it is set off."""
        self._galley.close(self._zones[-1], set_off="BlockQuote" in self._open)

    def _words(self, words: str, start: int, end: int) -> None:
        galley = self._galley
        if end - start != len(words) and not words[-1:].isspace():
            # The parser counts white space that it strips as part of the words before it.
            end = start + len(galley.source[start:end].rstrip())
        if self._dropped:
            self._dropped = False
            if galley.spaced:
                bare = words.lstrip(" ")
                if end - start == len(words):
                    start += len(words) - len(bare)
                words = bare
        if FILLER not in words:
            galley.set(words, start, end)
            return
        at = 0
        for filled in _FILLED.finditer(words):
            galley.set(words[at : filled.start()], start + at, start + filled.start())
            self._shortcode(start + filled.start(), start + filled.end())
            at = filled.end()
        galley.set(words[at:], start + at, end)

    def _shortcode(self, start: int, end: int) -> None:
        """Set a mark for a shortcode; a comment of MDX is one to read instead."""
        galley = self._galley
        index = bisect_left(self._shortcodes, (start - self._start, 0))
        while index < len(self._shortcodes) and self._shortcodes[index][0] + self._start < end:
            first, last = (self._start + place for place in self._shortcodes[index])
            if galley.source.startswith("{/*", first):
                galley.remark(first, last, galley.source[first + 3 : last - 3])
                self._dropped = True
            else:
                galley.set(OPAQUE, first, last)
            index += 1

    def _html(self, tag: str, start: int, end: int) -> None:
        """A tag between words; a block of HTML at the top has been set by its own reader."""
        if "Page" in self._open:
            return
        comment = _COMMENT.match(tag)
        if comment:
            self._galley.remark(start, end, comment[1])
            self._dropped = True
        elif tag[:3].lower() == "<br" and not self._unset:
            self._galley.set("\n", start, end)
