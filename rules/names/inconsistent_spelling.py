"""A name that is spelt one way throughout, and once another way."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from verify import Article, Flag, rule
from verify.lexicon.given import is_given, is_surname
from verify.lexicon.words import is_word
from verify.mark.capitals import UPPER
from verify.mark.kinds import fold
from verify.mark.ordinary import BRANDS, CALENDAR, FOLK, OPENERS
from verify.mark.places import PLACES
from verify.mark.slips import slips
from verify.model.finding import Elsewhere

_WORD = re.compile(
    rf"(?<![\w@#/.&])(?:[{UPPER}][’'])?[{UPPER}][^\W\d_]{{3,}}(?![^\W_]|[’'][{UPPER}]|\.[a-z]|/\w|@)"
)
_PLACE_NAMES = frozenset(fold(place) for place in PLACES)
_SUFFIXES = ("s", "es", "n", "an", "ian", "y", "e", "i", "ite", "ism", "ist", "ese", "ish")
_SHORT = 4
_CLEAR = 3
"""How often a name must stand in one spelling, for a word of no lexicon to count as its misspelling."""


class _Name(NamedTuple):
    """A family name as the article spells it, how often, and where first."""

    spelling: str
    count: int
    first: tuple[int, int]
    given: frozenset[str]


def _anchors(article: Article, places: Mapping[str, Sequence[tuple[int, int]]]) -> list[_Name]:
    """The spellings that the article bears out by using them again, those first that it uses most."""
    people: dict[str, set[str]] = defaultdict(set)
    for mention in article.mentions:
        if mention.kind == "person" and mention.family:
            people[mention.family.split()[-1]].update(mention.given.split()[:1])
    names = [
        _Name(word, len(spans), spans[0], frozenset(people.get(word, ())))
        for word, spans in places.items()
        if len(spans) > 1 and word.lower() not in OPENERS
    ]
    return sorted(names, key=lambda name: (-name.count, name.first))


def _derived(word: str, name: str) -> bool:
    """Whether the word is the name with an ending ("Trumps", "Clintonian"), or the other way round."""
    short, long = sorted((word, name), key=len)
    return long.startswith(short) and long[len(short) :] in _SUFFIXES


def _known(word: str) -> bool:
    """Whether the word stands in some lexicon, and so need not be a slip."""
    low = word.lower()
    return (
        is_word(low)
        or is_surname(word)
        or is_given(word)
        or fold(word) in _PLACE_NAMES
        or low in OPENERS
        or low in FOLK
        or low in CALENDAR
        or low in BRANDS
    )


@rule(
    severity="error",
    since="0.1",
    needs={"names"},
    advice="spell the name as elsewhere in the article",
)
def inconsistent_spelling(article: Article) -> Iterator[Flag]:
    """A name is spelt otherwise than elsewhere in the article, by one slip of the keyboard."""
    text = article.text
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for block in article.blocks:
        if block.zone not in ("furniture", "code"):
            for match in _WORD.finditer(text, block.start, block.end):
                places[match.group()].append(match.span())
    families = _anchors(article, places)
    spelt: dict[str, set[str]] = defaultdict(set)
    for mention in article.mentions:
        if mention.kind == "person" and mention.family:
            spelt[fold(mention.family.split()[-1])].update(mention.given.split()[:1])
    by_letter: dict[str, list[_Name]] = defaultdict(list)
    for name in families:
        if len(name.spelling) >= _SHORT:
            by_letter[name.spelling[0].lower()].append(name)
    for word, spans in places.items():
        for name in by_letter.get(word[0].lower(), ()):
            if _slipped(word, len(spans), name, spelt):
                right = name.spelling.upper() if word.isupper() else name.spelling
                for span in spans:
                    yield Flag(
                        span,
                        f"“{word}” is spelt “{right}” elsewhere in the article ({name.count} times)",
                        fixes=(right,),
                        related=(Elsewhere(name.first, f"spelt “{name.spelling}” here"),),
                        confidence=0.95,
                    )
                break


def _slipped(word: str, count: int, name: _Name, spelt: Mapping[str, set[str]]) -> bool:
    if abs(len(word) - len(name.spelling)) > 1 or count * 2 > name.count:
        return False
    key, right = fold(word), fold(name.spelling)
    if key == right or slips(key, right) != 1 or _derived(key, right):
        return False
    own = spelt.get(key)
    same_person = bool(own) and bool(own & name.given)
    if own and not same_person:
        # Two people with near names: Osama and Obama, Johnson and Johnston.
        return False
    return same_person or not _known(word)


__all__ = ["inconsistent_spelling"]
