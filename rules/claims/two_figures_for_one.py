"""One figure that the article gives twice, with two values: "28,500 troops stationed in …", "25,800 troops …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify import Article, Elsewhere, Flag, rule

# Only figures of three digits and more, and none that a name or a date may hold.
_FIGURE = re.compile(r"\d[\d,]{1,12}\d(?![\w%,-]|\.\d)(?: (?:m|b|tr)illion)? (?=[A-Za-z])")
_PHRASE = re.compile(r"(?:[A-Za-z][\w.’'&-]{0,20}(?: |(?=[,.;:)”]|$))){3,6}")
_WORD = re.compile(r"[a-z]{4,}")
_STUCK = tuple("$£€¥.,:/-–#(")
_FUNCTION = frozenset("that this have with from were been will into over more than they them their when which".split())
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{0,2},? ?\Z")
_ROUGH = re.compile(r"\b(?:about|around|roughly|nearly|almost|some|over|under|more than|fewer than|at least|another|other|next|first|last|additional|extra|least|of the|up to|to|and|from|than)(?: the)? \Z", re.IGNORECASE)
_LEAST = 100
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
        start, end = figure.start(), figure.end() - 1
        before = text[max(0, start - 24) : start]
        if before.endswith(_STUCK) or before[-1:].isalnum() or _MONTH.search(before) or _ROUGH.search(before):
            continue
        phrase = _PHRASE.match(text, figure.end())
        block = article.block_at(start)
        if phrase is None or block is None or block.zone not in ("body", "list", "caption"):
            continue
        words = phrase[0].lower().split()[:_WORDS]
        if len(words) < _WORDS or len([word for word in words if _tells(word)]) < _TELLING:
            continue
        value = float(re.sub(r"\D", "", figure[0]))
        scale = re.search(r"[a-z]+illion", figure[0])
        if value < _LEAST or (scale is None and 1500 <= value < 2100) or article.quoted(start, end):
            continue
        key = " ".join((*words, scale[0] if scale else ""))
        known = told.setdefault(key, (value, start, end))
        if known[0] == value or abs(known[0] - value) <= _NEAR * max(known[0], value) and _round(known[0], value):
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
