"""Whose words a participle tells of: "footage of Lee saying", "with Lee calling it …"."""

from __future__ import annotations

from collections.abc import Sequence

from verify.lexicon.grammar import DETERMINERS, PARTERS
from verify.mark.narration import QUOTE, STOP, Word
from verify.mark.syntax.endings import ending_at
from verify.mark.syntax.phrases import Phrase, sentence_start, starts_phrase, whole_phrase

_LONGEST_HEARD = 8
_OBJECTS = frozenset(("him", "her", "them"))
_HEARING = frozenset(
    """of with showing shows showed show heard hear hears hearing saw see sees seeing recall recalls recalled
    recalling remember remembers remembered remembering caught captured recorded filmed has have""".split()
)
"""Words before a name whose owner is heard to say something."""


def heard(words: Sequence[Word], last: int) -> Phrase | None:
    """Whose words somebody else hears or recalls: "footage of Lee saying", "she remembers him saying"."""
    if words[last].low in PARTERS:
        return None
    if words[last].low in _OBJECTS:
        return Phrase(last, last)
    if words[last].text[:1].isupper():
        found = ending_at(words, last)
        before = words[found.first - 1].low if found is not None and found.first else STOP
        return found if before in _HEARING else None
    for index in range(last - 1, max(-1, last - _LONGEST_HEARD), -1):
        # "with one of her ads asking", "shows a man saying": only what a determiner opens is surely a phrase
        if words[index].low in _HEARING and words[index].low not in ("of", "has", "have"):
            return Phrase(index + 1, last) if words[index + 1].low in DETERMINERS else None
        if words[index].low in (STOP, QUOTE, ","):
            break
    return None


def absolute(words: Sequence[Word], cue: int) -> Phrase | None:
    """Lee in "…, with Lee calling it …", "with Lee tweeting and asking …", "with aides calling it …"."""
    start = sentence_start(words, cue)
    opens = next((i for i in range(cue - 1, start, -1) if words[i].low == "with"), -1)
    if opens < 0:
        return None
    found = whole_phrase(words, opens + 1, cue + 1)
    if found is None or any(words[i].low in (",", ";", ":") for i in range(opens, cue)):
        return _joined(words, opens, cue)
    acts = words[found.last + 1] if found.last < cue else words[cue]
    last = min(found.last, cue - 1)
    if last + 1 == cue or (words[cue - 1].low == "and" and acts.low.endswith("ing")):
        return Phrase(found.first, last)
    return _joined(words, opens, cue)


def _joined(words: Sequence[Word], opens: int, cue: int) -> Phrase | None:
    """The second of two who act behind a "with": "with aides calling it … and one adviser conceding …"."""
    found = ending_at(words, cue - 1) if words[cue - 1].low not in (",", "and") else None
    if found is None or found.first <= opens or words[found.first - 1].low != "and":
        return None
    return found if starts_phrase(words[found.first]) else None
