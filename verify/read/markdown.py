"""Markdown as site generators take it: front matter, shortcodes, and HTML between the lines."""

from __future__ import annotations

from types import MappingProxyType

from verify.lexicon.late import late
from verify.model.document import Document
from verify.read.allow import wishes
from verify.read.decode import decode
from verify.read.frontmatter import FrontMatter, front_matter
from verify.read.galley import Galley

_FIRST_HEADING = late(r"\s*#[ \t]+(.*?)[ \t#]*(?:\n|$)")


def read(path: str, data: bytes) -> Document:
    """Return the document of a Markdown file."""
    from verify.read.marked import mark_up
    from verify.read.zone import zoned

    source = decode(data)
    matter = front_matter(source) or FrontMatter({}, None, (), (), 0)
    galley = Galley(source)
    _set_title(galley, matter)
    mark_up(galley, matter.end)
    words = galley.text()
    titled = any(block.zone == "headline" for block in galley.blocks)
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
        dated=matter.dated,
    )


def _set_title(galley: Galley, matter: FrontMatter) -> None:
    """Set the title of the front matter as the headline, unless the article repeats it as its own."""
    if matter.title is None:
        return
    title = matter.metadata["title"]
    repeated = _FIRST_HEADING.match(galley.source, matter.end)
    if repeated and " ".join(repeated[1].split()) == title:
        return
    start, end = matter.title
    inner = galley.source.find(title, start, end)
    if inner >= 0:
        start, end = inner, inner + len(title)
    galley.set(title, start, end)
    galley.close("headline")
