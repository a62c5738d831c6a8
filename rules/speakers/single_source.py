"""Stories that let one person or body speak and nobody else."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Flag, rule

from .prose import PROSE

_PARAGRAPHS = 6
_STATEMENTS = 3


@rule(
    severity="info",
    since="0.1",
    needs={"quotes", "indirect"},
    advice="Ask somebody else, or tell the reader who was asked and did not answer.",
    default=False,
)
def single_source(article: Article) -> Iterator[Flag]:
    """All that the story is told, it is told by one source."""
    prose = [number for number, block in enumerate(article.blocks) if block.zone in PROSE]
    if len(prose) < _PARAGRAPHS:
        return
    said = [one for one in article.quotes if not one.needs_none] + list(article.indirect)
    if len(said) < _STATEMENTS or any(one.speaker is None for one in said):
        return
    speakers = [one.speaker for one in said if one.speaker]
    if len({speaker.entity for speaker in speakers}) > 1 or speakers[0].entity < 0:
        return
    first = min(speakers, key=lambda speaker: speaker.start)
    yield Flag(first.span, f"all {len(said)} statements come from {first.name}", confidence=0.7)
