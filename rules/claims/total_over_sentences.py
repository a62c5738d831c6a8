"""A total that the sentences after it do not bear out: "Three people died. Two men … Two women also …"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from verify import Article, Elsewhere, Flag, Sentence, rule
from verify.lexicon.late import late
from verify.mark.figures.amounts import read

_FATES = {
    "died": "die", "killed": "die", "dead": "die", "injured": "hurt", "hurt": "hurt", "wounded": "hurt",
    "arrested": "arrest", "detained": "arrest", "charged": "charge", "rescued": "rescue", "saved": "rescue",
    "elected": "elect", "dismissed": "dismiss", "fined": "fine", "sentenced": "sentence",
}  # fmt: skip
_FATE = rf"(?P<fate>{'|'.join(_FATES)})(?![\w-])"
_N = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})"
_MANY = (
    r"people|persons|men|women|boys|girls|children|passengers|victims|workers|officers|soldiers|students"
    r"|suspects|members|residents|sailors|firefighters|climbers|tourists|teenagers|adults|drivers"
)
_ONE = (
    r"man|woman|boy|girl|child|passenger|victim|worker|officer|soldier|student|suspect|member|resident"
    r"|sailor|firefighter|climber|tourist|teenager|adult|driver"
)
_WHOLE = late(
    rf"(?<![\w$£€.,-])(?P<total>(?i:{_N})) (?:[a-z]+ )?(?:{_MANY})"
    rf"(?: (?:were|have been|had been))?(?: found| left| shot)? {_FATE}"
)
_ROUGH = late(
    r"\b(?:at least|about|around|some|nearly|almost|up to|more than|over|another|other|fewer than|first"
    r"|of the|all|these|those|last|than) \Z",
    re.IGNORECASE,
)
_PART = late(
    rf"(?:\A|, |,? and )"
    rf"(?:(?P<many>(?i:{_N})) (?:other |more |of them )?(?:[a-z-]+ ){{0,2}}?(?:{_MANY})"
    rf"|(?P<one>(?i:a|an|one|another)) (?:[a-z0-9-]+ ){{0,3}}?(?:{_ONE}))\b"
)
_OTHERS = late(
    rf"The (?:other (?P<many>{_N})|(?P<one>other(?! {_N})|second|third|fourth|fifth|sixth|last)"
    rf"(?: (?:{_ONE}))?)(?= (?:was|were|died|is|are)\b)"
)
_ALSO = late(r"\balso\b|\bother\b")
_VERB = late(r"\b(?:was|were|died|is|are|had|has)\b")
_THEM = "dead|victims|winners|suspects|injured"
_NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){1,3}"
_TOWN = r"(?:,? (?:both |all )?of [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})?"
_ITEM = rf"{_NAME}(?:, (?:aged )?\d{{1,3}})?{_TOWN}"
_LIST = late(
    rf"(?:\b(?:identified|named) (?:them|the (?:{_THEM}|men|women|two|three|four)) as"
    rf"|(?:\bThey|\bThe (?:{_THEM})) (?:were|are)(?: (?:identified|named) as)?)"
    rf" (?P<names>{_ITEM}(?:(?:, and |; and |, |; | and ){_ITEM}){{1,9}})"
    r"(?=\.|,? (?:police|officials|he|she|the)\b|$)"
)
_ONE_NAME = late(_ITEM)
_ON = 5
"""How many sentences behind the total its parts may stand."""


class Whole(Struct, frozen=True):
    """A total, the sentence that it stands in, and what happened to those who are counted."""

    start: int
    end: int
    sentence: int
    value: int
    fate: str


@rule(
    severity="warning",
    since="0.1",
    needs={"sentences", "quotations"},
    advice="Count the parts again, and mend the total or the part that is off.",
    default=False,
)
def total_over_sentences(article: Article) -> Iterator[Flag]:
    """The sentences after a total tell of more people, or of others, than it counts."""
    done = 0
    for whole in _wholes(article):
        if whole.start < done:
            continue  # A part of the last one.
        following = article.sentences[whole.sentence + 1 : whole.sentence + 1 + _ON]
        flag = _by_names(article, whole, following) or _by_parts(article, whole, following)
        if flag is not None:
            done = flag.related[-1].span[1]
            yield flag


def _wholes(article: Article) -> Iterator[Whole]:
    """The totals of the copy's own words that are told exactly."""
    text, starts = article.text, [sentence.start for sentence in article.sentences]
    for block in article.zoned("body"):
        for found in _WHOLE.finditer(text, block.start, block.end):
            before = text[max(block.start, found.start() - 20) : found.start()]
            if _ROUGH.search(before) or article.quoted(*found.span()):
                continue
            index = bisect_right(starts, found.start()) - 1
            yield Whole(*found.span("total"), index, _value(found["total"]), _FATES[found["fate"]])


def _by_names(article: Article, whole: Whole, following: Sequence[Sentence]) -> Flag | None:
    """What the list of those who are counted shows, in one of the next two sentences."""
    for sentence in following[:2]:
        found = _LIST.search(article.text, sentence.start, sentence.end)
        if found is None or article.quoted(*found.span()):
            continue
        names = len(_ONE_NAME.findall(found["names"]))
        if names == whole.value:
            return None
        said = article.text[whole.start : whole.end]
        return Flag(
            (whole.start, whole.end),
            f"“{said}” are told, and {names} are named",
            related=(Elsewhere(found.span("names"), "the names"),),
            confidence=0.75,
        )
    return None


def _by_parts(article: Article, whole: Whole, following: Sequence[Sentence]) -> Flag | None:
    """What the parts come to: too many, or too few where “the other” ends the list."""
    parts: list[tuple[int, tuple[int, int]]] = []
    closed = False
    for sentence in following:
        words = article.text[sentence.start : sentence.end]
        here = list(_parts(words, whole.fate, sentence.start, first=not parts))
        if not here:
            break
        parts += here
        closed = _OTHERS.match(words) is not None
    count = sum(many for many, _ in parts)
    if len(parts) < 2 or count == whole.value or (count < whole.value and not closed):
        return None
    said = article.text[whole.start : whole.end]
    told = " + ".join(str(many) for many, _ in parts)
    return Flag(
        (whole.start, whole.end),
        f"“{said}” is not what the next sentences make: {told} = {count}",
        related=tuple(Elsewhere(place, "a part") for _, place in parts),
        confidence=0.7,
    )


def _parts(words: str, fate: str, start: int, *, first: bool) -> Iterator[tuple[int, tuple[int, int]]]:
    """(how many, where) of those whom a sentence opens with, if it tells the same of them."""
    verb = _VERB.search(words)
    if verb is None:
        return
    if not first and (others := _OTHERS.match(words)):
        yield _value(others["many"] or "one"), (start, start + others.end())
        return
    same = any(_FATES[found[0]] == fate for found in re.finditer("|".join(_FATES), words))
    if same or (not first and _ALSO.search(words)):
        done = 0
        for part in _PART.finditer(words, 0, verb.start()):
            if part.start() != done:
                return  # "Two men from Oslo, …": what is counted further on is not known to belong.
            done = part.end()
            yield _value(part["many"] or "one"), (start + part.start(), start + part.end())


def _value(word: str) -> int:
    amount = read(word.lower())
    return int(amount.value) if amount else 0
