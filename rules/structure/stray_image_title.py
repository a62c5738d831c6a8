"""The title of a picture, left in the copy as if it were a paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from verify import Article, Block, Flag, rule
from verify.lexicon.late import late

_LONGEST = 80
_MOST_WORDS = 8
_LEAST_PROSE = 60
_STEM = 4
_ENDS = (".", "?", "!", "”", '"')
_WORD = late(r"[^\W\d_][\w’'-]*")
_SMALL = frozenset(("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"))


@rule(
    severity="warning",
    since="0.1",
    advice="Take the line out, or make a sub-heading of it.",
)
def stray_image_title(article: Article) -> Iterator[Flag]:
    """The title of a picture stands in the copy as a paragraph of its own."""
    blocks = [block for block in article.blocks if block.zone not in ("furniture", "credit")]
    lines = list(_lines(article, blocks))
    titles = {block for block, after in lines if after.zone == "caption" and _names(article, block, after)}
    if not titles:
        return
    pictured = {
        word.casefold()[:_STEM]
        for block in (*titles, *article.zoned("caption"))
        for word in _WORD.findall(article.text, block.start, block.end)
    }
    for block, _ in lines:
        # Once one title was left in, a line that only repeats the pictures' words is another.
        if block in titles or _repeats(article.text[block.start : block.end], pictured):
            yield Flag(
                (block.start, block.end),
                f"“{article.text[block.start : block.end]}” looks like the title of a picture",
                confidence=0.9 if block in titles else 0.7,
            )


def _lines(article: Article, blocks: list[Block]) -> Iterator[tuple[Block, Block]]:
    """Short lines without an end among the paragraphs of the story, each with the block that follows."""
    told = False
    for block, after in pairwise(blocks):
        words = article.text[block.start : block.end]
        if block.zone != "body":
            continue
        if len(words) >= _LEAST_PROSE and words.endswith(_ENDS):
            told = True
        elif (
            told
            and len(words) <= _LONGEST
            and words.count(" ") < _MOST_WORDS
            and words[0].isupper()
            and words[-1].isalpha()
            and after.zone in ("body", "caption", "dateline")
        ):
            yield block, after


def _names(article: Article, block: Block, caption: Block) -> bool:
    """Whether the line holds nothing but names, and the caption under it names them all."""
    below = article.text[caption.start : caption.end]
    words = [word for word in _WORD.findall(article.text[block.start : block.end]) if word not in _SMALL]
    return bool(words) and all(word[0].isupper() and word in below for word in words)


def _repeats(words: str, pictured: set[str]) -> bool:
    """Whether a line has two names or more, and no word that the pictures' titles and captions lack."""
    found = [word for word in _WORD.findall(words) if word not in _SMALL]
    names = sum(word[0].isupper() for word in found)
    return names > 1 and all(word.casefold()[:_STEM] in pictured for word in found)
