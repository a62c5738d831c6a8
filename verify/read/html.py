"""Web pages: the story is told from what the page prints around it, and nothing is left out."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import MappingProxyType
from typing import TYPE_CHECKING

from verify.model.document import PROSE, Block, Document, Zone
from verify.model.span import Lines
from verify.read.allow import wishes
from verify.read.decode import declared_in, decode
from verify.read.galley import Galley

if TYPE_CHECKING:
    from verify.read.page import Page, Place

_SNIFF = re.compile(
    rb"\s*(?:<!--.*?-->\s*|<\?xml.*?\?>\s*)*<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE | re.DOTALL
)
_HEAD_ZONES = ("headline", "byline", "caption", "credit")
"""What may stand beside the body of a story and yet belong to it."""
_SHARE = 0.4
"""The part of a page's prose that an <article> holds at least, for the rest to be furniture."""


def opens_page(head: bytes) -> bool:
    """Whether a file begins as a web page does."""
    return _SNIFF.match(head) is not None


def read(path: str, data: bytes) -> Document:
    """Return the document of a web page."""
    from verify.read.jsonld import described, from_metas
    from verify.read.page import walk
    from verify.read.zone import zoned

    source = decode(data, declared_in(data))
    galley = Galley(source)
    page = walk(galley, 0, len(source))
    metadata, broken = described(source[start:end] for start, end in page.scripts)
    title = source[slice(*page.title)] if page.title else ""
    for name, words in from_metas(page.metas, title).items():
        metadata.setdefault(name, words)
    lines = Lines(source) if broken else None
    unread = tuple(
        f"line {lines.place(page.scripts[number][0])[0]}: JSON-LD that is not JSON"
        for number in broken
        if lines
    )
    allowed, notes = wishes(galley.remarks, galley.sources, source)
    words = galley.text()
    blocks = _resolved(galley.blocks, page, metadata.get("publisher", ""), words)
    headed = any(block.zone == "headline" for block in blocks)
    return Document(
        path=path,
        source=source,
        text=words,
        blocks=zoned(words, blocks, headline="given" if headed else "titled"),
        map=galley.map(),
        metadata=MappingProxyType(metadata),
        allowed=allowed,
        format="html",
        notes=(*unread, *notes),
    )


def _resolved(blocks: list[Block], page: Page, publisher: str, text: str) -> list[Block]:
    """The blocks of a page with furniture by its place; by less of it where else no story would be left."""
    lengths = [block.end - block.start if block.zone in PROSE else 0 for block in blocks]
    whole = sum(length for length, place in zip(lengths, page.places, strict=True) if not place.hard)
    scope = _scope(page.places, lengths)
    for by_scope, by_class in ((True, True), (True, False), (False, True), (False, False)):
        inside = [
            not (place.hard or place.banner)
            and (not by_scope or scope(place))
            and not (by_class and place.soft)
            for place in page.places
        ]
        if sum(length for length, kept in zip(lengths, inside, strict=True) if kept) >= whole * _SHARE / 2:
            break
    names = [text[block.start : block.end] for block in blocks]
    headline = _headline(page.places, inside, names, publisher)
    zones: list[Zone] = []
    for index, (block, kept) in enumerate(zip(blocks, inside, strict=True)):
        stray = page.places[index].heading and (index < headline or page.places[index].heading == "h1")
        furniture = index != headline and (not kept or (headline >= 0 and stray))
        zones.append("furniture" if furniture else block.zone)
    return [
        Block(zone, block.start, block.end, block.set_off) for zone, block in zip(zones, blocks, strict=True)
    ]


def _scope(places: list[Place], lengths: list[int]) -> Callable[[Place], bool]:
    """What tells whether a place lies in the story: in its <article>, its body or the main part."""
    held: dict[int, int] = {}
    prose = story = main = 0
    for place, length in zip(places, lengths, strict=True):
        if place.hard or place.banner:
            continue
        prose += length
        held[place.article] = held.get(place.article, 0) + length
        story += length if place.story else 0
        main += length if place.main else 0
    articles = {number: length for number, length in held.items() if number >= 0}
    if articles:
        largest = max(articles, key=lambda number: (articles[number], -number))
        if articles[largest] >= prose * _SHARE:
            return lambda place: place.article == largest
    if story >= prose * _SHARE and story:
        return lambda place: place.story or place.zone in _HEAD_ZONES
    if main >= prose * _SHARE and main:
        return lambda place: place.main
    return lambda _: True


def _headline(places: list[Place], inside: list[bool], names: list[str], publisher: str) -> int:
    """Which block is the headline: the first h1 of the story, else one above that is not the site's name."""
    first = [index for index, place in enumerate(places) if place.heading == "h1"]
    for index in first:
        if inside[index] and not places[index].banner:
            return index
    within = next((index for index, place in enumerate(places) if place.heading and inside[index]), -1)
    for index in first:
        if not places[index].hard and names[index] != publisher and (within < 0 or not places[index].banner):
            return index
    return within
