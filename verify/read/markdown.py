"""Markdown as site generators take it: front matter, shortcodes, and HTML between the lines."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from verify.model.document import Document, Zone
from verify.read.allow import is_wish, wishes
from verify.read.decode import decode
from verify.read.frontmatter import FrontMatter, front_matter
from verify.read.galley import OPAQUE, Galley
from verify.read.opaque import FILLER, masked
from verify.read.reader import Reader
from verify.read.zone import zoned

_CONTINUED = re.compile(rb"[\x80-\xbf]")
_FILLED = re.compile(FILLER + "+")
_COMMENT = re.compile(r"<!--(.*?)--!?>", re.DOTALL)
_CONTAINERS: dict[str, Zone] = {
    "Item": "list",
    "Table": "list",
    "CodeBlock": "code",
    "Heading": "headline",
}
"""The zones of what stands inside; a block quotation is body, as the paragraphs around it are."""
_INLINE = frozenset(("Emphasis", "Strong", "Link", "Strikethrough", "Image", "Superscript", "Subscript"))


def read(path: str, data: bytes) -> Document:
    """Return the document of a Markdown file."""
    source = decode(data)
    matter = front_matter(source) or FrontMatter({}, None, (), (), 0)
    text, shortcodes = masked(source[matter.end :])
    setting = _Setting(source, text, matter.end)
    for start, end in shortcodes:
        if text and source.startswith("{/*", matter.end + start):
            setting.comments.append((matter.end + start, matter.end + end))
    if matter.title:
        setting.title(matter.metadata.get("title", ""), matter.title.start, matter.title.end)
    setting.run()
    galley = setting.galley
    titled = bool(galley.blocks) and galley.blocks[0].zone == "headline"
    words = galley.text()
    allowed, notes = wishes(galley.remarks, galley.sources, source)
    return Document(
        path=path,
        source=source,
        text=words,
        blocks=zoned(words, galley.blocks, headline="given" if titled else "titled"),
        map=galley.map(),
        metadata=MappingProxyType(matter.metadata),
        allowed=(*matter.allowed, *allowed),
        format="markdown",
        notes=(*matter.notes, *notes),
    )
