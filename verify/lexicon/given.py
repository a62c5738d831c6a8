"""Given names and surnames: whether a word is one, and whether men or women bear it."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from verify.lexicon.added import in_force
from verify.lexicon.words import Book

if TYPE_CHECKING:
    from verify.model.marks import Gender

MAN, WOMAN, SURNAME = 1, 2, 4
"""Bits of the digit that names.bin says of a name: who bears it as a given name (men, women, or both)."""
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ß": "ss"}
)


def gender(name: str) -> Gender:
    """Who bears a given name: "m" or "f", or "" where it is unknown or borne by both."""
    added = in_force().given
    for form in _forms(name):
        if form in added:
            return added[form]
        bearers = _kinds(form) & (MAN | WOMAN)
        if bearers in (MAN, WOMAN):
            return "m" if bearers == MAN else "f"
    return ""


def is_given(name: str) -> bool:
    """Whether the word is a given name, whatever else it may be ("Mark", "Hope", "Jordan")."""
    added = in_force().given
    return any(form in added or _kinds(form) & (MAN | WOMAN) for form in _forms(name))


def is_surname(name: str) -> bool:
    """Whether the word is one of the commoner surnames, whatever else it may be ("Brown", "Long")."""
    folded = fold(name)
    return bool(_kinds(folded) & SURNAME) or folded in in_force().surnames


def _forms(name: str) -> tuple[str, ...]:
    """The folded name, and of a double name ("Jean-Luc", "Mary-Kate") its first half after it."""
    whole = fold(name)
    first, dash, _ = whole.partition("-")
    return (whole, first) if dash else (whole,)


def fold(name: str) -> str:
    """Lower case without accents, so that "José" and "JOSE" meet."""
    name = name.lower()
    if name.isascii():
        return name
    return plain(name.replace("’", "'"))


def plain(name: str) -> str:
    """The lower-case name without accents, and without letters that copy writes in two ways ("ø", "ł")."""
    spread = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


@lru_cache(maxsize=16_384)
def _kinds(folded: str) -> int:
    """What a folded name is known as: the sum of MAN, WOMAN and SURNAME."""
    if not (folded.isascii() and folded.replace("-", "").isalpha()):
        return 0
    entry = _book().entry(folded.encode("ascii"))
    return int(entry) if entry else 0


@cache
def _book() -> Book:
    return Book.opened("names.bin")
