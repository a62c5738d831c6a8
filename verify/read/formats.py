"""The formats that come with the product: each is imported when the first file of it comes."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from verify.model.document import Document
from verify.read.reader import Reader

_XML = (".xml",)


def _late(name: str) -> Callable[[str, bytes], Document]:
    """What reads a file with the module of that name; a run meets one or two formats."""

    def read(path: str, data: bytes) -> Document:
        return cast("Document", import_module(f"verify.read.{name}").read(path, data))

    return read


def _is_page(head: bytes) -> bool:
    from verify.read.html import opens_page

    return opens_page(head)


def _root(head: bytes) -> str:
    """The name of the element that a file in XML begins with; most runs meet none."""
    from verify.read.xml.safe import root_of

    return root_of(head)


def _is_feed(head: bytes) -> bool:
    """Whether a file begins as a feed does; RDF holds other things than RSS 1.0 too."""
    root = _root(head)
    return root in ("rss", "feed") or (root == "RDF" and b"purl.org/rss/" in head)


TEXT = Reader(name="text", suffixes=(".txt", ".text"), read=_late("plain"))
MARKDOWN = Reader(name="markdown", suffixes=(".md", ".markdown", ".mdx"), read=_late("markdown"))
HTML = Reader(name="html", suffixes=(".html", ".htm", ".xhtml"), read=_late("html"), sniff=_is_page)
NITF = Reader(
    name="nitf",
    suffixes=(".nitf",),
    read=_late("xml.nitf"),
    sniff=lambda head: _root(head) == "nitf",
    shared=_XML,
)
NEWSML = Reader(
    name="newsml-g2",
    suffixes=(),
    read=_late("xml.newsml"),
    sniff=lambda head: _root(head) in ("newsItem", "newsMessage"),
    shared=_XML,
)
FEED = Reader(
    name="feed",
    suffixes=(".rss", ".atom"),
    read=_late("xml.feed"),
    sniff=_is_feed,
    shared=_XML,
)

READERS = (TEXT, MARKDOWN, HTML, NITF, NEWSML, FEED)
"""All of them, in the order in which they are asked."""
