"""Finds who stands as the subject of a cue: the words before it, or after it where it is inverted."""

from __future__ import annotations

from collections.abc import Sequence

from verify.lexicon.cues import cue_forms
from verify.lexicon.grammar import (
    AUXILIARIES,
    CONTRASTS,
    DASHES,
    DAYS,
    DETERMINERS,
    JOINERS,
    KIN,
    PARTERS,
    PASSIVE,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SPANS,
)
from verify.lexicon.given import is_given
from verify.lexicon.words import is_word
from verify.mark.narration import QUOTE, STOP, Word
from verify.mark.syntax.endings import antecedent, ending_at
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
_JOINTS = frozenset(("of", "for", "the", "and", "&", "on"))
"""Small words inside the names of bodies."""
_OBJECTIVE = frozenset(("that", "which", "whom"))
_CLAUSE_ENDS = frozenset((STOP, QUOTE, ";", ":"))
_TO = frozenset("used likes liked loves loved went goes going came began begins continued seemed seems".split())
"""Verbs with an infinitive whose subject is their own."""
_QUOTING = frozenset("quote quotes quoted quoting cite cites cited citing".split())
_LONGEST_QUOTED, _LONGEST_HEARD = 16, 8
_OBJECTS = frozenset(("him", "her", "them"))
_HEARING = frozenset(
    """of with showing shows showed show heard hear hears hearing saw see sees seeing recall recalls recalled
    recalling remember remembers remembered remembering caught captured recorded filmed has have""".split()
)
"""Words before a name whose owner is heard to say something."""


def before(words: Sequence[Word], cue: int) -> Phrase | None:
    """The subject of the cue verb words[cue], where it stands before it in the same sentence.

    Of a speaker whom somebody else quotes ("the agency quoted Lee as saying") that is the one quoted.
    """
    quoted = _quoted(words, cue)
    if quoted is not None:
        return quoted
    at = cue - 1
    floor = max(-1, cue - _LONGEST)
    if cue and words[at].low == "to":
        return _infinitive(words, cue)
    at = _past_time(words, at, floor)
    at = past_aside(words, at, floor)
    if at <= floor:
        return None
    low = words[at].low
    if low in (STOP, QUOTE):
        return clause_subject(words, cue)
    strength, form = cue_forms().get(words[cue].low, ("", ""))
    if form in ("ing", "base"):
        heard = _heard(words, at) if strength == "say" else None
        if heard is None and form == "ing":
            heard = _absolute(words, cue)
        if heard is not None:
            return heard
    goes_on = any(word.low in PASSIVE for word in words[at + 1 : cue])  # "as Lee was criticizing her"
    if low in ("and", "but", "or", "then") or (
        form == "ing" and not goes_on
    ):
        return clause_subject(words, cue)
    if low in RELATIVES or (low == "that" and at and not is_cue(words, at - 1) and words[at - 1].low != STOP):
        return antecedent(words, at)
    if low == "," or low in ("—", "–", "-", "--", ")"):
        relative = past_interruption(words, at)
        if relative >= 0:
            return antecedent(words, relative)
        return _past_apposition(words, at) or clause_subject(words, cue)
    found = ending_at(words, at, floor)
    return found and (_past_relative(words, found) or found)


def _past_time(words: Sequence[Word], at: int, floor: int) -> int:
    """Where a subject ends before what may stand between it and its verb: "Lee on Monday", "Lee last week also"."""
    while at > floor:
        low = words[at].low
        if low in AUXILIARIES or low in DAYS or is_adverb(words[at]):
            at -= 1
        elif low == "on" and words[at + 1].low in DAYS:
            at -= 1
        elif low in SPANS and at - 1 > floor and words[at - 1].low in ("last", "this", "earlier"):
            at -= 2
        else:
            break
    return at


def _past_relative(words: Sequence[Word], found: Phrase) -> Phrase | None:
    """Whom a clause is about in which the phrase before the verb stands ("a man who lost his home said")."""
    if not found.first or words[found.first - 1].low not in PREPOSITIONS or words[found.first - 1].low == "of":
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
        verb = next((i for i in range(cue - 2, floor - 1, -1) if words[i].low in _QUOTING), cue)
    if words[verb].low not in _QUOTING:
        return None
    if verb and words[verb - 1].low in PASSIVE:
        return before(words, verb - 1) if verb != cue else None  # "Lee was quoted by the paper as saying"
    for index in range(verb + 1, min(len(words) - 1, verb + _LONGEST_QUOTED)):
        if words[index].low in (STOP, QUOTE):
            break
        if words[index].low == "as" and words[index + 1].low == "saying":
            return whole_phrase(words, verb + 1, index)
    return None


