"""Numbers in figures and words, with their value and what they count: "1.2 million", "two boats".

A misread costs more than a miss: figures that belong to names, scores, times, dates or ranges are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from verify.lexicon.late import late
from verify.mark.figures.amounts import SCALES, SMALL, worth
from verify.mark.order import Marker
from verify.model.article import Article
from verify.model.marks import Number

_SHORT_SCALES = {"k": 1e3, "m": 1e6, "bn": 1e9, "tn": 1e12, "b": 1e9, "t": 1e12}
_PARTS = {
    "half": 2.0, "halves": 2.0, "third": 3.0, "thirds": 3.0, "quarter": 4.0, "quarters": 4.0,
    "fifth": 5.0, "fifths": 5.0, "tenth": 10.0, "tenths": 10.0,
}  # fmt: skip
_SCALE = "|".join(SCALES)
_FIGURE = late(
    r"(?P<figure>\d(?:\d{0,2}(?:,\d{3}){1,5}|\d{0,14}))(?P<decimal>\.\d{1,6})?"
    r"(?!\d|,\d|[.:/–-]\d|(?:st|nd|rd|th|s)\b|[’']s)"
    rf"(?:[ \u00a0-]?(?P<scale>{_SCALE})s?\b|(?P<short>k|m|bn|tn|[KMBT])\b)?"
)
_BARE = "|".join(sorted(SMALL, key=len, reverse=True))
_LEADS = (*SMALL, "a", "an", "half")
# By first letters and in both cases: many times faster than a list of words that ignores case.
_FIRST = "|".join(
    f"[{letter.upper()}{letter}](?:{'|'.join(sorted((word[1:] for word in words), key=len, reverse=True))})"
    for letter, words in groupby(sorted(_LEADS), key=itemgetter(0))
)
_OPENING = late(rf"\b(?:{_FIRST})\b")
_WORDS = late(
    rf"(?:{_BARE})(?:-(?:{_BARE}))?\b(?:(?:[ -]| and )(?:{_SCALE}|{_BARE})\b){{0,7}}"
    rf"|(?:an?|half a) (?:{_SCALE})\b",
    re.IGNORECASE,
)
_FRACTION = late(
    r"(?:(?P<many>a|one|two|three|four|nine)[ -](?P<part>half|halves|thirds?|quarters?|fifths?|tenths?)|half)"
    r"(?= of\b)",
    re.IGNORECASE,
)
_PERCENT = late(r"%|[ \u00a0-]per ?cent(?:age points?)?\b")
_COMPOUND = late(r"-(?!plus|odd|something|some|ish)(?P<unit>[a-z]{2,20})\b")
_NOUN = late(
    r"[ \u00a0](?:[A-Za-z][\w.’'-]{1,20}[ \u00a0]){0,2}?"
    r"(?P<unit>[a-z]{3,20}s|people|men|women|children|police)\b"
)
_FUNCTION = late(
    r"\b(?:a|an|the|and|or|but|in|on|at|of|to|for|from|by|with|as|than|is|was|has|his|this|its|us|after|before"
    r"|when|who|that|which|were|are|have|had|said|says)\b"
)
_NO_COUNT = late(r" ?(?:[ap]\.?m\b|o[’']clock)|[’'′]")
_STUCK = tuple(".,:/-–#+_@$£€¥'’′")
_OPENERS = (
    "About Above Almost Another Around As At Below By Even Every Exactly Fewer For From Her His In Just Less"
    " More Nearly Of On Only Or Over Roughly Some Than That The Their These Those To Under Up With"
)
_OPENING_WORDS = frozenset(_OPENERS.split())
_GOES_ON = (" to ", " and ", "-", "–", " through ", " or ")
_YEARS = range(1500, 2100)
_YEAR_DIGITS = 4
_REACH = 25


def numbers(article: Article) -> tuple[Number, ...]:
    """The numbers of all paragraphs, in the order of the text."""
    starts = [date.start for date in article.dates]
    ends = [date.end for date in article.dates]
    text = article.text
    found: list[Number] = []
    for block in article.blocks:
        if block.zone == "code":
            continue
        here = in_stretch(text, block.start, block.end)
        done = block.start
        for number in here:
            index = bisect_right(starts, number.start) - 1
            if index >= 0 and (ends[index] > number.start or text[ends[index] : number.start] in _GOES_ON):
                continue  # Part of a date, or the second day of "Nov. 3 to 5".
            if number.start >= done:
                found.append(number)
                done = number.end
    return tuple(found)


def in_stretch(text: str, start: int, end: int) -> list[Number]:
    """The numbers of one stretch, in its order, those that belong to dates among them; two may overlap."""
    return sorted((*_figures(text, start, end), *_spelled(text, start, end)))


def _figures(text: str, start: int, end: int) -> Iterator[Number]:
    for match in _FIGURE.finditer(text, start, end):
        at = match.start()
        sign = text[at - 1] if at > start and text[at - 1] in "$£€¥" else ""
        before = text[max(start, at - _REACH) : at].removesuffix(sign)
        if before[-1:].isalnum() or before.endswith(_STUCK) or _NO_COUNT.match(text, match.end(), end):
            continue
        scale = SCALES.get(match["scale"] or "") or _SHORT_SCALES.get((match["short"] or "").casefold(), 1.0)
        value = float(match["figure"].replace(",", "") + (match["decimal"] or "")) * scale
        if not sign and scale == 1.0:
            if len(match["figure"]) == _YEAR_DIGITS and value in _YEARS:
                continue
            if _in_a_name(before):
                continue
        unit, last = _unit(text, match.end(), end)
        yield Number(at - len(sign), last, value, sign or unit)


def _in_a_name(before: str) -> bool:
    """Whether a figure ends a name ("Route 66", "No. 10"): a capital stands right before it."""
    words = before.split()
    if not words or before[-1:] not in (" ", "\u00a0"):
        return False
    last = words[-1]
    if last in ("No.", "no.", "page"):
        return True
    return last.istitle() and last.isalpha() and last not in _OPENING_WORDS


def _spelled(text: str, start: int, end: int) -> Iterator[Number]:
    done = start
    for opening in _OPENING.finditer(text, start, end):
        at = opening.start()
        if at < done or (at > start and text[at - 1] in "-’'"):
            continue
        if fraction := _FRACTION.match(text, at, end):
            value = SMALL.get((fraction["many"] or "one").casefold(), 1.0)
            yield Number(at, fraction.end(), value / _PARTS[(fraction["part"] or "half").casefold()])
            done = fraction.end()
        elif match := _WORDS.match(text, at, end):
            done = match.end()
            value = worth(match[0].casefold())
            unit, last = _unit(text, done, end)
            # "one" alone is as often a pronoun as a count.
            if value and (match[0].casefold() != "one" or unit):
                yield Number(at, last, value, unit)


def _unit(text: str, at: int, end: int) -> tuple[str, int]:
    """(what is counted, where the number with a unit of its own ends); the noun itself stays outside."""
    if percent := _PERCENT.match(text, at, end):
        return ("percentage points" if "point" in percent[0] else "percent"), percent.end()
    if compound := _COMPOUND.match(text, at, end):
        return compound["unit"], compound.end()
    noun = _NOUN.match(text, at, end)
    if noun is None or _FUNCTION.search(text, at, noun.end()):
        return "", at
    return noun["unit"], at


MARKER = Marker(provides="numbers", run=numbers, needs=frozenset(("dates",)))
