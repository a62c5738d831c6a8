"""Captions of pictures left among the paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Flag, rule


@rule(
    severity="info",
    since="0.1",
    advice="Move the caption to its picture, or take it out.",
)
def caption_in_body(article: Article) -> Iterator[Flag]:
    """The caption of a picture stands in the copy as a paragraph."""
    if article.document.format not in ("text", "markdown"):
        return
    blocks = article.blocks
    prose = [number for number, block in enumerate(blocks) if block.zone == "body"]
    if not prose:
        return
    for number, block in enumerate(blocks):
        if block.zone == "caption" and prose[0] < number < prose[-1] and _paragraph(article, number):
            yield Flag(block.span, "the caption of a picture stands among the paragraphs")


def _paragraph(article: Article, number: int) -> bool:
    """Whether the block stands as a paragraph of its own, and is not the text of an image in Markdown."""
    block = article.blocks[number]
    place = article.document.to_source(block.span)
    return not article.document.source.endswith(("![", "![ "), 0, place.start)
