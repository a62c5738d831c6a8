"""How an article spells its capitalised words, and which spellings it bears out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from msgspec import Struct

from verify import Article, Block
from verify.lexicon.given import is_given, is_surname
from verify.lexicon.late import late
from verify.lexicon.words import is_word, zipf
from verify.mark.naming.capitals import UPPER
from verify.mark.naming.ordinary import BRANDS, CALENDAR, FOLK, OPENERS
from verify.mark.naming.places import PLACES
from verify.mark.naming.reading import fold
from verify.mark.sentences import NEVER_LAST

Standing = Literal["fixed", "word", "family", "given", "unknown"]

_WORD = late(rf"(?<![\w@#.&])(?:[{UPPER}][’'])?[{UPPER}][^\W\d_]{{2,}}(?![^\W_]|[’'][{UPPER}]|\.[a-z]|@)")
_PATH = late(r"[\w:.~%?=&#@+/-]{0,200}")
_PLACE_WORDS = frozenset(fold(word) for place in PLACES if place[-1] != "." for word in place.split())
_ENDINGS = ("s", "es", "n", "an", "ian", "y", "e", "i", "o", "a", "ite", "ism", "ist", "ese", "ish")
_BACK = 40
_MOST = 400
"""How many names are held against the other words, so that no text takes long."""
_SHORTEST = 4
LONG = 5
"""Letters in a name that two mentions, and no more, may show to be misspelt in one of them."""
_OVER = 3
_KNOWN = 3.0
"""How common a name is, at least, that needs no second mention to be believed beside an unknown word."""


class Name(Struct, frozen=True, order=True):
    """A spelling that the article bears out: how often, where first, and whose given names go with it.

    `key` is the spelling without case, accents and marks, as two are compared.
    `person` says that it is the family name of somebody named in full, `part` that it is any part of such
    a name.
    """

    spelling: str
    key: str
    times: int
    first: tuple[int, int]
    given: frozenset[str]
    person: bool
    part: bool


def capitalised(article: Article) -> Mapping[str, Sequence[tuple[int, int]]]:
    """Every capitalised word with its places, but for addresses, handles, code and titles cut short."""
    return _capitalised(article.text, article.blocks)


@lru_cache(maxsize=1)
def _capitalised(text: str, blocks: tuple[Block, ...]) -> Mapping[str, Sequence[tuple[int, int]]]:
    """What capitalised says; remembered, since the rules of the family ask one after another."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for block in blocks:
        if block.zone in ("furniture", "code"):
            continue
        for match in _WORD.finditer(text, block.start, block.end):
            start, end = match.span()
            if "/" in (text[start - 1 : start], text[end : end + 1]) and not _either(text, start, end):
                continue
            if text[end : end + 1] == "." and text[start : end + 1] in NEVER_LAST:
                continue  # "Sen.", which is nobody's name
            places[match.group()].append((start, end))
    return MappingProxyType(places)


def _either(text: str, start: int, end: int) -> bool:
    """Whether a slash joins two names ("Roe/Lee ticket") rather than the parts of an address."""
    if text[start - 1 : start] == "/":
        before = text[max(0, start - _BACK) : start - 1]
        return before[-1:].isalpha() and before.split()[-1].replace("-", "").isalpha()
    return text[end + 1 : end + 2].isupper() and "." not in (_PATH.match(text, end) or [""])[0].rstrip(".")


def anchors(article: Article, places: Mapping[str, Sequence[tuple[int, int]]]) -> dict[str, list[Name]]:
    """The spellings that the article bears out, by their first letter; the commonest first.

    Those are used more than once, or belong to people named in full, or are known to everybody.
    """
    families: dict[str, set[str]] = defaultdict(set)
    parts: set[str] = set()
    for mention in article.mentions:
        if mention.kind == "person" and mention.family and mention.given:
            families[mention.family.split()[-1]].update(mention.given.split()[:1])
            parts.update(mention.name.split())
    names = [
        Name(
            word,
            fold(word),
            len(spans),
            spans[0],
            frozenset(families.get(word, ())),
            word in families,
            word in parts,
        )
        for word, spans in places.items()
        if len(word) >= _SHORTEST
        and (word.lower() not in OPENERS or _inside(article.text, spans))
        and (len(spans) > 1 or (len(word) >= LONG and word in parts) or _famous(word))
    ]
    by_letter: dict[str, list[Name]] = defaultdict(list)
    for name in sorted(names, key=lambda name: (-name.times, name.first))[:_MOST]:
        by_letter[name.spelling[0].lower()].append(name)
    return by_letter


def _inside(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a word that may open sentences has its capital within them, over and over ("the Times")."""
    return sum(text[start - 2 : start - 1].islower() for start, _ in spans) >= _OVER


def _famous(word: str) -> bool:
    """Whether everybody knows how the initials are written ("NASA")."""
    return word.isupper() and zipf(word) >= _KNOWN


def standing(word: str) -> Standing:
    """What a word is in its own right: of a list, of the dictionary, a family or given name, or nothing."""
    low = word.lower()
    if fold(word) in _PLACE_WORDS or low in OPENERS or low in FOLK or low in CALENDAR or low in BRANDS:
        return "fixed"
    if is_word(low):
        return "word"
    if is_given(word):
        return "given"
    return "family" if is_surname(word) else "unknown"


def derived(word: str, name: str) -> bool:
    """Whether the word is the name with an ending ("Trumps", "Clintonian"), or the other way round."""
    short, long = sorted((word, name), key=len)
    ending = long[len(short) :]
    # "Congresss" is no plural of "Congress".
    return long.startswith(short) and ending in _ENDINGS and not (ending == short[-1] == "s")
