"""Whom the copy means by an age: "the 52-year-old" is whoever it says is 52, or has told no age of."""

from __future__ import annotations

from verify.lexicon.late import late
from verify.mark.who.cast import Cast

_OLD = late(r"\b(\d{1,3})-year-old\b")
_REACH = 4
"""Sentences back to those in which somebody was named whom an age takes up."""


def of_age(cast: Cast, start: int, end: int) -> tuple[int, float]:
    """The person of the age that a description gives, and how sure that is; -1 where nobody is known to be.

    Where nobody's age is the same, it is the one person just named whose age the copy has not told.
    """
    wanted = _OLD.search(cast.text, start, end)
    if wanted is None:
        return -1, 0.0
    ages = cast.ages()
    alike = [entity for entity, years in ages.items() if years == int(wanted[1])]
    if len(alike) == 1:
        return alike[0], 0.9
    here = cast.sentence_at(start)
    for sentence in range(here, max(-1, here - _REACH), -1):
        named = {place.entity for place in cast.named_in(sentence, start) if not place.aside}
        if named:
            open_ = [entity for entity in named if entity not in ages]
            return (open_[0], 0.7) if len(open_) == 1 and not alike else (-1, 0.0)
    return -1, 0.0
