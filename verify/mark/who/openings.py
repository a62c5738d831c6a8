"""How a sentence of the narration opens: with somebody known, with somebody new, or with nobody at all."""

from __future__ import annotations

from itertools import pairwise

from verify.lexicon.grammar import SUBORDINATORS
from verify.mark.naming.offices import names_one
from verify.mark.who.cast import Cast

_START, _START_WORDS = 60, 5
_NOBODY = frozenset(("It", "There", "This", "That", "These", "Those"))
_INDEFINITE = (["A"], ["An"], ["One"], ["Another"])


def with_somebody_known(cast: Cast, sentence: int) -> bool:
    """Whether the sentence is about somebody known, so that the names in it are not its subject."""
    subject, _, beside = cast.sentence_text(sentence, _START).partition(",")
    words = subject.split()[: _START_WORDS + 1]
    if words[:1] != ["The"]:
        return bool(words) and words[0] in ("He", "She")
    if " named " in beside or beside.lstrip()[:1].isupper():
        return False  # "The third, a dentist named Ann Lee, …", "The chief engineer, Ann Lee, …"
    return any(names_one(word.lower()) and after.islower() for word, after in pairwise(words))


def with_nobody(cast: Cast, sentence: int) -> bool:
    """Whether the subject of the sentence is no person ("It is an issue again, with Ann Lee …")."""
    return cast.sentence_text(sentence, _START).replace("’", " ").partition(" ")[0] in _NOBODY


def with_a_clause_beside(cast: Cast, sentence: int) -> bool:
    """Whether the sentence opens with a clause beside the main one ("While Ann Lee …")."""
    return cast.sentence_text(sentence, _START).partition(" ")[0].lower() in SUBORDINATORS


def with_somebody_new(cast: Cast, sentence: int) -> bool:
    """Whether the sentence has a subject without a name, whom a pronoun takes up ("A spokesman …")."""
    words = cast.sentence_text(sentence, _START).split()[:_START_WORDS]
    if "asked" in words or "asks" in words:
        return False
    return words[:1] in _INDEFINITE and any(names_one(word.strip(",").lower()) for word in words[1:])
