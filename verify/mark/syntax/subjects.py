"""Finds who stands as the subject of a cue: the words before it, or after it where it is inverted."""

from __future__ import annotations

from collections.abc import Sequence

from verify.lexicon.cues import cue_forms
from verify.lexicon.grammar import (
    AUXILIARIES,
    DASHES,
    DAYS,
    DETERMINERS,
    FINITE,
    GENITIVES,
    JOINERS,
    PARTERS,
    PASSIVE,
    PASTS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SPANS,
)
from verify.mark.narration import QUOTE, STOP, Word
from verify.mark.syntax.appositions import ends_in_place, named_after, past_apposition
from verify.mark.syntax.endings import antecedent, ending_at
from verify.mark.syntax.participles import absolute, heard
from verify.mark.syntax.phrases import (
    NP_STOPS,
    Phrase,
    bare_plural,
    introduces,
    is_adverb,
    is_cue,
    modifies_name,
    past_aside,
    past_interruption,
    sentence_start,
    starts_phrase,
    whole_phrase,
)

_LONGEST, _LONGEST_HEADING = 40, 12
_PARTING = frozenset(("but", "yet", "while", "whereas"))
"""Conjunctions with which a clause with a subject of its own begins behind a comma."""
_CLAUSE_ENDS = frozenset((STOP, QUOTE, ";", ":"))
_TO = frozenset(
    "used likes liked loves loved went goes going came began begins continued seemed seems".split()
)
"""Verbs with an infinitive whose subject is their own."""
QUOTING = frozenset("quote quotes quoted quoting cite cites cited citing".split())
"""Verbs with which somebody quotes somebody else "as saying"."""
_LONGEST_QUOTED = 16


def before(words: Sequence[Word], cue: int) -> Phrase | None:
    """The subject of the cue verb words[cue], where it stands before it in the same sentence.

    Of a speaker whom somebody else quotes ("the agency quoted Lee as saying") that is the one quoted.
    """
    quoted = _quoted(words, cue)
    at = cue - 1
    floor = max(-1, cue - _LONGEST)
    if quoted is not None or (cue and words[at].low == "to"):
        return quoted or _infinitive(words, cue)
    at = _past_time(words, at, floor)
    at = past_aside(words, at, floor)
    if at <= floor:
        return None
    low = words[at].low
    if low in (STOP, QUOTE):
        return clause_subject(words, cue)
    strength, form = cue_forms().get(words[cue].low, ("", ""))
    told = heard(words, at) if strength == "say" and form in ("ing", "base") else None
    if told is None and form == "ing":
        told = absolute(words, cue)
        if told is None and not any(word.low in PASSIVE for word in words[at + 1 : cue]):
            return clause_subject(words, cue)  # but "as Lee was criticizing her"
    if told is not None:
        return told
    if low in ("and", "but", "or", "then"):
        return clause_subject(words, cue)
    closes = low == "," or low in ("—", "–", "-", "--", ")")
    relative = past_interruption(words, at) if closes else -1
    if low in RELATIVES or (low == "that" and at and not is_cue(words, at - 1) and words[at - 1].low != STOP):
        relative = at
    if relative >= 0:
        return antecedent(words, relative)
    if closes:
        found = past_apposition(words, at) or clause_subject(words, cue)
        return None if found and _opens_aside(words, found, cue) else found
    found = ending_at(words, at, floor) or _past_whose(words, at, floor)
    return found and (_past_relative(words, found) or found)


def _opens_aside(words: Sequence[Word], subject: Phrase, cue: int) -> bool:
    """Whether the comma opens an aside about the subject: "The apology, issued in a letter, did not help"."""
    closed = subject.first and words[subject.first - 1].low == ","  # "the minister, Lee, stated in a letter"
    if closed or subject.last != cue - 2 or cue + 1 >= len(words):
        return False
    return words[cue].low.endswith("ed") and words[cue + 1].low in ("in", "on", "by", "at")


