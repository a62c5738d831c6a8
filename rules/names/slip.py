"""Whether a name that lies close to another may be a name of its own."""

from __future__ import annotations

from verify.lexicon.given import is_given
from verify.lexicon.words import is_word
from verify.mark.naming.ordinary import BRANDS, CALENDAR, FOLK, OPENERS
from verify.mark.naming.places import PLACES
from verify.mark.naming.reading import fold

_PLACE_WORDS = frozenset(fold(word) for place in PLACES for word in place.split())
_ENDINGS = ("s", "es", "n", "an", "ian", "y", "e", "i", "o", "a", "ite", "ism", "ist", "ese", "ish")


def derived(word: str, name: str) -> bool:
    """Whether the word is the name with an ending ("Trumps", "Clintonian"), or the other way round."""
    short, long = sorted((word, name), key=len)
    return long.startswith(short) and long[len(short) :] in _ENDINGS


def real(word: str) -> bool:
    """Whether the word is one in its own right: of the dictionary, a place, a people, a given name."""
    low = word.lower()
    return (
        is_word(low)
        or is_given(word)
        or fold(word) in _PLACE_WORDS
        or low in OPENERS
        or low in FOLK
        or low in CALENDAR
        or low in BRANDS
    )
