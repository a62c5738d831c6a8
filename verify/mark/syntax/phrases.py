"""Tells in the narration what is a cue, and what can be a noun phrase, without a parser."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from verify.lexicon.cues import PHRASAL, cue_forms
from verify.lexicon.grammar import (
    ALONE,
    AUXILIARIES,
    BOUNDARIES,
    DAYS,
    DETERMINERS,
    MODALS,
    OPENERS,
    PASTS,
    PLURAL_DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SPANS,
    SUBORDINATORS,
    TIMES,
)
from verify.lexicon.words import is_word
from verify.mark.narration import QUOTE, STOP, Word

NP_STOPS = BOUNDARIES | RELATIVES | {QUOTE, STOP, ".", "!", "?", "…"}
"""Where a noun phrase ends at the latest."""
_LONGEST_SENTENCE = 400
"""Words that are looked through for the start of a sentence; copy has none as long."""
_LONGEST_PHRASE = 16
_GOING = frozenset(("goes", "went"))
_GOING_ON = frozenset((QUOTE, STOP, ",", ":", ".", "to", "saying", "in", "about"))
"""What follows "went on" where it tells of speech; "went on strike" does not."""


class Phrase(Struct, frozen=True):
    """A stretch of narration, words[first] up to and with words[last], that names a source."""

    first: int
    last: int


def sentence_start(words: Sequence[Word], at: int) -> int:
    """The index of the first word of the sentence that holds words[at]."""
    floor = max(0, at - _LONGEST_SENTENCE)
    while at > floor and words[at - 1].low != STOP:
        at -= 1
    return at


def is_cue(words: Sequence[Word], index: int) -> bool:
    """Whether the word is a cue verb here, and not the noun of the same form ("the report", "his claims")."""
    low = words[index].low
    form = cue_forms().get(low)
    if form is None:
        return False
    if low in PHRASAL and (index + 1 >= len(words) or words[index + 1].low not in PHRASAL[low]):
        return False
    if low in _GOING and index + 2 < len(words) and words[index + 2].low not in _GOING_ON:
        return False
    before = words[index - 1].low if index else STOP
    if before in DETERMINERS and before not in PLURAL_DETERMINERS:
        return False
    if before in ("’s", "'s") and form[1] != "ing" and not (index > 1 and words[index - 2].low in PRONOUNS):
        return False
    if form[1] == "base":
        return _base_is_verb(words, index, before)
    return not (low.endswith("s") and form[1] == "finite" and before in PREPOSITIONS)


def _base_is_verb(words: Sequence[Word], index: int, before: str) -> bool:
    """Whether a bare form ("report", "state") is the verb of a plural, a pronoun or an auxiliary here."""
    if before in MODALS or before in ("i", "we", "they", "you", "who"):
        return True
    if before in AUXILIARIES and index > 1:
        before = words[index - 2].low
        if before in MODALS:
            return True
    if before == "police" and words[index - 2].low in ("a", "an"):
        return False  # "a police report"
    if before in ("two", "three", "four", "both", "others", "some", "many", "people", "police"):
        return True
    return before.endswith("s") and len(before) > 3 and before.isalpha() and before not in DAYS


def starts_phrase(word: Word) -> bool:
    """Whether a noun phrase can start here: a name, a pronoun or a determiner."""
    if word.low in PRONOUNS or word.low in DETERMINERS:
        return True
    return word.text[:1].isupper() and word.low not in BOUNDARIES and word.low not in PREPOSITIONS


def bare_plural(words: Sequence[Word], index: int) -> bool:
    """Whether the word can be a plural that stands without a determiner ("officials said")."""
    low = words[index].low
    return low.isalpha() and low.endswith("s") and len(low) > 4 and low not in PREPOSITIONS


def modifies_name(words: Sequence[Word], first: int) -> bool:
    """Whether lower-case words lead up to a name here ("former Springfield mayor Ann Lee")."""
    for word in words[first : first + 6]:
        if word.low in NP_STOPS or (word.low in PREPOSITIONS and word.low != "of"):
            return False
        if word.low in AUXILIARIES and word.text.islower():
            return False
        if word.text[:1].isupper():
            return word.low not in DAYS
    return False


def is_adverb(word: Word) -> bool:
    """Whether the word is an adverb by its ending ("angrily")."""
    return word.low.endswith("ly") and len(word.low) > 4 and word.text.islower()


def introduces(words: Sequence[Word], index: int) -> bool:
    """Whether an introduction starts here, not the subject: "On Monday", "Asked about it", "Last week"."""
    low = words[index].low
    return (
        (low in PREPOSITIONS and low != "of")
        or low in SUBORDINATORS
        or low in DAYS
        or (
            low in OPENERS
            and index + 1 < len(words)
            and (words[index + 1].low == "," or introduces(words, index + 1))
        )
        or (low in TIMES and index + 1 < len(words) and words[index + 1].low in SPANS)
        or (
            (low in cue_forms() or low.endswith(("ing", "ed")))
            and len(low) > 4
            and not _inner_capital(words, index)
            and (words[index].text.islower() or is_word(low))
        )
    )


def _inner_capital(words: Sequence[Word], index: int) -> bool:
    """Whether the word is written with a capital though no sentence starts there."""
    return words[index].text[:1].isupper() and index > 0 and words[index - 1].low not in (STOP, QUOTE)


def can_be_phrase(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether words[first..last] can be a noun phrase at all, and not the rest of some clause."""
    return (
        starts_phrase(words[first])
        or words[last].text[:1].isupper()
        or bare_plural(words, last)
        or modifies_name(words, first)
        or words[last].low in ALONE
    )


def relative_subject(words: Sequence[Word], cue: int) -> int:
    """The place of the "who" that is the subject of words[cue] ("Lee, who also called it …"), or -1."""
    at = cue - 1
    while at > 0 and (words[at].low in AUXILIARIES or is_adverb(words[at])):
        at -= 1
    return at if at >= 0 and words[at].low == "who" else -1


def _describes(words: Sequence[Word], last: int) -> bool:
    """Whether a participle behind words[last] belongs to a noun still to come ("a visibly tired Lee")."""
    return words[last].low in ("a", "an", "the") or is_adverb(words[last])


def whole_phrase(words: Sequence[Word], first: int, limit: int) -> Phrase | None:
    """The noun phrase that starts at words[first] and ends before words[limit]."""
    if first >= limit or words[first].low in (STOP, QUOTE):
        return None
    if words[first].low in PRONOUNS:
        return Phrase(first, first)
    last = first
    forms = cue_forms()
    while last + 1 < limit:
        low = words[last + 1].low
        if low in NP_STOPS or low in DAYS or low in PRONOUNS:
            break
        if low in AUXILIARIES and low not in ("’s", "'s", "first"):
            break
        if low in PREPOSITIONS and low not in ("of", "for"):
            break
        if low in forms and words[last + 1].text.islower() and is_cue(words, last + 1):
            break
        if (
            (low in PASTS or low.endswith(("ed", "ing")))
            and words[last + 1].text.islower()
            and (last > first or words[first].text[:1].isupper())
            and not (_describes(words, last) and words[min(last + 2, limit - 1)].text[:1].isupper())
        ):
            break
        last += 1
        if last - first > _LONGEST_PHRASE:
            break
    return Phrase(first, last)
