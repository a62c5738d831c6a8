"""Names of bodies with an "and" in them: "the Food and Drug Administration", "Department of Health and …"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from verify.lexicon.given import is_given, is_surname
from verify.lexicon.words import is_word
from verify.mark.naming.bodies import BODY, BODY_OF
from verify.mark.naming.capitals import Word
from verify.mark.naming.offices import is_head
from verify.mark.naming.ordinary import FOLK
from verify.mark.naming.places import PLACES
from verify.mark.naming.wordlist import listed

_AND = " and "
_WHOLE = listed(
    """department ministry agency bureau office administration commission committee council court board
    authority university college school institute academy association federation union alliance league
    coalition network foundation fund trust society club party congress senate parliament assembly house
    cabinet group company corporation bank church hospital museum police army navy force guard post times"""
)
"""Last words of the names of bodies that are no field of work: "the Department of Justice and Congress"."""
_DOING = frozenset(("enforcement", "protection"))
"""What a body is for, where it goes by nothing else: "Customs and Border Protection"."""
_OF = frozenset(("of", "for", "on"))
_THE = ("the ", "the federal ", "the state ", "the national ", "the city ", "the county ")
_NEAR = max(map(len, _THE))


def conjoined(text: str, chains: Iterable[list[Word]]) -> Iterator[list[Word]]:
    """The runs of capitals, those put together that an "and" joins to the name of one body."""
    held: list[Word] = []
    joint = -1
    for words in chains:
        if words[0].start == joint and text.endswith(_AND, 0, joint) and _is_one(text, held, words):
            held = [*held, replace(words[0], gap=_AND), *words[1:]]
        else:
            if held:
                yield held
            held = words
        joint = words[-1].end + len(_AND)
    if held:
        yield held


def _is_one(text: str, first: Sequence[Word], second: Sequence[Word]) -> bool:
    """Whether two runs with an "and" between them are one name."""
    opening = text[max(0, first[0].start - _NEAR) : first[0].start].lower()
    named = opening.endswith(_THE)
    while len(first) > 1 and first[0].text in ("The", "U.S."):
        first, named = first[1:], True
    lows = [word.text.lower().rstrip("’'") for word in (*first, *second)]
    if not all(low in FOLK or is_word(low) for low in lows):
        return False
    opens, head, last = lows[0], lows[len(first) - 1], lows[-1]
    inside = range(len(first) - 1)
    if any(lows[i] in BODY_OF and first[i + 1].gap.strip() in _OF for i in inside):
        return last not in _WHOLE and not _elsewhere(second)
    alone = len(first) == 1 and opens in FOLK  # "the Republican and Democratic National Committee"
    if len(second) == 1 or alone or head in BODY or is_head(first[-1].text) or _elsewhere(first):
        return False
    return last in _DOING or (last in BODY and (named or opens == "united"))


def _elsewhere(words: Sequence[Word]) -> bool:
    """Whether the words name a place or somebody."""
    whole = " ".join(word.text for word in words)
    return whole in PLACES or is_given(words[0].text) or (len(words) == 1 and is_surname(whole))
