"""What stands beside a name and shows that a body bears it: "the charity Second Helpings"."""

from __future__ import annotations

from collections.abc import Sequence

from verify.lexicon.given import is_given, is_surname
from verify.lexicon.late import late
from verify.lexicon.sources import KINDS_OF_BODIES, TRADERS
from verify.lexicon.words import is_word
from verify.mark.naming.capitals import Word
from verify.mark.naming.ordinary import CALENDAR

_NEAR = 48
_CALLED = ("called", "named", "dubbed")
_LEADS = frozenset((*_CALLED, "as", "the", "The"))
_KINDS = KINDS_OF_BODIES | TRADERS
"""All that a body may be said to be; people do business too."""
_OWNED = ("’s ", "'s ")
_CLOSES = ",.;:—–)"
_CALLS = late(r"[’']|,? (?:an?|the|for|on|to|not|“|\"|‘)")
"""What follows somebody whom a body calls something: "the group called Lee a liar"."""
_AFTER = late(
    r", (?:an?|the|one of (?:the|its)) (?:[\w’'-]{1,30} ){0,5}?([a-z-]{3,20})"
    r"(?<! group(?= of))"
    r"(?=[,.;:—–]| (?:that|which|whose|of|for|in|at|from|with|to|by|based|run|founded|formed|set|known)\b)"
)
_WHOSE = late(
    r" (?:(?:also|now|once|then|later|had|has|have) )?"
    r"(?:founded|co-founded|founds|runs|ran|leads|led|owns|owned|started|heads|headed|built|formed|chairs|"
    r"chaired|created|bought|sold|launched|joined|left|used|works|worked|helped|set)\b"
)
"""Verbs of somebody who does something with the body: "the company Lee founded"."""


def may_be_body(text: str, floor: int, start: int, end: int) -> bool:
    """Whether it is worth asking `is_body` of the name text[start:end]; a glance tells for most."""
    if text.startswith(", ", end):
        return True
    before = text[text.rfind(" ", floor, max(floor, start - 1)) + 1 : start - 1]
    return before in _LEADS or before.rstrip(",") in _KINDS


def is_body(text: str, floor: int, words: Sequence[Word], *, person: bool) -> bool:
    """Whether the copy around a run of capitals says what kind of body bears the name.

    `floor` is where its block begins; where the words may well be a person's name (`person`), nothing less
    than "a firm called …" or "…, a firm" will do.
    """
    start, end = words[0].start, words[-1].end
    if any(word.text.lower() in CALENDAR for word in words) or text[start - 3 : start] in _OWNED:
        return False  # "the group Monday", "the Women’s Docket"
    alone = len(words) == 1 and not person
    kinds = _KINDS if alone and not _somebodys(words[0].text) else KINDS_OF_BODIES
    kind, link = _before(text, floor, start, end)
    if kind not in kinds or (person and link != "called"):
        return _behind(text, end) in kinds
    if link == ",":
        return text[end : end + 1] in _CLOSES
    ordinary = len(words) > 1 and all(is_word(word.text.lower()) for word in words)
    return link == "called" or ordinary or _WHOSE.match(text, end) is None


def kinds_beside(text: str, floor: int, start: int, end: int) -> tuple[str, str]:
    """The nouns before and behind the name text[start:end] that may say what it is; "" for none."""
    return _before(text, floor, start, end)[0], _behind(text, end)


def _somebodys(word: str) -> bool:
    """Whether a word is known as a name of people."""
    return is_surname(word) or is_given(word)


def _before(text: str, floor: int, start: int, end: int) -> tuple[str, str]:
    """The word before a name that may say what bears it, and how it leads up to it."""
    before = text[max(floor, start - _NEAR) : start].split()
    if before and before[-1] in ("the", "The"):
        before.pop()
    link = ""
    if before and before[-1] in _CALLED:
        if _CALLS.match(text, end):
            return "", ""
        link = "called"
        before.pop()
    elif before[-2:] == ["known", "as"]:
        link = "called"
        del before[-2:]
    elif before and before[-1].endswith(","):
        link = ","
    return (before[-1].rstrip(","), link) if before else ("", "")


def _behind(text: str, end: int) -> str:
    """The noun of what stands in apposition behind a name."""
    after = _AFTER.match(text, end)
    return after[1] if after else ""