def _heard(words: Sequence[Word], last: int) -> Phrase | None:
    """Whose words somebody else hears or recalls: "footage of Lee saying", "she remembers him saying"."""
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


def _absolute(words: Sequence[Word], cue: int) -> Phrase | None:
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
    joined = found is not None and found.first > opens and words[found.first - 1].low == "and"
    return found if joined and starts_phrase(words[found.first]) else None


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


def _past_apposition(words: Sequence[Word], comma: int) -> Phrase | None:
    """The phrase that the appositions ending at this comma belong to ("Smith, the mayor, said").

    The clause is cut at its commas; introductions ("On Monday,", "Asked about it,") are passed over,
    and the first piece that is a phrase is the subject.
    """
    start = comma
    while start > 0 and words[start - 1].low not in _CLAUSE_ENDS and comma - start < _LONGEST:
        start -= 1
        joined = start > 0 and words[start - 1].low in (",", STOP, QUOTE)
        # "…, and Lee, the mayor, said", but "the secretary for trade, ports, and fishing, said".
        opens = words[start].low in JOINERS or words[start].low in CONTRASTS
        if joined and opens and (starts_phrase(words[start + 1]) or introduces(words, start + 1)):
            start += 1
            break
    pieces: list[tuple[int, int]] = []
    first = start
    for index in range(start, comma + 1):
        if index == comma or words[index].low in PARTERS:
            if index > first:
                pieces.append((first, index))
            first = index + 1
    places = False
    fallback: Phrase | None = None
    for number, (first, end) in enumerate(pieces):
        begin = first
        while begin < end and (words[begin].low in JOINERS or is_adverb(words[begin])):
            begin += 1
        if begin < end and not introduces(words, begin):
            if places and end - first <= 2:
                # "In Ames, Iowa, Smith said": the state belongs to the introduction.
                places = False
                continue
            if not (
                starts_phrase(words[begin]) or words[end - 1].text[:1].isupper() or bare_plural(words, begin)
            ):
                continue
            phrase = whole_phrase(words, begin, end)
            if phrase is not None and (phrase.last + 1 >= end or words[phrase.last + 1].low in PREPOSITIONS):
                following = pieces[number + 1] if number + 1 < len(pieces) else None
                head = _head(words, begin, end)
                if following and _describes(words, begin, head) and _full_name(words, head, *following):
                    if head == end - 1 or _is_person(words, *following):
                        return Phrase(following[0], following[1] - 1)
                beside = _named_before(words, begin, head, pieces[:number])
                return beside or phrase
            # "The council voted, its leader, Ann Lee, said": a piece with a verb of its own is no subject.
            if phrase is not None and phrase.last + 1 < end and words[phrase.last + 1].low in _OBJECTIVE:
                phrase = ending_at(words, end - 1) or phrase  # "a sum that the auditors, in a note, called"
            fallback = fallback or phrase
        places = begin < end and _ends_in_place(words, begin, end)
    return fallback


def _describes(words: Sequence[Word], first: int, head: int) -> bool:
    """Whether words[first..head] say what somebody is: "its leader", "Lee’s aide", "General secretary"."""
    if not words[head].text.islower():
        return words[head].low in ("one", "another")
    possessed = any(part.low in ("’s", "'s") for part in words[first:head])
    return possessed or words[first].low in DETERMINERS or first < head


def _head(words: Sequence[Word], first: int, end: int) -> int:
    """The place of the noun of words[first:end]: spokesman in "a spokesman for Lee"."""
    inside = range(first + 1, end)
    return next((i - 1 for i in inside if words[i].low in PREPOSITIONS or words[i].low in NP_STOPS), end - 1)


def _is_person(words: Sequence[Word], first: int, end: int) -> bool:
    """Whether a name is a person's, and so that of "a spokesman for the builder, Ann Lee", not the builder's."""
    first = _past_trade(words, first)
    return is_given(words[first].text) and not is_word(words[end - 1].low)


