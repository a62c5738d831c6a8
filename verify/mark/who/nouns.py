"""What the words of a source are about: their noun, and what kind of speaker it names."""

from __future__ import annotations

from collections.abc import Sequence

from verify.lexicon.sources import BODIES, DOCUMENTS, GROUPS, MEN, PLURAL_EXCEPTIONS, WOMEN
from verify.mark.naming.ordinary import FOLK
from verify.mark.narration import Word
from verify.mark.syntax.phrases import Phrase
from verify.model.marks import Gender, SpeakerType

CUT = frozenset(
    "of for with from at in on to by about as who which that whose and or after before during under inside "
    "near over against".split()
) | {",", "(", "—", "–"}  # fmt: skip
"""Words and marks that end the part of a phrase in which its noun stands."""


def head_noun(words: Sequence[Word], phrase: Phrase) -> str:
    """The noun that the phrase is about ("spokesman" in "a spokesman for the governor")."""
    return words[head_index(words, phrase)].low


def head_index(words: Sequence[Word], phrase: Phrase) -> int:
    """The place of the word that the phrase is about."""
    last = phrase.first
    for index in range(phrase.first, phrase.last + 1):
        if index > phrase.first and words[index].low in CUT:
            break
        last = index
    return last


def noun_type(noun: str, determiner: str) -> SpeakerType:
    """What kind of speaker a common noun names."""
    if noun in DOCUMENTS:
        return "document"
    if noun in BODIES:
        return "organisation"
    if noun in GROUPS or (
        noun.endswith("s")
        and not noun.endswith("ss")
        and noun not in PLURAL_EXCEPTIONS
        and determiner not in ("a", "an")
    ):
        return "group"
    return "unnamed"


def noun_gender(noun: str) -> Gender:
    """Whom a noun for one person can mean: "m" for "spokesman", "f" for "widow", "" for either."""
    if noun in MEN or noun.endswith("man"):
        return "m" if not noun.endswith("woman") else "f"
    return "f" if noun in WOMEN else ""


def stands_for_one(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether the words take up somebody by origin or age: "the Italian", "the 19-year-old"."""
    if words[phrase.first].low != "the":
        return False
    last = words[phrase.last]
    if last.low.endswith("-year-old"):
        return True
    if phrase.last + 1 < len(words) and words[phrase.last + 1].low in ("are", "were", "have", "say"):
        return False  # "the Swiss are proud"
    return (
        phrase.last == phrase.first + 1
        and last.low in FOLK
        and (last.low.endswith("ss") or not last.low.endswith("s"))
    )
