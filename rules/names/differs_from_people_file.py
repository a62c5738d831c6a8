"""A name that is written otherwise than the people file has it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from verify import Article, Flag, Identified, Mention, rule

from .spelt import Differs, differs

_SAID = {
    "avoided": "“{found}” is a form to avoid; the {file} has “{right}”",
    "order": "“{found}” is “{right}” in the {file}: the order of the names differs",
    "signs": "“{found}” is written “{right}” in the {file}",
    "slip": "“{found}” is spelt “{right}” in the {file}",
}
_UNSURE = frozenset(("near", "office"))


@rule(
    severity="error",
    since="0.1",
    needs={"identified"},
    advice="Write the name as the people file has it, or add the form to the file.",
)
def differs_from_people_file(article: Article) -> Iterator[Flag]:
    """A name is written otherwise than in the people file."""
    starts = [block.start for block in article.blocks] if article.identified else []
    for somebody in article.identified:
        for index in article.entities[somebody.entity].mentions:
            mention = article.mentions[index]
            found = differs(mention.name, somebody.record)
            if found is not None and not _left_alone(article, mention, found, starts):
                yield _flag(article, mention, found, somebody)


def _left_alone(article: Article, mention: Mention, found: Differs, starts: Sequence[int]) -> bool:
    """Whether the form is the speaker's own, or its capitals are those of a headline."""
    if found.how in ("avoided", "order"):
        return mention.quoted
    block = article.blocks[bisect_right(starts, mention.start) - 1]
    return (
        block.zone == "headline"
        and mention.name[found.start : found.end].casefold() == found.right.casefold()
    )


def _flag(article: Article, mention: Mention, found: Differs, somebody: Identified) -> Flag:
    start, end = mention.start, mention.end
    if article.text[start:end] == mention.name:
        start, end = start + found.start, start + found.end
    written = " ".join(article.text[start:end].split())
    return Flag(
        (start, end),
        _SAID[found.how].format(found=written, right=found.right, file=somebody.kept_in),
        fixes=(found.right,),
        confidence=0.9 if somebody.by in _UNSURE else 0.95,
    )
