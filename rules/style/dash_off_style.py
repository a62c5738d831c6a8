"""Dashes of another kind than the house sets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify import Article, Flag, rule
from verify.lexicon.late import late

from .prose import written

# Something of a word or a mark stands on both sides: a dash at the head of a line opens a list.
_DASH = late(r"(?<=[\w.,!?)”\"’'])(?: ?(?:—|--|–) ?| - (?![A-Z]))(?=[\w“\"‘'($])")
_FIGURE = late(r"[\d%]")
_NAMES = {" — ": "a spaced —", "—": "— without spaces", " – ": "a spaced –"}


@rule(
    severity="info",
    since="0.1",
    needs={"quotations"},
    points={"words.dash"},
    advice="Set dashes as the house style has them.",
)
def dash_off_style(article: Article) -> Iterator[Flag]:
    """A dash between parts of a sentence is not the one that the house sets."""
    wanted, text = article.profile.words.dash, article.text
    for found in written(article, _DASH):
        sign = found[0].strip()
        closed = found[0] == sign
        if found[0] == wanted or (sign == "–" and closed) or (sign == "-" and _range(text, found)):
            continue
        if sign == "–" and _range(text, found):
            continue
        start, end = found.span()
        yield Flag(
            (start, end),
            f"the house style sets {_NAMES[wanted]} here",
            fixes=(wanted,),
            safe=sign == "--" and not _range(text, found),
        )


def _range(text: str, found: re.Match[str]) -> bool:
    """Whether figures stand on both sides, as in a score or a span of years."""
    start, end = found.span()
    return bool(_FIGURE.match(text[start - 1]) and _FIGURE.match(text[end]))
