"""Days, months, states, countries and their peoples, and what a slip of the keyboard makes of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice

from msgspec import Struct

from verify.lexicon.given import is_given, is_surname
from verify.lexicon.late import late
from verify.lexicon.slips import Mended, Slip, slip_between
from verify.lexicon.words import is_word, zipf

_CALENDAR = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April August September"
    " October November December".split()
)
_LANDS = frozenset(
    "Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho"
    " Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota"
    " Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah"
    " Vermont Virginia Washington Wisconsin Wyoming"
    " Afghanistan Albania Algeria America Argentina Armenia Australia Austria Azerbaijan Bahrain Bangladesh"
    " Belarus Belgium Bolivia Bosnia Botswana Brazil Britain Bulgaria Cambodia Cameroon Canada China Colombia"
    " Croatia Cyprus Denmark Ecuador Egypt England Eritrea Estonia Ethiopia Europe Finland France Germany"
    " Ghana Greece Guatemala Haiti Honduras Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy"
    " Jamaica Japan Kazakhstan Kenya Kosovo Kuwait Latvia Lebanon Liberia Libya Lithuania Macedonia Malaysia"
    " Mexico Moldova Mongolia Morocco Mozambique Myanmar Namibia Nepal Netherlands Nicaragua Nigeria Norway"
    " Pakistan Palestine Panama Paraguay Philippines Poland Portugal Qatar Romania Russia Rwanda Scotland"
    " Senegal Serbia Singapore Slovakia Slovenia Somalia Spain Sudan Sweden Switzerland Syria Taiwan Tanzania"
    " Thailand Tunisia Uganda Ukraine Uruguay Venezuela Vietnam Yemen Zambia Zimbabwe".split()
)
_PEOPLES = frozenset(
    "Afghan African American Argentine Asian Australian Austrian Belgian Brazilian British Bulgarian Canadian"
    " Chinese Colombian Croatian Cuban Danish Dutch Egyptian English Ethiopian European Filipino Finnish"
    " French German Greek Haitian Hungarian Indian Indonesian Iranian Iraqi Irish Israeli Italian Japanese"
    " Kenyan Korean Kurdish Lebanese Libyan Malaysian Mexican Moroccan Nigerian Norwegian Pakistani"
    " Palestinian Polish Portuguese Romanian Russian Scottish Serbian Somali Spanish Sudanese Swedish Swiss"
    " Syrian Taiwanese Tunisian Turkish Ukrainian Venezuelan Vietnamese".split()
)
_ENTRIES = _CALENDAR | _LANDS | _PEOPLES | {f"{one}s" for one in _PEOPLES if one[-1] in "nio"}
_PAIRS = (
    ("United", "States"), ("United", "Kingdom"), ("United", "Nations"), ("New", "York"), ("New", "Jersey"),
    ("New", "Hampshire"), ("New", "Zealand"), ("North", "Carolina"), ("South", "Carolina"),
    ("North", "Dakota"), ("South", "Dakota"), ("Rhode", "Island"), ("Saudi", "Arabia"), ("Los", "Angeles"),
    ("North", "Korea"), ("South", "Korea"), ("South", "Africa"),
)  # fmt: skip
"""Names of two words, in which a slip may make another word of one ("Untied States")."""
_HALVES = frozenset(half for pair in _PAIRS for half in pair if len(half) > 3)
_EASY: frozenset[Slip] = frozenset(("swapped", "doubled", "halved", "dropped", "beside"))
_SHORT = 6
"""In a shorter name only swapped letters are believed: anything else may well be another name."""
_RARE, _GAP = 2.2, 2.2
"""How common a slip may be, at most, and how much likelier what was meant must be, as zipf() measures."""
_LONGEST = 1 + max(map(len, _ENTRIES))
_MOST = 40
"""Copy with more candidates than this is not English, or not copy."""
_SURE = 5.0
"""How sure a slip is that the other half of a pair bears out."""
_LEADS_IN = frozenset(
    "a after all an and as at because before between both but by during each early every few for from her his"
    " if in its last late many most next no of on other our since some that the their then these this those"
    " three through to two until when where while with".split()
)
"""What may open a sentence, or stand in a headline, before such a name without being part of another."""
_DATED = frozenset(("on", "in", "last", "next"))
_TITLE, _TITLES = 4, frozenset(("Capt.", "Govs.", "Messrs.", "Prof.", "Reps.", "Sens."))
"""A full stop after more letters than this ends a sentence, but for these."""
_BEFORE = late(r"(?<![^\W\d_])([^\W\d_][\w.’'-]*) $")
_AFTER = late(r"(?:[’']s)?[ -][A-Z]")
_NEAR = 30


class _Near(Struct, frozen=True):
    """The names in which a slip may be made, and how those and the words near them begin and end."""

    names: frozenset[str]
    heads: frozenset[str]
    tails: frozenset[str]
    ends: frozenset[str]


def is_land(name: str) -> bool:
    """Whether a name is that of a country, a state or a continent, not of a town in it."""
    return name in _LANDS or tuple(name.split()) in _PAIRS


def proper_slips(words: Collection[str], text: str) -> Iterator[tuple[str, Mended]]:
    """The capitalised words that look like slips for a day, month, state, country or people.

    `words` are those that stand in the text once.
    """
    found = list(islice(_candidates(words), _MOST + 1))
    if len(found) > _MOST:
        return
    for word, half, name in found:
        if half and _beside_its_half(word, half, text):
            yield word, Mended((half,), _SURE)
        elif name and not (is_given(word) or is_surname(word)):
            lower = word.lower()
            often = zipf(lower)
            gap = zipf(name) - often
            if often <= _RARE and gap >= _GAP and not is_word(lower) and _stands_alone(word, name, text):
                yield word, Mended((name,), gap)


def _candidates(words: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """The words one slip away from half of a two-word name, from another name, or from either."""
    near = _near()
    for word in words:
        # One slip leaves the start or the end of a longer word as it was.
        if len(word) >= _SHORT:
            if word[:3] not in near.heads and word[0] + word[-2:] not in near.tails:
                continue
        elif word[0] + word[-1] not in near.ends:
            continue
        if word in near.names or len(word) > _LONGEST or not word.isascii() or not word[1:].islower():
            continue
        rests = _rests(word)
        half = _meant(word, rests, _halves_by_rest(word[0]), 1)
        name = _meant(word, rests, _by_rest(word[0]), _SHORT)
        if half or name:
            yield word, half, name


def _meant(word: str, rests: Collection[str], near: Mapping[str, Sequence[str]], short: int) -> str:
    """The one name of these that an easy slip makes the word of, or an empty string."""
    names = {name for rest in rests for name in near.get(rest, ())}
    found = [name for name in names if _easy(word.lower(), name.lower(), short)]
    return found[0] if len(found) == 1 else ""


def _easy(word: str, name: str, short: int) -> bool:
    slip = slip_between(word, name)
    if len(name) < short:
        return slip == "swapped"
    # A last letter less makes another word: "Italia", "Philippine".
    return slip in _EASY and name[:-1] != word


def _stands_alone(word: str, fix: str, text: str) -> bool:
    """Whether the word is no part of a longer name: no other capital stands before or after it."""
    found = re.search(rf"(?<![^\W_]){word}(?![^\W_])", text)
    if not found:
        return False
    start, end = found.span()
    before = _BEFORE.search(text, max(0, start - _NEAR), start)
    leads = before[1] if before else ""
    if leads.endswith(".") and len(leads) > _TITLE and leads not in _TITLES:
        leads = ""
    if leads[:1].isupper() and leads.lower() not in _LEADS_IN and leads not in _ENTRIES:
        return False
    return not _AFTER.match(text, end) or (fix in _CALENDAR and leads.lower() in _DATED)


def _beside_its_half(word: str, fix: str, text: str) -> bool:
    """Whether the other half of a two-word name stands beside the word."""
    befores = "|".join(first for first, second in _PAIRS if second == fix)
    afters = "|".join(second for first, second in _PAIRS if first == fix)
    before = rf"\b(?:{befores}) {word}\b(?! [A-Z])" if befores else ""
    after = rf"(?<![A-Z]\. )\b{word} (?:{afters})\b" if afters else ""
    return bool(re.search("|".join(filter(None, (before, after))), text))


def _rests(word: str) -> list[str]:
    """The word, and the word less each of its letters: two words one slip apart share one of these."""
    return [word, *[word[:at] + word[at + 1 :] for at in range(len(word))]]


@cache
def _near() -> _Near:
    names = _ENTRIES | _HALVES
    return _Near(
        names,
        frozenset(name[:3] for name in names),
        frozenset(name[0] + name[-2:] for name in names),
        frozenset(name[0] + last for name in names if len(name) <= _SHORT for last in name[-2:]),
    )


@cache
def _by_rest(letter: str) -> Mapping[str, Sequence[str]]:
    """The names that begin with a letter, by what is left of them without one of theirs."""
    return _rested(_ENTRIES, letter)


@cache
def _halves_by_rest(letter: str) -> Mapping[str, Sequence[str]]:
    """The halves of two-word names, likewise."""
    return _rested(_HALVES, letter)


def _rested(names: Collection[str], letter: str) -> dict[str, list[str]]:
    rests: dict[str, list[str]] = {}
    for name in names:
        for rest in _rests(name) if name[0] == letter else ():
            rests.setdefault(rest, []).append(name)
    return rests
