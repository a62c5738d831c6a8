"""The readers of wire formats in XML: each is imported when the first file of its format comes."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from verify.model.document import Document
from verify.read.reader import Reader
from verify.read.xml.safe import root_of

_SHARED = (".xml",)


def _late(name: str) -> Callable[[str, bytes], Document]:
    """What reads a file with the module of that name; most runs meet no XML."""

    def read(path: str, data: bytes) -> Document:
        return cast("Document", import_module(f"verify.read.xml.{name}").read(path, data))

    return read


def _is_feed(head: bytes) -> bool:
    """Whether a file begins as a feed does; RDF holds other things than RSS 1.0 too."""
    root = root_of(head)
    return root in ("rss", "feed") or (root == "RDF" and b"purl.org/rss/" in head)


NITF = Reader(
    name="nitf",
    suffixes=(".nitf",),
    read=_late("nitf"),
    sniff=lambda head: root_of(head) == "nitf",
    shared=_SHARED,
)
NEWSML = Reader(
    name="newsml-g2",
    suffixes=(),
    read=_late("newsml"),
    sniff=lambda head: root_of(head) in ("newsItem", "newsMessage"),
    shared=_SHARED,
)
FEED = Reader(
    name="feed",
    suffixes=(".rss", ".atom"),
    read=_late("feed"),
    sniff=_is_feed,
    shared=_SHARED,
)