def _past_whose(words: Sequence[Word], at: int, floor: int) -> Phrase | None:
    """An aide in "an aide whose name is secret says"."""
    for index in range(at, floor, -1):
        if words[index].low == "whose":
            acts = any(words[i].low in FINITE or words[i].low in PASTS for i in range(index, at))
            return antecedent(words, index) if acts else None
        if words[index].low in _CLAUSE_ENDS or words[index].low in PARTERS:
            break
    return None


def _past_time(words: Sequence[Word], at: int, floor: int) -> int:
    """Where a subject ends before the time that may follow it: "Lee on Monday said", "Lee last week said"."""
    while at > floor:
        low = words[at].low
        if (
            low in AUXILIARIES
            or low in DAYS
            or is_adverb(words[at])
            or (low == "on" and words[at + 1].low in DAYS)
        ):
            at -= 1
        elif low in SPANS and at - 1 > floor and words[at - 1].low in ("last", "this", "earlier"):
            at -= 2
        else:
            break
    return at


def _past_relative(words: Sequence[Word], found: Phrase) -> Phrase | None:
    """Whom a clause is about in which the phrase before the verb stands ("a man who lost his home said")."""
    if words[found.last].low in ("whom", "which") and found.last > found.first:
        return antecedent(words, found.first)  # "Critics, most of whom asked …"
    if (
        not found.first
        or words[found.first - 1].low not in PREPOSITIONS
        or words[found.first - 1].low == "of"
    ):
        return None
    for index in range(found.first - 2, max(0, found.first - _LONGEST), -1):
        low = words[index].low
        if low == "who":
            return antecedent(words, index)
        if low in _CLAUSE_ENDS or low in PARTERS:
            break
    return None


def _quoted(words: Sequence[Word], cue: int) -> Phrase | None:
    """Lee in "quoted Lee as saying", for either of the two verbs."""
    verb = cue
    if words[cue].low == "saying" and cue and words[cue - 1].low == "as":
        floor = max(0, cue - _LONGEST_QUOTED)
        verb = next((i for i in range(cue - 2, floor - 1, -1) if words[i].low in QUOTING), cue)
    if words[verb].low not in QUOTING:
        return None
    if verb and words[verb - 1].low in PASSIVE:
        return before(words, verb - 1) if verb != cue else None  # "Lee was quoted by the paper as saying"
    for index in range(verb + 1, min(len(words) - 1, verb + _LONGEST_QUOTED)):
        if words[index].low in (STOP, QUOTE):
            break
        if words[index].low == "as" and words[index + 1].low == "saying":
            return whole_phrase(words, verb + 1, index)
    return None


def _infinitive(words: Sequence[Word], cue: int) -> Phrase | None:
    """The subject that an infinitive shares with the verb before it, or with its sentence."""
    if words[cue - 2].low in _TO:
        return before(words, cue - 2)  # "Lee, who used to say that …"
    for index in range(cue - 2, max(-1, cue - _LONGEST), -1):
        if words[index].low == STOP:
            break
        form = cue_forms().get(words[index].low)
        if form == ("say", "finite") and words[index].text.islower() and is_cue(words, index):
            return before(words, index)
    return clause_subject(words, cue)


def after(words: Sequence[Word], cue: int) -> Phrase | None:
    """The subject that follows an inverted cue ("said Smith, who …"), or None."""
    first = cue + 1
    while first < len(words) and (is_adverb(words[first]) or words[first].low in DAYS):
        first += 1
    if first >= len(words):
        return None
    word = words[first]
    possessive = word.low == "her" and first + 1 < len(words) and words[first + 1].low not in NP_STOPS
    objects = ("him", "her", "them", "that", "this", "there", "it")
    if (word.low in objects and not possessive) or word.low in PREPOSITIONS:
        return None
    if not (starts_phrase(word) or bare_plural(words, first) or modifies_name(words, first)):
        return None
    if word.low in PRONOUNS:
        return Phrase(first, first)
    last = first
    limit = min(len(words), first + 18)
    while last + 1 < limit:
        low = words[last + 1].low
        if low == "and" and _goes_on(words, last):
            last += 1
            continue
        if low in NP_STOPS or low in DAYS:
            break
        if low in AUXILIARIES and low not in ("’s", "'s", "first", "to", "only", "once", "now"):
            # "said the plan would fail": the words after the cue are what was said, not who said it.
            return Phrase(first, last) if low == "not" else None
        if low in PREPOSITIONS and low not in ("of", "for", "with", "from", "at", "in"):
            break
        last += 1
    possessed = any(part.low in GENITIVES for part in words[first:last])
    named = named_after(words, last) if possessed or word.low in DETERMINERS else None
    return named or Phrase(first, last)


