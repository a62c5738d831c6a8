"""Feeds, RSS and Atom: the stories of a site as it offers them to others, one after the other."""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from html import unescape

from verify.model.document import Document, Zone
from verify.model.span import Piece, SourceMap
from verify.read.decode import declared_in, decode
from verify.read.fragment import proof, set_html, set_text
from verify.read.galley import Galley
from verify.read.published import iso
from verify.read.reader import Unreadable
from verify.read.xml.tree import Element, decoded, line, tree

_ROOTS = ("rss", "feed", "RDF")
_FULL = ("content", "encoded")
_TEASERS = ("description", "summary")
_DATES = ("published", "pubDate", "date", "updated")
_ATOM = "http://www.w3.org/2005/Atom"
_MEDIA = "http://search.yahoo.com/mrss/"


def read(path: str, data: bytes) -> Document:
    """Return the document of a feed."""
    source = decode(data, declared_in(data))
    root = tree(source)
    if root.name not in _ROOTS:
        raise Unreadable(f"no feed: the root element is <{root.name[:40]}>")
    items = list(root.all("item", "entry"))
    galley = Galley(source)
    for item in items:
        _set_item(galley, item)
    return proof(path, galley, _metadata(source, root, items), "feed")


def _set_item(galley: Galley, item: Element) -> None:
    """Set an item: its title, who wrote it, and its story; the longest teaser where there is nothing more."""
    full = any(_is_full(one) and line(galley.source, one) for one in item.children)
    teasers = [one for one in item.children if _is_teaser(one)]
    story = None if full else max(teasers, key=lambda one: len(line(galley.source, one)), default=None)
    authors: list[int] = []
    first = len(galley.blocks)
    for one in item.children:
        before = len(galley.blocks)
        if one.space == _MEDIA:
            _set_media(galley, one)
        elif one.name == "title":
            _set_as(galley, one, "headline")
        elif one.name in ("creator", "author"):
            _set_as(galley, one.first("name") or one, "byline")
            authors += range(before, len(galley.blocks))
        elif _is_full(one):
            _set_story(galley, one)
        elif _is_teaser(one):
            _set_story(galley, one)
            for number in range(before, len(galley.blocks)) if one is not story else ():
                galley.rezone(number, "furniture")
    signed = [number for number in range(first, len(galley.blocks)) if galley.blocks[number].zone == "byline"]
    for number in authors if set(signed) - set(authors) else ():
        galley.rezone(number, "furniture")


def _is_full(one: Element) -> bool:
    return one.name in _FULL and one.space != _MEDIA


def _is_teaser(one: Element) -> bool:
    return one.name in _TEASERS and one.space != _MEDIA


def _set_story(galley: Galley, one: Element) -> None:
    """Set a story, as it is given: XHTML, HTML written as text, or plain words."""
    kind = one.attributes.get("type", "text" if one.space == _ATOM else "html")
    if "xhtml" in kind:
        start, end = one.inner_start, one.inner_end
        set_html(galley, galley.source[start:end], SourceMap([Piece(0, end - start, start, end)]))
        return
    words, way = decoded(galley.source, one)
    (set_html if "html" in kind else set_text)(galley, words, way)


def _set_as(galley: Galley, one: Element, zone: Zone) -> None:
    """Set an element whose words are all of one zone."""
    before = len(galley.blocks)
    _set_story(galley, one)
    for number in range(before, len(galley.blocks)):
        galley.rezone(number, zone)


def _set_media(galley: Galley, one: Element) -> None:
    """Set what a feed says of a picture."""
    for child in (one, *one.all("description", "credit")):
        if child.name in ("description", "credit"):
            _set_as(galley, child, "caption" if child.name == "description" else "credit")


def _metadata(source: str, root: Element, items: list[Element]) -> dict[str, str]:
    """What the feed says of its story, or of itself where it holds several."""
    top = root.first("channel") or root
    told = {"publisher": _line(source, top.first("title"))}
    if len(items) == 1:
        (item,) = items
        names = [_line(source, one.first("name") or one) for one in _authors(item)]
        told |= {
            "title": _line(source, item.first("title")),
            "author": ", ".join(names),
            "section": _section(source, item.first("category")),
            "date": next((when for name in _DATES if (when := _date(line(source, item.first(name))))), ""),
        }
    else:
        told["title"] = told["publisher"]
    return {name: words for name, words in told.items() if words}


def _line(source: str, element: Element | None) -> str:
    """The words of an element in one line; feeds escape them once more, as they do HTML."""
    return unescape(line(source, element))


def _authors(item: Element) -> list[Element]:
    return [one for one in item.children if one.name in ("creator", "author")]


def _section(source: str, category: Element | None) -> str:
    return (unescape(category.attributes.get("term", "")) or _line(source, category)) if category else ""


def _date(written: str) -> str:
    """A date as feeds write it: that of mail in RSS, ISO 8601 in Atom."""
    try:
        return parsedate_to_datetime(written).isoformat()
    except (ValueError, OverflowError):
        return iso(written)
