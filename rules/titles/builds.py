"""Titles in the two builds that copy uses: "Defense Secretary" and "secretary of defense"."""

from __future__ import annotations

import re

from verify.lexicon.late import late
from verify.mark.naming.offices import DEPARTMENTS, is_modifier, is_post

_TURNS = frozenset(("secretary", "minister", "director", "commissioner", "administrator"))
_LONG = late(r"(?P<head>[\w’'-]+) of (?:the )?(?P<field>[\w’' -]+)", re.IGNORECASE)
_SMALL = frozenset("of the and for to in on at".split())
_MOST = 3
"""Words in the field of a title that still stand well before its head."""


def builds(title: str) -> tuple[str, str]:
    """The short and the long build of a title; one that has only one build is both."""
    words = title.split()
    long = _LONG.fullmatch(title)
    if long and long["head"].lower() in _TURNS and len(long["field"].split()) <= _MOST:
        return f"{long['field']} {long['head']}", title
    if 1 < len(words) <= _MOST + 1 and words[-1].lower() in _TURNS and " of " not in title:
        return title, f"{words[-1]} of {' '.join(words[:-1])}"
    return title, title


def in_style(title: str, found: str, *, before: bool) -> str:
    """The title set as the words found are: their build and case; `before` a name, short and capitalised."""
    short, long = builds(title)
    text = short if before or builds(found)[0] == found else long
    if found.isupper() and len(found) > len("U.S."):
        return text.upper()
    if before or _capitalised(found):
        return " ".join(
            word if at and word in _SMALL else word[:1].upper() + word[1:]
            for at, word in enumerate(text.split())
        )
    return " ".join(_lowered(word) for word in text.split())


def _capitalised(found: str) -> bool:
    return all(word.istitle() for word in found.split() if word not in _SMALL)


def _lowered(word: str) -> str:
    """The word in small letters where it is of the trade and not of a name ("Defense", not "CIA")."""
    low = word.lower()
    trade = is_post(low) or low in DEPARTMENTS or is_modifier(low)
    return low if trade and not (word.isupper() and len(word) > 1) else word
