"""A total that its parts do not make: "six people, two men and three women"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify import Article, Elsewhere, Flag, rule
from verify.lexicon.late import late
from verify.mark.figures.amounts import read

_WORD = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty"
_N = rf"(?:(?i:{_WORD})(?![\w-])|\d{{1,3}}(?:,\d{{3}})?(?![\w%]|[.,:/]\d|-\w))"
_NOUN = r"[a-z][a-z-]{2,20}"
_ANY = r"(?:[A-Za-z]{3,9}|\d{1,3}(?:,\d{3})?)"
# Read loosely where it may be tried often: what is no number is sorted out afterwards.
_LOOSE = rf"{_ANY} (?:{_NOUN} ){{0,2}}?{_NOUN}"
_PART = rf"{_N} (?:{_NOUN} ){{0,2}}?{_NOUN}"
# Looked for first, and cheap to find; the long patterns are tried only around one of these.
_ALL_SIGN = late(r"(?:in (?=all|total)|al(?=l told|together))(?:all|total|l told|together)\b")
_AND_SIGN = late(rf" and (?=[\dotfsent])(?=(?:{_WORD}|\d{{1,3}}) [a-z])")
_PART_SIGN = late(rf"[,—–:(-] ?(?:{_WORD}|\d{{1,3}}) [a-z]")
_ALL_WORDS = (" in all", " all told", " altogether", " in total")
_NOUN_SIGN = late(rf"(?:{_WORD}|\d{{1,3}}) (?:[a-z]+ )?[a-z]+\Z", re.IGNORECASE)
_LIST_SIGN = late(r": (?=[A-Z])")
_ALL = late(rf",? (?P<total>{_N}) (?:[a-z]{{3,15}} )?\Z")
_WHOLE_FIRST = late(
    rf"(?<![\w$£€.,-])(?P<total>{_ANY}) (?P<whole>people|persons|passengers|victims|workers"
    rf"|officers|soldiers|members|students"
    r"|children|civilians|suspects|adults|players|residents|employees|judges|lawmakers|senators|councilors|animals|boats"
    r"|vehicles|cars|ships|aircraft|planes|others|justices|candidates|delegates)(?: (?:aboard|inside|there))?"
    rf"(?P<joint>,? ?[—–(:-]+ ?|, )(?P<parts>{_LOOSE}(?:, {_LOOSE}){{0,4}},? and {_LOOSE})"
    rf"(?P<end>[,.;:)—–]| ?[—–-]| (?:were|was|are|died|have|had|in|on|from|at)\b)"
)
_PARTS = late(
    rf"(?<![\w$£€.,-]){_PART}(?:(?: (?!and\b)[\w’'.-]{{1,20}}){{0,5}}?(?:, | and "
    rf"|, and ){_PART}){{1,4}}[^.,;\d]{{0,40}}\Z"
)
_STOP = late(r"[.;!?] ")
_ONE = late(_N)
_NUMBER = late(rf"(?<![\w$£€.,-]){_N}")
_OPEN = late(
    r"\b(?:including|among them|at least|more than|about|some|nearly|up to|with|other|another|half)\b",
    re.IGNORECASE,
)
_LIST = late(
    rf"(?<![\w$£€.,-])(?P<total>{_N}) (?:[a-z]+ )?(?P<noun>people|men|women|children|brothers"
    rf"|sisters|sons|daughters|candidates|victims|suspects|winners|finalists"
    r"|towns|cities|states|countries|counties|villages|districts|members|players|teams|companies|officers|countries|schools|islands|nations|boys|girls|leaders|friends|lawmakers|senators)"
    r": (?P<names>[A-Z][\w’'-]+(?: [A-Z][\w’'.-]+){0,3}(?:, [A-Z][\w’'-]+"
    r"(?: [A-Z][\w’'.-]+){0,3}){0,8},? and [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})"
    r"(?P<end>\.(?=\s|$)|$|(?=[;:]| [—–])|(?= (?:were|was|died|have|had|are|will)\b))"
)
_JOINT = late(r", (?:and )?| and ")
_REACH, _ON = 170, 80


@rule(
    severity="warning",
    since="0.1",
    needs=frozenset(),
    advice="Count the parts again, and mend the total or the part that is off.",
)
def total_mismatch(article: Article) -> Iterator[Flag]:
    """A total is not what the parts named beside it add up to."""
    text = article.text
    for sign, judge in ((_ALL_SIGN, _after), (_AND_SIGN, _before), (_LIST_SIGN, _named)):
        done = 0
        if sign is _ALL_SIGN and not any(word in text for word in _ALL_WORDS):
            continue
        for found in sign.finditer(text):
            block = article.block_at(found.start())
            if block is None or block.zone not in ("body", "list", "caption"):
                continue
            for flag in judge(text, max(block.start, found.start() - _REACH), found, block.end):
                if flag.span[0] >= done:
                    done = flag.span[1]
                    yield flag


def _after(text: str, start: int, sign: re.Match[str], _end: int) -> Iterator[Flag]:
    """The total behind its parts: "two from Oslo and three from Bergen, six in all"."""
    window = _STOP.split(text[start : sign.start()])[-1]
    offset = sign.start() - len(window)
    whole = _ALL.search(window)
    if whole is None or not (total := _value(whole["total"])):
        return
    parts = _PARTS.search(window[: whole.start()])
    if parts is None or _OPEN.search(window):
        return
    numbers = _NUMBER.finditer(window, parts.start(), whole.start())
    span = (offset + whole.start("total"), offset + whole.end("total"))
    yield from _compared(text, total, span, [(n[0], n.start() + offset) for n in numbers])


def _before(text: str, start: int, sign: re.Match[str], end: int) -> Iterator[Flag]:
    """The total before its parts: "six people, two men and three women"."""
    if not _PART_SIGN.search(text, start, sign.start()):
        return
    for whole in _WHOLE_FIRST.finditer(text, start, min(end, sign.end() + _ON)):
        if not whole.start() < sign.start() < whole.end():
            continue
        if _OPEN.search(whole["parts"]) or _OPEN.search(text, max(start, whole.start() - 25), whole.start()):
            continue
        if whole["joint"] == ", " and whole["end"] not in (",", ".", ";", ")"):
            continue  # "five people, two dogs and a cat were": a list, not the parts of one.
        if total := _value(whole["total"]):
            parts = [(n[0], n.start()) for n in _NUMBER.finditer(text, *whole.span("parts"))]
            if len(parts) == len(_JOINT.split(whole["parts"])):
                yield from _compared(text, total, whole.span("total"), parts)


def _named(text: str, start: int, sign: re.Match[str], end: int) -> Iterator[Flag]:
    """The total before the names: "three people: Ann Lee and Tomas Berg"."""
    if not _NOUN_SIGN.search(text, max(start, sign.start() - 50), sign.start()):
        return
    for whole in _LIST.finditer(text, max(start, sign.start() - 50), min(end, sign.end() + 2 * _REACH)):
        if whole.end("noun") != sign.start():
            continue
        if _OPEN.search(text, max(start, whole.start() - 25), whole.start()):
            continue
        names = _JOINT.split(whole["names"])
        total = _value(whole["total"])
        if total and total != len(names):
            span = whole.span("total")
            yield Flag(
                span,
                f"“{text[slice(*span)]}” are told, and {len(names)} are named",
                related=(Elsewhere(whole.span("names"), "the names"),),
                confidence=0.85,
            )


def _compared(text: str, total: float, span: tuple[int, int], parts: list[tuple[str, int]]) -> Iterator[Flag]:
    values = [_value(word) for word, _ in parts]
    if len(values) < 2 or 0 in values or sum(values) == total:
        return
    counted = " + ".join(f"{value:,g}" for value in values)
    yield Flag(
        span,
        f"“{text[slice(*span)]}” is not what its parts make: {counted} = {sum(values):,g}",
        related=tuple(Elsewhere((at, at + len(word)), "a part") for word, at in parts),
        confidence=0.9,
    )


def _value(words: str) -> float:
    """The number that stands there, or 0."""
    if not _ONE.fullmatch(words):
        return 0.0
    amount = read(words)
    return amount.value if amount else 0.0
