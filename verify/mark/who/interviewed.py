"""Whom an interview is with, where its answers bear no name, or initials alone."""

from __future__ import annotations

from collections import Counter

from verify.mark.who.cast import Cast

_INITIALS = range(2, 4)
_MOST = 600
"""People who are looked through: copy that is no list names far fewer."""


def foremost(cast: Cast, at: int) -> int:
    """The person whom the copy before a place names most often, in its own words; -1 where two are even."""
    counts = Counter(mention.entity for mention in cast.told_of() if mention.start < at)
    first, second = (*counts.most_common(2), (-1, 0), (-1, 0))[:2]
    return first[0] if first[1] > second[1] else -1


def by_initials(cast: Cast, letters: str) -> int:
    """The one person of whose name these are the initials ("RA:" for Rosa Alvarez), or -1."""
    if not letters.isalpha() or len(letters) not in _INITIALS:
        return -1
    meant = [
        number
        for number, entity in enumerate(cast.entities[:_MOST])
        if entity.kind == "person"
        and entity.given
        and letters in (_first(f"{entity.given} {entity.family}"), entity.given[0] + entity.family[:1])
    ]
    return meant[0] if len(meant) == 1 else -1


def _first(name: str) -> str:
    return "".join(word[0] for word in name.split())
