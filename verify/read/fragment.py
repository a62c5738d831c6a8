"""Copy that stands encoded inside another file: as HTML in a feed, as a string in JSON."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from verify.lexicon.late import late
from verify.model.document import Document, Zone
from verify.model.span import SourceMap
from verify.read.galley import Galley, Remark

_PARAGRAPH = late(r"\r?\n(?:[ \t]*\r?\n)+")
_SPACE = late(r"[ \t\r\n\f]+")


def set_html(galley: Galley, html: str, way: SourceMap) -> int:
    """Set the words of HTML that `way` leads back to the galley's source; return how many blocks it gave."""
    from verify.read.page import walk

    inner = Galley(html)
    page = walk(inner, 0, len(html))
    text = inner.text()
    before = len(galley.blocks)
    pieces = inner.map().pieces
    at = 0
    remarks = [*inner.remarks]
    for number, (block, place) in enumerate(zip(inner.blocks, page.places, strict=True)):
        while remarks and remarks[0].block <= number:
            _hand_on(galley, remarks.pop(0), way)
        while at < len(pieces) and pieces[at].text_start < block.end:
            piece = pieces[at]
            words = text[piece.text_start : piece.text_end]
            if len(words) == piece.source_end - piece.source_start:
                for start, end in _cut(way, piece.source_start, piece.source_end):
                    shift = piece.text_start - piece.source_start
                    galley.set(text[start + shift : end + shift], *way.source_span(start, end))
            else:
                galley.set(words, *way.source_span(piece.source_start, piece.source_end))
            at += 1
        galley.close("furniture" if place.hard or place.soft else block.zone, set_off=block.set_off)
    for remark in remarks:
        _hand_on(galley, remark, way)
    return len(galley.blocks) - before


def set_text(galley: Galley, words: str, way: SourceMap, zone: Zone = "body") -> int:
    """Set plain words that `way` leads back to the galley's source; blank lines part paragraphs."""
    before = len(galley.blocks)
    start = 0
    for end, after in [*(found.span() for found in _PARAGRAPH.finditer(words)), (len(words), len(words))]:
        at = start
        for space in _SPACE.finditer(words, start, end):
            _set_even(galley, words, way, at, space.start())
            galley.set(" ", *way.source_span(*space.span()))
            at = space.end()
        _set_even(galley, words, way, at, end)
        galley.close(zone)
        start = after
    return len(galley.blocks) - before


def proof(
    path: str,
    galley: Galley,
    metadata: Mapping[str, str],
    form: str,
    notes: tuple[str, ...] = (),
) -> Document:
    """The document of a galley that is set: its body paragraphs zoned, and what the author allows read."""
    from verify.read.allow import wishes
    from verify.read.zone import zoned

    words = galley.text()
    headed = any(block.zone == "headline" for block in galley.blocks)
    allowed, malformed = wishes(galley.remarks, galley.sources, galley.source)
    return Document(
        path=path,
        source=galley.source,
        text=words,
        blocks=zoned(words, galley.blocks, headline="given" if headed else "titled"),
        map=galley.map(),
        metadata=MappingProxyType(dict(metadata)),
        allowed=allowed,
        format=form,
        notes=(*notes, *malformed),
    )


def _hand_on(galley: Galley, remark: Remark, way: SourceMap) -> None:
    galley.remark(*way.source_span(remark.start, remark.end), remark.words)


def _set_even(galley: Galley, words: str, way: SourceMap, start: int, end: int) -> None:
    for first, last in _cut(way, start, end):
        galley.set(words[first:last], *way.source_span(first, last))


def _cut(way: SourceMap, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch cut where the pieces of the way meet."""
    pieces = way.pieces
    at = max(bisect_right(pieces, start, key=lambda piece: piece.text_start) - 1, 0)
    while at < len(pieces) and pieces[at].text_start < end:
        first, last = max(start, pieces[at].text_start), min(end, pieces[at].text_end)
        if first < last:
            yield first, last
        at += 1
