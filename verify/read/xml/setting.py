"""Sets the elements of a wire format: which of them are blocks, and what each is for."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from verify.lexicon.late import late
from verify.model.document import Zone
from verify.read.galley import Galley
from verify.read.xml.tree import Comment, Element, Words, runs

_SPACE = late(r"[ \t\r\n]+")


class Layout(Struct, frozen=True):
    """What the elements of a format are: `zones` begin a block of that zone, `blocks` keep the one around.

    The words of `unseen` elements are not shown; `breaks` are line breaks.
    """

    zones: Mapping[str, Zone]
    blocks: frozenset[str]
    unseen: frozenset[str] = frozenset()
    breaks: frozenset[str] = frozenset(("br",))


def set_element(galley: Galley, element: Element, layout: Layout, zone: Zone = "body") -> None:
    """Set the words of an element; what stands around it is another block."""
    galley.close(zone)
    inside = layout.zones.get(element.name, zone)
    _set(galley, element, layout, inside)
    galley.close(inside)


def _set(galley: Galley, element: Element, layout: Layout, zone: Zone) -> None:
    for one in element.content:
        if isinstance(one, Words):
            _set_words(galley, one)
        elif isinstance(one, Comment):
            words = galley.source[one.inner_start : one.inner_end]
            galley.remark(one.start, one.end, words)
        elif one.name in layout.breaks:
            if not galley.empty:
                galley.set("\n", one.start, one.inner_start)
        elif one.name in layout.unseen:
            continue
        elif one.name in layout.zones or one.name in layout.blocks:
            set_element(galley, one, layout, zone)
        else:
            _set(galley, one, layout, zone)


def _set_words(galley: Galley, words: Words) -> None:
    """Set a run of words, white space as one blank."""
    for run, start, end in runs(galley.source, words):
        if len(run) != end - start:
            galley.set(run, start, end)
            continue
        at = 0
        for space in _SPACE.finditer(run):
            galley.set(run[at : space.start()], start + at, start + space.start())
            if not galley.spaced:
                galley.set(" ", start + space.start(), start + space.end())
            at = space.end()
        galley.set(run[at:], start + at, end)