def _goes_on(words: Sequence[Word], last: int) -> bool:
    """Whether an "and" behind words[last] joins two offices of one person, or two people who speak as one."""
    if words[last].text.islower():
        return modifies_name(words, last + 2)
    end = last + 2
    while end < len(words) and words[end].text[:1].isupper():
        end += 1
    joined = words[last].text[:1].isupper() and end > last + 2
    return joined and end < len(words) and words[end].low in (",", ".", STOP, QUOTE, "in")


def _past_heading(words: Sequence[Word], start: int, stop: int) -> int:
    """Where the sentence begins behind a heading in capitals: "COUNCIL VOTES — The plan …"."""
    for index in range(start, min(stop, start + _LONGEST_HEADING)):
        if words[index].low in DASHES:
            return index + 1 if index > start else start
        if not words[index].text.isupper():
            break
    return start


def _past_opening(words: Sequence[Word], at: int, cue: int) -> Phrase | None:
    """The subject behind an introduction without a comma ("By evening the office had a reply, saying …")."""
    inside = range(at + 1, cue)
    start = next((i for i in inside if words[i].low in DETERMINERS or words[i].low in PRONOUNS), -1)
    return whole_phrase(words, start, cue) if start >= 0 else None


def _clause_start(words: Sequence[Word], start: int, cue: int) -> int:
    """Where the last main clause before a verb begins: "She left, but an aide said so and called it …"."""
    for index in range(cue - 2, start, -1):
        if words[index].low in _PARTING and words[index - 1].low == "," and starts_phrase(words[index + 1]):
            return index + 1
        if words[index].low == QUOTE:
            break
    return start


def _opens_behind(words: Sequence[Word], at: int, cue: int) -> bool:
    """Whether words[at] is a quotation that ends an introduction ("Appearing on “Sunrise,” Lee …")."""
    return words[at].low == QUOTE and at + 1 < cue and words[at + 1].text[:1].isupper()


def clause_subject(words: Sequence[Word], cue: int) -> Phrase | None:
    """The subject of the sentence that holds words[cue], for a verb that shares it ("Lee rose and said")."""
    start = _past_heading(words, sentence_start(words, cue), cue)
    at = _clause_start(words, start, cue)
    while at < cue and (
        words[at].low in JOINERS or words[at].low in PARTERS or words[at].low == QUOTE or is_adverb(words[at])
    ):
        at += 1
    if at + 2 < cue and words[at].low in SPANS and words[at + 1].low in ("later", "earlier"):
        at += 2  # "Minutes later the pilot …"
    for _ in range(4):
        if at >= cue or not introduces(words, at):
            break
        comma = next((i for i in range(at, cue) if words[i].low == "," or _opens_behind(words, i, cue)), -1)
        if comma < 0:
            break
        if comma + 1 >= cue:
            return _past_opening(words, at, cue)
        if ends_in_place(words, at, comma) and words[comma + 1].text[:1].isupper():
            comma = next((i for i in range(comma + 1, min(cue, comma + 4)) if words[i].low == ","), comma)
        at = comma + 1
    while at < cue and not starts_phrase(words[at]) and not bare_plural(words, at):
        at += 1
    if at + 2 < cue and words[at + 1].low in SPANS and starts_phrase(words[at + 2]):
        at += 2  # "For six weeks the campaign had …"
    return whole_phrase(words, at, cue) if at < cue and words[at].low != "there" else None
