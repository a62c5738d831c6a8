"""Where the rules of this family look: the prose of a story, inside and outside quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify import Article, Block, Quotation
from verify.model.document import Zone

PROSE: tuple[Zone, ...] = ("body", "list")


def narrated(article: Article, pattern: re.Pattern[str], *zones: Zone) -> Iterator[re.Match[str]]:
    """Where the pattern stands in the writer’s own words; in the prose, where no zone is named."""
    for block in article.zoned(*(zones or PROSE)):
        for found in pattern.finditer(article.text, block.start, block.end):
            if not article.quoted(*found.span()):
                yield found


def closed(article: Article) -> Iterator[tuple[Quotation, Block, str]]:
    """The outermost quotations of the prose that are closed, each with its paragraph and its last sign."""
    for quotation in article.quotations.spans:
        block = article.blocks[quotation.block]
        if not quotation.level and quotation.closed and block.zone in PROSE:
            words = article.text[quotation.start : quotation.end]
            yield quotation, block, words.rstrip("”\"’'")[-1:]
