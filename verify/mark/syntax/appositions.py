"""Names and descriptions side by side: "the mayor, Ann Lee, …", "Ann Lee, its dean, …"."""

from __future__ import annotations

from collections.abc import Sequence

from verify.lexicon.given import is_given
from verify.lexicon.grammar import (
    CONTRASTS,
    DAYS,
    DETERMINERS,
    GENITIVES,
    JOINERS,
    KIN,
    PARTERS,
    PREPOSITIONS,
)
from verify.lexicon.words import is_word
from verify.mark.narration import QUOTE, STOP, Word
from verify.mark.syntax.endings import ending_at
from verify.mark.syntax.phrases import (
    NP_STOPS,
    Phrase,
    bare_plural,
    introduces,
    is_adverb,
    modifies_name,
    starts_phrase,
    whole_phrase,
)

_LONGEST = 40
_CLAUSE_ENDS = frozenset((STOP, QUOTE, ";", ":"))
_JOINTS = frozenset(("of", "for", "the", "and", "&", "on"))
"""Small words inside the names of bodies."""
_OFFICES = frozenset(
    """archbishop bishop cardinal chairman chairwoman chancellor chief dean director earl governor head king
    mayor minister president principal provost queen rector secretary sheriff speaker""".split()
)
"""Offices that copy writes with a capital, too ("the Bishop of Ludlow, the Rt. Rev. Ann Lee, …")."""
_OBJECTIVE = frozenset(("that", "which", "whom", "what"))


def past_apposition(words: Sequence[Word], comma: int) -> Phrase | None:
    """The phrase that the appositions ending at this comma belong to ("Smith, the mayor, said").

    The clause is cut at its commas; introductions ("On Monday,", "Asked about it,") are passed over,
    and the first piece that is a phrase is the subject.
    """
    pieces = _pieces(words, comma)
    pieces = _inner(words, pieces)
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
                return _name_of(words, begin, pieces, number) or phrase
            # "The council voted, its leader, Ann Lee, said": a piece with a verb of its own is no subject.
            if phrase is not None and phrase.last + 1 < end and words[phrase.last + 1].low in _OBJECTIVE:
                phrase = ending_at(words, end - 1) or phrase  # "a sum that the auditors, in a note, called"
            fallback = fallback or phrase
        places = begin < end and ends_in_place(words, begin, end)
    return fallback


def _inner(words: Sequence[Word], pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pieces of the innermost clause: of "an answer that Lee, …," or "as what its head, Ann Lee, …,"."""
    for number in range(len(pieces) - 2, -1, -1):
        first, end = pieces[number]
        opens = next((i for i in range(end - 2, first - 1, -1) if words[i].low in _OBJECTIVE), -1)
        if opens < 0 or not starts_phrase(words[opens + 1]):
            continue
        found = whole_phrase(words, opens + 1, end)
        if found is not None and (found.last + 1 == end or words[found.last + 1].low in PREPOSITIONS):
            return [(opens + 1, end), *pieces[number + 1 :]]
    return pieces


def _pieces(words: Sequence[Word], comma: int) -> list[tuple[int, int]]:
    """The clause that ends at a comma, cut at its commas and dashes."""
    start = comma
    while start > 0 and words[start - 1].low not in _CLAUSE_ENDS and comma - start < _LONGEST:
        start -= 1
        joined = start > 0 and words[start - 1].low in (",", STOP, QUOTE)
        # "…, and Lee, the mayor, said", but "the secretary for trade, ports, and fishing, said".
        opens = words[start].low in JOINERS or words[start].low in CONTRASTS
        opens = opens and not (words[start].low == "then" and words[start + 1].low in ("a", "an", "the"))
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
    return pieces


def _name_of(
    words: Sequence[Word], begin: int, pieces: Sequence[tuple[int, int]], number: int
) -> Phrase | None:
    """The name that stands beside the description in a piece, from words[begin] on: behind or before it."""
    end = pieces[number][1]
    head = _head(words, begin, end)
    if number + 1 < len(pieces) and _describes(words, begin, head):
        first, stop = pieces[number + 1]
        if _full_name(words, head, first, stop) and (head == end - 1 or _is_person(words, first, stop)):
            return Phrase(first, stop - 1)
    return _named_before(words, begin, head, pieces[:number])


def agent(words: Sequence[Word], cue: int, limit: int) -> Phrase | None:
    """Who acts in a passive, words[cue + 1] being "by": the name where a description leads up to one."""
    found = whole_phrase(words, cue + 2, limit)
    return found and (named_behind(words, found) or found)


def named_behind(words: Sequence[Word], found: Phrase) -> Phrase | None:
    """The name that a description leads up to ("its leader, Ann Lee, …"), or None."""
    if words[found.first].low not in DETERMINERS and words[found.last].text[:1].isupper():
        return None
    return named_after(words, found.last)


def named_after(words: Sequence[Word], last: int) -> Phrase | None:
    """The name that follows a description and its comma ("his daughter, Ann Lee, a welder")."""
    if last + 2 >= len(words) or words[last + 1].low != ",":
        return None
    if not (words[last].text.islower() or words[last].low in ("one", "another")):
        return None
    end = _past_trade(words, last + 2)
    while end < len(words) and words[end].text[:1].isupper() and words[end].low not in DAYS:
        end += 1
    return Phrase(last + 2, end - 1) if _full_name(words, last, last + 2, end) else None


def ends_in_place(words: Sequence[Word], first: int, end: int) -> bool:
    """Whether an introduction ends with a town, so that its state may follow ("In Ames, Iowa,")."""
    last = words[end - 1]
    return (
        words[first].low in ("in", "at", "near", "outside")
        and last.text[:1].isupper()
        and last.low not in DAYS
    )


def _describes(words: Sequence[Word], first: int, head: int) -> bool:
    """Whether words[first..head] say what somebody is: "its leader", "Lee’s aide", "General secretary"."""
    if not words[head].text.islower():
        office = words[head].low in _OFFICES and words[first].low in DETERMINERS
        return office or words[head].low in ("one", "another")
    possessed = any(part.low in GENITIVES for part in words[first:head])
    return possessed or words[first].low in DETERMINERS or first < head


def _head(words: Sequence[Word], first: int, end: int) -> int:
    """The place of the noun of words[first:end]: spokesman in "a spokesman for Lee"."""
    inside = range(first + 1, end)
    return next((i - 1 for i in inside if words[i].low in PREPOSITIONS or words[i].low in NP_STOPS), end - 1)


def _is_person(words: Sequence[Word], first: int, end: int) -> bool:
    """Whether a name is a person's, so that of "a spokesman for the builder, Ann Lee", not the builder's."""
    return not is_word(words[end - 1].low) and any(is_given(word.text) for word in words[first : end - 1])


def _named_before(
    words: Sequence[Word], first: int, head: int, pieces: Sequence[tuple[int, int]]
) -> Phrase | None:
    """The name that a description stands behind in a longer clause: "what Lee, its dean, calls"."""
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
    capital = [word.text[:1].isupper() and word.low not in DETERMINERS for word in words[first:end]]
    if described.low in KIN:
        return capital == [True] or (len(capital) > 1 and all(capital))
    joined = all(one or word.low in _JOINTS for one, word in zip(capital, words[first:end], strict=True))
    return len(capital) > 1 and joined and capital[0] and capital[-1]


def _past_trade(words: Sequence[Word], first: int) -> int:
    """Where a name begins behind words in small letters that lead up to it ("state Sen. Ann Lee")."""
    if words[first].low in DETERMINERS or not modifies_name(words, first):
        return first
    return next(index for index in range(first, len(words)) if words[index].text[:1].isupper())
