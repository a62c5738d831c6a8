"""One figure that the article gives twice, with two values: "28,500 troops in …", "25,800 troops in …"."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Elsewhere, Flag, rule
from verify.lexicon.late import late

_FIGURE = late(r",\d{3} (?=[A-Za-z])")
_FIRST = late(r"(?<![\w$£€¥.,:/#(-])\d{1,3}(?:,\d{3}){0,3}\Z")
_PHRASE = late(r"(?:[A-Za-z][\w.’'&-]{0,20}(?: |(?=[,.;:)”]|$))){3,6}")
_WORD = late(r"[a-z]{4,}")
_FUNCTION = frozenset(
    "that this have with from were been will into over more than they them their when which".split()
)
_ROUGH = late(
    r"(?i)\b(?:about|around|roughly|nearly|almost|some|over|under|more than|fewer than|at least"
    r"|another|other|next|first|last|additional|extra|least|of the|up to|to|and|from|than)"
    r"(?: the)? \Z"
)
_DIGITS = 16
_WORDS, _TELLING = 4, 3
_NEAR = 0.06


@rule(
    severity="warning",
    since="0.1",
    needs={"quotations"},
    advice="Look up the figure, and give the same in both places.",
)
def two_figures_for_one(article: Article) -> Iterator[Flag]:
    """The article gives one figure twice, with two values, in the same words."""
    text = article.text
    told: dict[str, tuple[float, int, int]] = {}
    for figure in _FIGURE.finditer(text):
        opening = _FIRST.search(text, max(0, figure.start() - _DIGITS), figure.start())
        if opening is None:
            continue
        start, end = opening.start(), figure.end() - 1
        if _ROUGH.search(text[max(0, start - 24) : start]):
            continue
        phrase = _PHRASE.match(text, figure.end())
        block = article.block_at(start)
        if phrase is None or block is None or block.zone not in ("body", "list", "caption"):
            continue
        words = phrase[0].lower().split()[:_WORDS]
        if len(words) < _WORDS or len([word for word in words if _tells(word)]) < _TELLING:
            continue
        if article.quoted(start, end):
            continue
        value = float(text[start:end].replace(",", ""))
        known = told.setdefault(" ".join(words), (value, start, end))
        if known[0] == value or (
            abs(known[0] - value) <= _NEAR * max(known[0], value) and _round(known[0], value)
        ):
            continue
        yield Flag(
            (start, end),
            f"“{text[start : phrase.end()].strip()}” here, {text[known[1] : known[2]]} further up",
            related=(Elsewhere(known[1:], "the other value"),),
            confidence=0.8,
        )


def _tells(word: str) -> bool:
    bare = word.strip(".,;:)”’'")
    return bool(_WORD.fullmatch(bare)) and bare not in _FUNCTION


def _round(one: float, other: float) -> bool:
    """Whether one of two values looks rounded."""
    return one % 100 == 0 or other % 100 == 0
