"""NewsML-G2: the envelope of agencies for stories and pictures, the story as XHTML, NITF or plain text."""

from __future__ import annotations

from collections.abc import Iterator

from verify.model.document import Document, Zone
from verify.model.span import Piece, SourceMap
from verify.read.decode import declared_in, decode
from verify.read.fragment import proof, set_html, set_text
from verify.read.galley import Galley
from verify.read.published import iso
from verify.read.reader import Unreadable
from verify.read.xml.nitf import LAYOUT, set_body, signed_by
from verify.read.xml.setting import set_element
from verify.read.xml.tree import Element, decoded, line, tree

_ROOTS = ("newsItem", "newsMessage")
_LINES: dict[str, Zone] = {
    "headline": "headline",
    "by": "byline",
    "dateline": "dateline",
    "creditline": "credit",
    "description": "caption",
    "slugline": "furniture",
}
_OWN = ("headline", "by", "dateline")
"""Lines of the envelope that the story inside may give once more, as its own."""
_PICTURES = ("picture", "graphic", "video", "animation")


def read(path: str, data: bytes) -> Document:
    """Return the document of a NewsML-G2 file: of several items one after the other."""
    source = decode(data, declared_in(data))
    root = tree(source)
    items = [root] if root.name == "newsItem" else list(root.all("newsItem"))
    if root.name not in _ROOTS or not items:
        raise Unreadable("NewsML-G2 without a newsItem")
    galley = Galley(source)
    for item in items:
        _set_item(galley, item)
    texts = [item for item in items if not _pictured(item)]
    return proof(path, galley, _metadata(source, (texts or items)[0]), "newsml-g2")


def _set_item(galley: Galley, item: Element) -> None:
    """Set the lines of the envelope, then the story, and hide lines that the story has as its own."""
    lines: dict[str, int] = {}
    meta = item.first("contentMeta")
    pictured = _pictured(item)
    for one in meta.children if meta else ():
        zone = _LINES.get(one.name)
        if zone is None:
            continue
        if pictured and one.name == "headline":
            zone = "furniture"
        before = len(galley.blocks)
        set_element(galley, one, LAYOUT, zone)
        if len(galley.blocks) > before and one.name in _OWN:
            lines.setdefault(one.name, before)
    story = len(galley.blocks)
    for content in item.all("inlineXML", "inlineData"):
        _set_content(galley, content)
    rights = item.first("rightsInfo", "copyrightNotice")
    if rights:
        set_element(galley, rights, LAYOUT, "credit")
    _hide_repeated(galley, lines, story)


def _set_content(galley: Galley, content: Element) -> None:
    kind = content.attributes.get("contenttype", "")
    if content.name == "inlineData":
        if content.attributes.get("encoding"):
            return  # Base64: a picture, or what nobody edits in this file.
        words, way = decoded(galley.source, content)
        (set_html if "html" in kind else set_text)(galley, words, way)
        return
    for child in content.children:
        if child.name == "nitf":
            body = child.first("body")
            if body:
                set_body(galley, body)
        elif child.name == "html" and not child.prefixed:
            start, end = child.inner_start, child.inner_end
            set_html(galley, galley.source[start:end], SourceMap([Piece(0, end - start, start, end)]))
        else:
            set_element(galley, child, LAYOUT)


def _hide_repeated(galley: Galley, lines: dict[str, int], story: int) -> None:
    """Zone a line of the envelope as furniture where the story says it in its own place."""
    own = {block.zone for block in galley.blocks[story:]}
    text = galley.text()
    opening = next((text[b.start : b.end] for b in galley.blocks[story:] if b.zone == "body"), "")
    heads = [text[b.start : b.end] for b in galley.blocks[story:] if b.zone == "headline"]
    for name, number in lines.items():
        block = galley.blocks[number]
        words = text[block.start : block.end]
        repeated = {
            "headline": words in heads[:1],
            "by": "byline" in own,
            "dateline": "dateline" in own or opening.startswith(words.rstrip(" —–-")),
        }[name]
        if repeated:
            galley.rezone(number, "furniture")


def _pictured(item: Element) -> bool:
    kind = item.first("itemMeta", "itemClass")
    return kind is not None and kind.attributes.get("qcode", "").rpartition(":")[2] in _PICTURES


def _metadata(source: str, item: Element) -> dict[str, str]:
    """What the envelope of the story says of it."""
    meta, content = item.first("itemMeta"), item.first("contentMeta")

    def words(within: Element | None, *path: str) -> str:
        return line(source, within.first(*path)) if within else ""

    told = {
        "title": words(content, "headline") or words(meta, "title"),
        "author": ", ".join(_names(source, content)) or signed_by(words(content, "by")),
        "dateline": words(content, "dateline").rstrip(" —–-"),
        "date": iso(
            words(content, "contentCreated") or words(meta, "versionCreated") or words(meta, "firstCreated")
        ),
        "section": next(_subjects(source, content), ""),
        "publisher": _named(source, meta.first("provider") if meta else None),
        "embargo": iso(words(meta, "embargoed")),
    }
    return {name: value for name, value in told.items() if value}


def _names(source: str, content: Element | None) -> Iterator[str]:
    for one in content.children if content else ():
        if one.name == "creator" and (name := _named(source, one)):
            yield name


def _subjects(source: str, content: Element | None) -> Iterator[str]:
    for one in content.children if content else ():
        if one.name == "subject" and (name := line(source, one.first("name"))):
            yield name


def _named(source: str, one: Element | None) -> str:
    """The name that an element gives in words, else by itself."""
    if one is None:
        return ""
    return line(source, one.first("name")) or one.attributes.get("literal", "")