def _named_before(
    words: Sequence[Word], first: int, head: int, pieces: Sequence[tuple[int, int]]
) -> Phrase | None:
    """The name that a description stands behind, in a clause with words before it ("what Lee, its dean, calls")."""
    if not pieces or words[first].low not in DETERMINERS or not words[head].text.islower():
        return None
    begin, end = pieces[-1]
    name = words[end - 1]
    if introduces(words, begin) or not name.text[:1].isupper() or name.low in DAYS:
        return None
    found = ending_at(words, end - 1)
    return found if found is not None and found.first > begin else None


def _full_name(words: Sequence[Word], before: int, first: int, end: int) -> bool:
    """Whether words[first:end] name whom the description before them describes ("its leader, Ann Lee,").

    A relative may go by the given name alone ("his wife, Jean").
    """
    if words[first].low == "the" and first + 3 < end:
        first += 1  # "the bishop, the Rt. Rev. Ann Lee"
    first = _past_trade(words, first)
    described = words[before]
    if not (described.text.islower() or described.low in ("one", "another")):
        return False
    capital = [word.text[:1].isupper() and word.low not in DETERMINERS for word in words[first:end]]
    if described.low in KIN:
        return capital == [True] or (len(capital) > 1 and all(capital))
    joined = all(one or word.low in _JOINTS for one, word in zip(capital, words[first:end], strict=True))
    return len(capital) > 1 and joined and capital[0] and capital[-1]


def _ends_in_place(words: Sequence[Word], first: int, end: int) -> bool:
    """Whether an introduction ends with a town, so that its state may follow ("In Ames, Iowa,")."""
    last = words[end - 1]
    return (
        words[first].low in ("in", "at", "near", "outside")
        and last.text[:1].isupper()
        and last.low not in DAYS
    )


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
    possessed = any(part.low in ("’s", "'s") for part in words[first:last])
    named = _named_after(words, last) if possessed or word.low in DETERMINERS else None
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


def _named_after(words: Sequence[Word], last: int) -> Phrase | None:
    """The name that follows a description and its comma ("his daughter, Ann Lee, a welder")."""
    if last + 2 >= len(words) or words[last + 1].low != ",":
        return None
    end = _past_trade(words, last + 2)
    while end < len(words) and words[end].text[:1].isupper() and words[end].low not in DAYS:
        end += 1
    return Phrase(last + 2, end - 1) if _full_name(words, last, last + 2, end) else None


def _past_trade(words: Sequence[Word], first: int) -> int:
    """Where a name begins behind words in small letters that lead up to it ("state Sen. Ann Lee")."""
    if words[first].low in DETERMINERS or not modifies_name(words, first):
        return first
    return next(index for index in range(first, len(words)) if words[index].text[:1].isupper())


def agent(words: Sequence[Word], cue: int, limit: int) -> Phrase | None:
    """Who acts in a passive, words[cue + 1] being "by": the name where a description leads up to one."""
    found = whole_phrase(words, cue + 2, limit)
    return found and (named_behind(words, found) or found)


def named_behind(words: Sequence[Word], found: Phrase) -> Phrase | None:
    """The name that a description leads up to ("its leader, Ann Lee, …"), or None."""
    if words[found.first].low not in DETERMINERS and words[found.last].text[:1].isupper():
        return None
    return _named_after(words, found.last)


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


def clause_subject(words: Sequence[Word], cue: int) -> Phrase | None:
    """The subject of the sentence that holds words[cue], for a verb that shares it ("Lee rose and said")."""
    start = _past_heading(words, sentence_start(words, cue), cue)
    at = start
    while at < cue and (
        words[at].low in JOINERS or words[at].low in PARTERS or words[at].low == QUOTE or is_adverb(words[at])
    ):
        at += 1
    if at + 2 < cue and words[at].low in SPANS and words[at + 1].low in ("later", "earlier"):
        at += 2  # "Minutes later the pilot …"
    for _ in range(4):
        if at >= cue or not introduces(words, at):
            break
        comma = next((i for i in range(at, cue) if words[i].low == ","), -1)
        if comma < 0:
            break
        if comma + 1 >= cue:
            return _past_opening(words, at, cue)
        if _ends_in_place(words, at, comma) and words[comma + 1].text[:1].isupper():
            comma = next((i for i in range(comma + 1, min(cue, comma + 4)) if words[i].low == ","), comma)
        at = comma + 1
    while at < cue and not starts_phrase(words[at]) and not bare_plural(words, at):
        at += 1
    return whole_phrase(words, at, cue)
