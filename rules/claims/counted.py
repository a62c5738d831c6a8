"""Figures of a headline or caption, and those that the story gives for the same things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from verify import Article, Block, Number
from verify.mark.numbers import in_stretch

_SIGN = re.compile(
    r"\d|\b(?i:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|thirteen|fourteen|fifteen|twenty|thirty"
    r"|forty|fifty|hundreds?|thousands?)\b"
)
_FATE = re.compile(
    r"(?:people |persons |others )?(?:are |were |have been |left |feared |found )?"
    r"(?P<fate>killed|dead|die|dies|died|injured|hurt|wounded|missing|arrested|detained|rescued|drown(?:ed)?|evacuated)\b"
)
_DONE_TO = re.compile(r"\b(?P<fate>kill(?:s|ed|ing)|injur(?:es|ed|ing)|wound(?:s|ed|ing)|rescu(?:es|ed|ing)|arrest(?:s|ed|ing))(?: at least| about| some| nearly)? \Z", re.IGNORECASE)
_SAME = {
    "dead": "kill", "die": "kill", "dies": "kill", "died": "kill", "kill": "kill", "hurt": "injur", "wound": "injur",
    "injur": "injur", "drown": "kill", "drowned": "kill", "deaths": "kill", "injuries": "injur",
}  # fmt: skip
_NEXT = re.compile(r"[ \u00a0-](?P<word>[A-Za-z][a-z]{2,20})\b")
_NEXT_TWO = re.compile(r"[ \u00a0](?:[A-Za-z][\w.’'-]{1,20} )(?P<word>[a-z]{3,20}s|people|men|women|children)\b")
_PERSONS = frozenset("people persons men women children others victims".split())
_LOOSE = 0.051
"""How far a rounded figure may lie from the one it stands for."""
_VAGUE = re.compile(r"\b(?:dozens|hundreds|thousands|scores)\b", re.IGNORECASE)
_EMPTY = frozenset(
    "things ways reasons takeaways questions facts years months weeks days hours minutes year month week day hour"
    " times points percent percentage million billion thousand million dollars places stories issues steps tips"
    " points lessons moments quotes photos pictures videos charts maps candidates".split()
)


class Counted(NamedTuple):
    """A number of the copy, and what it counts: a noun in one form, or what happened to people."""

    number: Number
    what: frozenset[str]


def counted(text: str, block: Block) -> Iterator[Counted]:
    """The numbers of one block that count something."""
    if not _SIGN.search(text, block.start, block.end):
        return
    for number in in_stretch(text, block.start, block.end):
        what = _what(text, block, number)
        if what:
            yield Counted(number, what)


def values(article: Article) -> Iterator[float]:
    """Every number that the story itself gives, whatever it counts."""
    for block in article.zoned("body", "list"):
        for number in in_stretch(article.text, block.start, block.end):
            yield number.value
        # Scores, ranges, ordinals and figures in names are no numbers to the marker, and may be meant.
        for digits in re.finditer(r"\d[\d,]{0,14}", article.text[block.start : block.end]):
            yield float(digits[0].replace(",", ""))


def near(one: float, other: float) -> bool:
    """Whether one may be the other, rounded."""
    return abs(one - other) <= _LOOSE * max(abs(one), abs(other)) and max(one, other) > 20 or one == other


def _what(text: str, block: Block, number: Number) -> frozenset[str]:
    found = set()
    rest = _FATE.match(text, min(number.end + 1, block.end), block.end)
    done = _DONE_TO.search(text, max(block.start, number.start - 40), number.start)
    for match in (rest, done):
        if match:
            found.add(_fate(match["fate"]))
    if number.unit in ("$", "£", "€", "¥", "percent"):
        return frozenset()
    for pattern in (_NEXT, _NEXT_TWO):
        noun = pattern.match(text, number.end, block.end)
        if noun and noun["word"].lower() not in _EMPTY | _PERSONS:
            word = noun["word"].lower()
            if word.endswith("s") or pattern is _NEXT_TWO:
                found.add(word.removesuffix("s"))
    return frozenset(found)


def _fate(word: str) -> str:
    stem = re.sub(r"(?:ed|es|ing|s)\Z", "", word.lower()) if word.lower() not in _SAME else word.lower()
    return _SAME.get(stem, stem)
