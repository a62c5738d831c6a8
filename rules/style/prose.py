"""What the rules of a house style may speak about: the reporter's own words in running copy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify import Article

_ENDS = tuple(".?!:;,…”\"’')—")
_SHORT = 80


def written(article: Article, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Where the pattern stands outside quotation marks, headings and lines in capitals."""
    text = article.text
    for block in article.zoned("body", "list"):
        heading = block.end - block.start < _SHORT and not text.endswith(_ENDS, block.start, block.end)
        if heading or text[block.start : block.end].isupper():
            continue
        for found in pattern.finditer(text, block.start, block.end):
            if not article.quoted(*found.span()):
                yield found
