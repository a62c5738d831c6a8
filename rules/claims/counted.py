"""Figures of a headline or caption, and those that the story gives for the same things."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from verify import Article, Block, Number
from verify.lexicon.late import late

_SIGN = late(
    r"\d|\b(?i:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|thirteen|fourteen|fifteen|twenty|thirty"
    r"|forty|fifty|hundreds?|thousands?)\b"
)
_FATE = late(
    r"(?P<who>(?:[A-Za-z][a-z’-]{1,20} ){0,2}?)(?:are |were |have been |left |feared |found )?"
    r"(?P<fate>killed|dead|die|dies|died|injured|hurt|wounded|missing|arrested|detained|rescued|drown(?:ed)?|evacuated)\b"
)
_DONE_TO = late(
    r"(?i)\b(?P<fate>kill(?:s|ed|ing)|injur(?:es|ed|ing)|wound(?:s|ed|ing)|rescu(?:es|ed|ing)"
    r"|arrest(?:s|ed|ing))(?: at least| about| some| nearly)? \Z"
)
_SAME = {
    "dead": "kill", "die": "kill", "dies": "kill", "died": "kill", "kill": "kill", "drown": "kill",
    "drowned": "kill", "hurt": "injur", "wound": "injur", "injur": "injur",
}  # fmt: skip
_DEED = late(
    r"[ \u00a0](?P<who>(?:[A-Za-z][a-z’-]{1,20} ){1,2}?)(?:have |had |will |to )?(?P<verb>[a-z]{3,12})"
    r"(?: (?:their|the|an?|new|old))? (?P<object>[a-z]{3,15})\b"
)
_PAST = {
    "lost": "lose", "won": "win", "got": "get", "sold": "sell", "bought": "buy", "left": "leave",
    "took": "take", "gave": "give", "kept": "keep", "sought": "seek", "found": "find", "met": "meet",
    "fled": "flee",
}  # fmt: skip
_NEXT = late(r"[ \u00a0-](?P<word>[A-Za-z][a-z]{2,20})\b")
_NEXT_TWO = late(r"[ \u00a0](?:[A-Za-z][\w.’'-]{1,20} )(?P<word>[a-z]{3,20}s|people|men|women|children)\b")
_PERSONS = frozenset("people persons men women children others victims".split())
_EXACT = 20
"""Up to here nobody rounds."""
_LOOSE = 0.051
"""How far a rounded figure may lie from the one it stands for."""
_EMPTY = frozenset(
    "things ways reasons takeaways questions facts years months weeks days hours minutes year month week day"
    " hour times points percent percentage million billion thousand dollars places stories issues tips"
    " steps lessons moments quotes photos pictures videos charts maps candidates".split()
)
"""What headlines count without the story doing so."""
_FUNCTION = frozenset(
    "of in on at to for from by with and or but as than that which who when after before later ago is was are"
    " were be been the his her its their this these those not more per".split()
)


class Counted(Struct, frozen=True):
    """A number of the copy, and what it counts: a noun in one form, or what happened to people.

    `deed` is what they did ("lose job"), where that is told; `anyone` says that they are just people.
    """

    number: Number
    what: frozenset[str]
    deed: str = ""
    anyone: bool = False


def alike(one: Counted, other: Counted) -> bool:
    """Whether two numbers count the same, as far as the words tell: "four workers lose", "people lost"."""
    if one.what & other.what:
        return True
    return bool(one.deed) and one.deed == other.deed and (one.anyone or other.anyone)


def counted(text: str, block: Block) -> Iterator[Counted]:
    """The numbers of one block that count something."""
    if not _SIGN.search(text, block.start, block.end):
        return
    for number in numbers(text, block):
        what = _what(text, block, number)
        deed, anyone = _deed(text, block, number)
        if what or deed:
            yield Counted(number, what, deed, anyone)


def numbers(text: str, block: Block) -> list[Number]:
    """The numbers of one block; few headlines hold any, so what reads them is imported late."""
    from verify.mark.numbers import in_stretch

    return in_stretch(text, block.start, block.end)


def values(article: Article) -> Iterator[float]:
    """Every number that the story itself gives, whatever it counts."""
    for block in article.zoned("body", "list"):
        for number in numbers(article.text, block):
            yield number.value
        # Scores, ranges, ordinals and figures in names are no numbers to the marker, and may be meant.
        for digits in re.finditer(r"\d[\d,]{0,14}", article.text[block.start : block.end]):
            yield float(digits[0].replace(",", ""))


def near(one: float, other: float) -> bool:
    """Whether one may be the other, rounded."""
    rounded = max(one, other) > _EXACT and abs(one - other) <= _LOOSE * max(abs(one), abs(other))
    return rounded or one == other


def _what(text: str, block: Block, number: Number) -> frozenset[str]:
    found = set()
    rest = _FATE.match(text, min(number.end + 1, block.end), block.end)
    done = _DONE_TO.search(text, max(block.start, number.start - 40), number.start)
    if rest and (_EMPTY | _FUNCTION).intersection(rest["who"].lower().split()):
        rest = None  # "Four days later died": no four.
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


def _deed(text: str, block: Block, number: Number) -> tuple[str, bool]:
    """What those who are counted did, and whether they are just people; nothing where that is not told."""
    found = _DEED.match(text, number.end, block.end)
    if found is None or number.unit in ("$", "£", "€", "¥", "percent"):
        return "", False
    who = found["who"].lower().split()
    if (_EMPTY | _FUNCTION).intersection((*who, found["verb"], found["object"])):
        return "", False
    verb = _PAST.get(found["verb"]) or re.sub(r"(?:ed|es|e|s)\Z", "", found["verb"])
    verb = re.sub(r"e\Z", "", verb)
    return f"{verb} {found['object'].removesuffix('s')}", who[-1] in _PERSONS


def _fate(word: str) -> str:
    stem = re.sub(r"(?:ed|es|ing|s)\Z", "", word.lower()) if word.lower() not in _SAME else word.lower()
    return _SAME.get(stem, stem)
