"""Given names and surnames: whether a word is one, and whether men or women bear it."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from verify.lexicon.added import in_force

if TYPE_CHECKING:
    from verify.model.marks import Gender

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ß": "ss"}
)
_DATA = Path(__file__).parent / "data"


def gender(name: str) -> Gender:
    """Who bears a given name: "m" or "f", or "" where it is unknown or borne by both."""
    men, women, _ = _given()
    added = in_force().given
    for form in _forms(name):
        if form in added:
            return added[form]
        if form in men:
            return "m"
        if form in women:
            return "f"
    return ""


def is_given(name: str) -> bool:
    """Whether the word is a given name, whatever else it may be ("Mark", "Hope", "Jordan")."""
    kinds = (*_given(), in_force().given)
    return any(form in kind for form in _forms(name) for kind in kinds)


def is_surname(name: str) -> bool:
    """Whether the word is one of the commoner surnames, whatever else it may be ("Brown", "Long")."""
    folded = fold(name)
    return folded in _surnames() or folded in in_force().surnames


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


@cache
def _given() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Names of men, of women, and of both."""
    men, women, both = (_DATA / "given.txt").read_text(encoding="ascii").splitlines()
    return frozenset(men.split()), frozenset(women.split()), frozenset(both.split())


@cache
def _surnames() -> frozenset[str]:
    return frozenset((_DATA / "surnames.txt").read_text(encoding="ascii").split())
