"""Copy as a simple editing system writes it: a slug, a colon, and the words of one line."""

from __future__ import annotations

import re

from verify import Document, Galley, Reader, Unreadable, Zone, decode, proof

_LINE = re.compile(r"^(?P<slug>[A-Z]+):[ \t]*(?P<words>[^\r\n]*)", re.MULTILINE)
_ZONES: dict[str, Zone] = {"HEAD": "headline", "BY": "byline", "TEXT": "body", "CAPTION": "caption"}


def read(path: str, data: bytes) -> Document:
    """Return the document of a slugged file: each line is a paragraph, its slug says which."""
    source = decode(data)
    galley = Galley(source)
    for line in _LINE.finditer(source):
        # The words are set with the place that they come from: findings are shown there.
        galley.set(line["words"], *line.span("words"))
        galley.close(_ZONES.get(line["slug"], "furniture"))
    if not galley.blocks:
        raise Unreadable("no line begins with a slug such as TEXT:")
    author = next((line["words"] for line in _LINE.finditer(source) if line["slug"] == "BY"), "")
    return proof(path, galley, {"author": author} if author else {}, "slugged")


READER = Reader("slugged", (".slugged",), read)
