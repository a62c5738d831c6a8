"""Sources that own what is said: "her claim that “…”", "Lee’s answer: “…”", "in Lee’s view “…”"."""

from __future__ import annotations

from collections.abc import Sequence

from verify.lexicon.grammar import DAYS, DETERMINERS, FINITE, GENITIVES, OWNERS, PREPOSITIONS
from verify.lexicon.sources import GROUPS
from verify.mark.narration import QUOTE, STOP, Word
from verify.mark.sources.attribution import Attribution
from verify.mark.syntax import endings, phrases
from verify.mark.syntax.phrases import Phrase

_LONGEST_NAME, _LONGEST_CLAIM, _LONGEST_OWNER = 6, 14, 5
_OWNER_NEAR = 4
_OWNING = OWNERS | GENITIVES | {"’", "'"}
_ANSWERS = frozenset("reply answer response verdict advice motto message retort comment warning".split())
_CLAIMS = frozenset(
    """claim claims assertion insistence contention allegation allegations accusation accusations charge
    warning warnings remark remarks comment comments crack quip joke jibe boast description
    characterization characterisation depiction portrayal suggestion prediction complaint lament
    declaration admission acknowledgment acknowledgement observation conclusion argument promise vow
    pledge threat demand""".split()
)
"""Nouns for what somebody says, whose owner says it."""
_WITH = frozenset("comment words remark message note caption line observation quip warning".split())
_VIEWS = frozenset("words view opinion telling account judgment judgement estimation mind phrase".split())


def owned(words: Sequence[Word], at: int) -> Attribution | None:
    """Whose answer, claim or view the quotation at words[at] is, or None."""
    return _answer(words, at) or _claim(words, at) or _view(words, at) or _sent_with(words, at)


def _answer(words: Sequence[Word], at: int) -> Attribution | None:
    """Whose answer the quotation is: "the mayor’s answer was that “…”", "her advice: “…”"."""
    noun = at - 2 if at and words[at - 1].low in ("that", ":", ",") else at - 1
    if noun > 0 and words[noun].low in ("was", "is"):
        noun -= 1
    elif words[at - 1].low != ":":
        return None
    if noun < 1 or words[noun].low not in _ANSWERS:
        return None
    owner = words[noun - 1].low
    if owner in GENITIVES and noun > 1:
        source = endings.ending_at(words, noun - 2)
    else:
        whose = owner in OWNERS and (
            noun + 1 < at - 1 or noun < 2 or words[noun - 2].low in (STOP, QUOTE, ",")
        )
        source = Phrase(noun - 1, noun - 1) if whose else None
    return Attribution(source, noun, "source, cue, quote", 0.9) if source is not None else None


def _claim(words: Sequence[Word], at: int) -> Attribution | None:
    """Whose claim the quotation is part of: "her insistence that she “never asked”", "Lee’s crack that …"."""
    for noun in range(at - 1, max(0, at - _LONGEST_CLAIM), -1):
        low = words[noun].low
        if low in (STOP, QUOTE, ",", ";", ":"):
            break
        if low not in _CLAIMS or words[noun + 1].low not in ("that", "of", "as", "about"):
            continue
        near = range(noun - 1, max(-1, noun - _OWNER_NEAR), -1)
        owner = next((i for i in near if words[i].low in _OWNING or not words[i].text.islower()), noun)
        source = _whose(words, owner)
        return Attribution(source, noun, "source, cue, quote", 0.85) if source is not None else None
    return None


def _sent_with(words: Sequence[Word], at: int) -> Attribution | None:
    """Who sends or opens something "with the comment, “…”", "with the words “…”"."""
    noun = at - 2 if at and words[at - 1].low in (",", ":") else at - 1
    if noun < 2 or words[noun].low not in _WITH or words[noun - 1].low not in DETERMINERS:
        return None
    if words[noun - 2].low != "with":
        return None
    begin = noun - 2
    while begin and words[begin - 1].low not in (",", STOP, QUOTE, ";", ":"):
        begin -= 1
    if not phrases.starts_phrase(words[begin]) or phrases.introduces(words, begin):
        return None
    source = phrases.whole_phrase(words, begin, noun - 2)
    return Attribution(source, noun, "source, cue, quote", 0.9) if source is not None else None


def _view(words: Sequence[Word], at: int) -> Attribution | None:
    """In whose words or view it is: "In her words, it was “…”", "“…,” in Lee’s view", "by his account"."""
    start = phrases.sentence_start(words, at)
    stop = next((i for i in range(at, min(len(words), at + _LONGEST_NAME)) if words[i].low == STOP), at)
    places = [start, *range(max(start, at - _LONGEST_NAME), at - 2), *range(at + 1, stop)]
    for first in places:
        if first < start or first >= len(words) or words[first].low not in ("in", "by"):
            continue
        end = min(len(words), first + _LONGEST_NAME)
        noun = next((i for i in range(first + 2, end) if words[i].low in _VIEWS), -1)
        if noun < 0 or any(words[i].low in (QUOTE, STOP, ",") for i in range(first, noun)):
            continue
        owner = noun - 2 if words[noun - 1].low == "own" else noun - 1
        source = _whose(words, owner)
        if source is not None:
            return Attribution(source, noun, "in somebody’s view", 0.9)
    return None


def in_eyes(words: Sequence[Word], at: int) -> Attribution | None:
    """Whose view it is: "to her, “…”", "for Lee, “…”", "to critics, the tower is “…”"."""
    comma = at - 1
    if at > 1 and words[comma].low in FINITE:
        comma = _behind_opening(words, at)
    if comma < 2 or words[comma].low != ",":
        return None
    first = comma - 1
    if words[first].low in GROUPS and words[first - 1].low in ("to", "for"):
        return Attribution(Phrase(first, first), first - 1, "in somebody’s view", 0.7)
    while (
        first > 0
        and comma - first < _LONGEST_NAME
        and words[first - 1].text[:1].isupper()
        and words[first - 1].low not in ("to", "for")
    ):
        first -= 1
    named = words[first].text[:1].isupper() or words[first].low in ("him", "her", "them", "me", "us")
    if not named or words[first].low in DAYS or words[first - 1].low not in ("to", "for"):
        return None
    return Attribution(Phrase(first, comma - 1), first - 1, "in somebody’s view", 0.7)


def _behind_opening(words: Sequence[Word], at: int) -> int:
    """The comma behind "To Lee" where the sentence of words[at] opens so, or -1."""
    start = phrases.sentence_start(words, at)
    if words[start].low not in ("to", "for"):
        return -1
    return next((i for i in range(start + 2, min(at, start + _LONGEST_NAME + 2)) if words[i].low == ","), -1)


def _whose(words: Sequence[Word], last: int) -> Phrase | None:
    """Who owns what stands behind words[last]: "her", or the name before "’s"."""
    if words[last].low in OWNERS:
        return Phrase(last, last)
    return _possessor(words, last - 1) if last and words[last].low in _OWNING else None


def _possessor(words: Sequence[Word], last: int) -> Phrase | None:
    """Whose something is: the name before "’s", or the words from a determiner on ("her predecessor")."""
    first = last
    if words[last].text[:1].isupper():
        while first and words[first - 1].text[:1].isupper() and words[first - 1].low not in PREPOSITIONS:
            first -= 1
        return Phrase(first, last)
    inside = range(last - 1, max(-1, last - _LONGEST_OWNER), -1)
    opens = next((index for index in inside if words[index].low in DETERMINERS), -1)
    return Phrase(opens, last) if opens >= 0 else None
