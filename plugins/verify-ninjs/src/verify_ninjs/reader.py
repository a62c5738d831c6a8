"""The reader: an item of ninjs becomes headline, byline, story and captions."""

from __future__ import annotations

import datetime as dt
import re

from verify import Document, Galley, Reader, Unreadable, Zone, decode, proof, set_html, set_text
from verify_ninjs.item import Field, Item
from verify_ninjs.scan import scan

_KEYS = re.compile(
    rb'"(uri|headlines?|byline|versioncreated|contentcreated|firstcreated|pubstatus|body_x?html|body_text'
    rb'|bodies|descriptions|description_text|usageterms|copyrightholder|associations|located|embargoed)"\s*:',
    re.IGNORECASE,
)
_ENOUGH = 3
"""So many names of ninjs at the top of a file, its uri among them, and it is no other JSON."""
_PICTURES = ("picture", "graphic", "video", "audio")


def read_ninjs(path: str, data: bytes) -> Document:
    """Return the document of an item."""
    source = decode(data)
    value = scan(source)
    if not isinstance(value, dict):
        raise Unreadable("ninjs is one object, and this JSON is none")
    item = Item(source, value)
    galley = Galley(source)
    pictured = item.words("type") in _PICTURES
    _set(galley, item.headline(), "furniture" if pictured else "headline")
    signed = len(galley.blocks)
    _set(galley, item.field("byline"), "credit" if pictured else "byline")
    story = len(galley.blocks)
    _set(galley, item.copy("body", "bodies"))
    if any(block.zone == "byline" for block in galley.blocks[story:]):
        for number in range(signed, story):
            galley.rezone(number, "furniture")
    _set(galley, item.copy("description", "descriptions"), "caption")
    for other in item.several("associations"):
        _associate(galley, other)
    if not galley.blocks:
        raise Unreadable("an item of ninjs without a headline, a body or a description")
    return proof(path, galley, _metadata(item), "ninjs")


def _associate(galley: Galley, item: Item) -> None:
    """Set what an associated item says: of a picture its caption, of a story that it is another."""
    pictured = item.words("type") in _PICTURES
    _set(galley, item.headline(), "furniture")
    _set(galley, item.copy("description", "descriptions"), "caption" if pictured else "furniture")
    _set(galley, item.field("creditline", "byline"), "credit" if pictured else "furniture")
    _set(galley, item.copy("body", "bodies"), "furniture")


def _set(galley: Galley, field: Field | None, zone: Zone | None = None) -> None:
    """Set a field; with a zone, all of it is that."""
    if field is None:
        return
    before = len(galley.blocks)
    (set_html if field.html else set_text)(galley, field.words, field.way)
    if zone:
        for number in range(before, len(galley.blocks)):
            galley.rezone(number, zone)


def _metadata(item: Item) -> dict[str, str]:
    """What the item says of itself."""
    byline = item.words("byline")
    subjects = (one.words("name") for name in ("subject", "subjects") for one in item.several(name))
    headline = item.headline()
    told = {
        "title": " ".join(headline.words.split()) if headline else item.words("title"),
        "author": byline[3:] if byline[:3].lower() == "by " else byline,
        "date": _date(item.words("contentcreated", "versioncreated", "firstcreated")),
        "section": next(filter(None, subjects), ""),
        "publisher": item.words("copyrightholder"),
        "dateline": item.words("located"),
        "embargo": _date(item.words("embargoed")),
        "uri": item.words("uri"),
    }
    return {name: words for name, words in told.items() if words}


def _date(written: str) -> str:
    """A time in the one form of ISO 8601 that verify reads; else as it is written."""
    try:
        return dt.datetime.fromisoformat(written).isoformat()
    except ValueError:
        return written


def looks_like_ninjs(head: bytes) -> bool:
    """Whether JSON begins as an item of ninjs does."""
    names = {name.lower() for name in _KEYS.findall(head)}
    begun = head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
    return begun and b"uri" in names and len(names) >= _ENOUGH


READER = Reader(
    name="ninjs",
    suffixes=(".ninjs", ".ninjs.json"),
    read=read_ninjs,
    sniff=looks_like_ninjs,
    shared=(".json",),
)
