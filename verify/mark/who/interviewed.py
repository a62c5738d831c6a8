"""Whom an interview is with, where its answers bear no name."""

from __future__ import annotations

from collections import Counter

from verify.mark.who.cast import Cast


def foremost(cast: Cast, at: int) -> int:
    """The person whom the copy before a place names most often, in its own words; -1 where two are even."""
    counts = Counter(mention.entity for mention in cast.told_of() if mention.start < at)
    first, second = (*counts.most_common(2), (-1, 0), (-1, 0))[:2]
    return first[0] if first[1] > second[1] else -1
