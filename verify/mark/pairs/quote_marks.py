"""What can be a quotation mark, and what its neighbours say of it: does it open, close, or quote nothing."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from verify.lexicon.late import late

Odd = Literal["", "unclosed", "unopened", "apostrophe"]

NEVER = float("inf")
LOST = 6.0
"""What it costs to take a double mark for one that lost its partner; every other cost is measured by it."""

# Each of these begins with the letters that it can begin with: that is many times faster to search.
_DOUBLE = late(r"[“”\"„‟«»‹›`'‘’](?:(?<=[“”\"„‟«»‹›])|(?<=`)`|(?<=')'|(?<=‘)‘|(?<=’)’)")
_MARK = late(
    r"""[“”"„‟«»‹›`'‘’‚‛](?:
          (?<=[“”"„‟«»‹›])
        | (?<=\S['’])(?=(?:''|’’)(?!['’]))          # the first of the three that end 'no,'''
        | (?<=`)` | (?<=')' | (?<=‘)‘ | (?<=’)’
        | (?<=[‘'’‚‛])(?<!\w.) | (?<=[’'‘])(?!\w)   # at either end of a word
    )""",
    re.VERBOSE,
)
_OPENS = late(
    r"""['’‘‚‛‹›](?<![^\s([{—–\-/:;,…“"„].)
        (?:(?<=')(?=[\w.$£€\#@[(…]) | (?<=’)(?=[^\W\d_]) | (?<=[‘‚‛‹›]))(?!['’\s])""",
    re.VERBOSE,
)
_OPENS_AFTER = frozenset(" \t\n\u00a0\u2009\u200a\u202f([{—–-/:;,‘'“\"„«‹…*_>")
_CLOSES_BEFORE = frozenset(" \t\n\u00a0\u2009\u200a\u202f)]}—–-/:;,.?!’'”\"»›…*_<")
_SPACES = frozenset(" \t\n\u00a0\u2009\u200a\u202f")
_STOPS = frozenset(",.?!;:…")
_ELISION = late(
    r"[’‘'](?:\d\ds?|em|er|im|n|til|tis|twas|twill|twere|cause|cos|cuz|coz|bout|round|neath|gainst|tween|nuff"
    r"|kay|hood|burbs|fraid|ere|appen|ello)\b",
    re.IGNORECASE,
)
_SUFFIX = late(r"[’‘'\"“”](?:s|t|re|ve|ll|d|m)\b", re.IGNORECASE)
_FEET = late(r"\d['’′´] ?\d{1,2}(?:[ -]?\d/\d|[¼½¾]|\.\d+)?\Z")
_YEAR = late(r"(?<!\d)[12]\d{3}\Z")
_TAG = late(r"<[A-Za-z][^<>=]{0,80}=[^<>]{0,4000}>")

_SINGLE = frozenset("‘’'‚‛")
_DOUBLED = {"‘‘": "``", "’’": "''", "‟": "“", "‛": "‘"}
_TURNED = 3.0
"""What it costs to believe that a curly mark is turned the wrong way."""


class Mark(Struct, frozen=True):
    """A quotation mark, or what looks like one, with the cost of each way to read it.

    `opens` and `closes` are 0 where the neighbours say so; `alone` is the cost of its quoting nothing,
    and `odd` what is wrong with it then (nothing with an apostrophe). `firm` says that a single mark
    stands beside punctuation, where apostrophes are not.
    """

    start: int
    end: int
    glyph: str
    opens: float
    closes: float
    alone: float
    odd: Odd
    firm: bool = False


def has_singles(text: str, start: int, end: int) -> bool:
    """Whether a single mark of text[start:end] may open a quotation."""
    return any(not _ELISION.match(text, one.start(), end) for one in _OPENS.finditer(text, start, end))


def marks(text: str, start: int, end: int, *, singles: bool = True) -> list[Mark]:
    """The marks of text[start:end] in its order; those in the attributes of a tag are none."""
    found = []
    tags: list[tuple[int, int]] = []
    if text.find("<", start, end) >= 0:
        tags = [tag.span() for tag in _TAG.finditer(text, start, end)]
    for match in (_MARK if singles else _DOUBLE).finditer(text, start, end):
        glyph, at, stop = match.group(), match.start(), match.end()
        if tags and _inside(tags, at):
            continue
        before = text[at - 1] if at > start else " "
        after = text[stop] if stop < end else " "
        glyph = _DOUBLED.get(glyph, glyph)
        if glyph in _SINGLE:
            found.append(_single(text, at, end, glyph, before, after))
        else:
            found.append(_double(text, (at, stop), glyph, before, after))
    return found


def _inside(spans: list[tuple[int, int]], at: int) -> bool:
    index = bisect_right(spans, (at, at)) - 1
    return index >= 0 and at < spans[index][1]


@lru_cache(maxsize=4096)
def _place(before: str, after: str) -> tuple[float, float]:
    """What it costs to open, and to close, between these two letters."""
    opens = before in _OPENS_AFTER and after not in _SPACES
    closes = after in _CLOSES_BEFORE and before not in _SPACES
    if opens and closes:
        if after in ",.;:?!)]}" or before in ",.?!;…":
            opens = False
        elif before in "([{":
            closes = False
    elif opens and before in ",…" and after.isalnum():
        # `early,"said` or `said,"Why`: a space is lost, and only what is open tells on which side.
        return 1.0, 1.0
    if opens == closes:
        return 1.0, 1.0
    return (0.0, 4.0) if opens else (4.0, 0.0)


def _double(text: str, span: tuple[int, int], glyph: str, before: str, after: str) -> Mark:
    at, stop = span
    opens, closes = _place(before, after)
    odd: Odd = "unopened" if closes < opens else "unclosed"
    alone = LOST
    if glyph in "«»‹›":
        # Arrows and "Read more »" are no quotations.
        alone, odd = 1.5, ""
    elif glyph in "“``„":
        odd = "unclosed"
    elif glyph == "”":
        opens, odd = opens + _TURNED, "unopened"
    if glyph not in "“``„«»‹›" and before.isdigit():
        opens += 3.0
        if _FEET.search(text, max(0, at - 12), at):
            closes, alone, odd = closes + 1.5, 0.2, ""
        elif not _YEAR.search(text, max(0, at - 5), at):
            alone, odd = 2.0, ""
    elif before.isalpha() and _SUFFIX.match(text, at):
        alone, odd = 1.0, "apostrophe"
    return Mark(at, stop, glyph, opens, closes, alone, odd)


def _single(text: str, at: int, end: int, glyph: str, before: str, after: str) -> Mark:
    opens, closes = _place(before, after)
    if before not in _SPACES and _SUFFIX.match(text, at):
        return Mark(at, at + 1, glyph, NEVER, NEVER, 0.0, "")
    if opens < closes:
        elided = bool(_ELISION.match(text, at, end))
        if glyph == "’":
            return Mark(at, at + 1, glyph, NEVER if elided else 1.0 + _TURNED, NEVER, 0.2, "")
        if elided:
            return Mark(at, at + 1, glyph, 1.5, NEVER, 0.0, "")
        if glyph == "'":
            return Mark(at, at + 1, glyph, 0.3, NEVER, 2.0, "")
        if glyph == "‘" and (after.isupper() or after in "“[…"):
            return Mark(at, at + 1, glyph, 0.0, NEVER, LOST, "unclosed")
        return Mark(at, at + 1, glyph, 0.0, NEVER, 4.0 if glyph == "‘" else 1.0, "")
    if after.isalnum() or before in _SPACES or glyph == "‚":
        return Mark(at, at + 1, glyph, 1.0 if glyph == "‘" else NEVER, NEVER, 0.2, "")
    return _single_end(text, at, glyph, closes, before, after)


def _single_end(text: str, at: int, glyph: str, closes: float, before: str, after: str) -> Mark:
    """A single mark where a word ends: a quotation may close there, or a plural possess, or a word be cut."""
    initial = before == "." and text[at - 2 : at - 1].isupper()
    firm = (before in _STOPS or after in _STOPS or after in ')]”"') and not initial
    if before.isdigit() or before in "sSn" or initial:
        alone = 0.2 if before.isdigit() else 0.75
    elif before in _STOPS:
        alone = 5.0
    else:
        alone = 1.5
    if before in "sS" and not firm:
        # "the workers’ rights": more likely a possessive.
        closes += 1.3
    return Mark(at, at + 1, glyph, NEVER, closes, alone, "", firm)
