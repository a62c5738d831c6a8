"""What a cue reports: the rest of its sentence, a part of it, or the words before the cue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verify.lexicon.cues import cue_forms
from verify.lexicon.grammar import DAYS, FINITE, PASTS, PREPOSITIONS
from verify.mark import phrases
from verify.mark.hearing import Hearing, Spot, plain, sort
from verify.mark.narration import QUOTE, STOP, Word

_EDGES = frozenset(
    """, — – -- - ; : ( ) and but as while because after when before although though if since in during at on by
    with who which than for without rather from to that where even until unless against about""".split()
)
"""Words and marks before which a reported clause or noun phrase may end."""
_BREAKS = frozenset((",", "—", "–", "--", "-"))
_MOST = 7
_THAT = 8
_FAR = 14


class Content(NamedTuple):
    """What may be reported, words[first] up to and with words[last], and what speaks for it."""

    first: int
    last: int
    features: list[str]


def contents(words: Sequence[Word], seen: Spot, hearing: Hearing) -> list[Content]:
    """Every stretch of the sentence that the cue may report; none holds a quotation."""
    low, high = min(hearing.cue, hearing.source.first), max(hearing.cue, hearing.source.last)
    if hearing.way == "according" or hearing.cue - hearing.source.last > _FAR:
        low = hearing.cue
    return [*_left(words, seen, hearing, low, high), *_right(words, seen, hearing, low, high)]


def _tag(words: Sequence[Word], seen: Spot, low: int, high: int) -> str:
    """How source and cue stand between the words around them."""
    comma = low > seen.start and words[low - 1].low in _BREAKS
    after = words[high + 1].low if high + 1 < len(words) else STOP
    after = after if after in (STOP, ",", ".", "in", "on", "at", "that") else "w"
    return f"{'c' if comma else 'n'} {after} {seen.strength}"


def _left(words: Sequence[Word], seen: Spot, hearing: Hearing, low: int, high: int) -> Iterator[Content]:
    """The words before source and cue ("…, Lee said."), alone or with those behind ("…, Lee said, …")."""
    last = low - 1
    comma = last >= seen.start and words[last].low in _BREAKS
    if comma:
        last -= 1
    if last <= seen.start or any(words[index].low == QUOTE for index in range(seen.start, last + 1)):
        return
    tag = _tag(words, seen, low, high)
    way = f"{hearing.way} {'c' if comma else 'n'}"
    size = min(6, (last - seen.start) // 4)
    features = [
        "left",
        f"left {tag}",
        f"left {way}",
        f"left {seen.stem}",
        f"left {size}",
        f"left then {plain(words, high + 1)}",
    ]
    yield Content(seen.start, last, features)
    behind = range(high + 1, seen.stop)
    if comma and len(behind) > 2 and not any(words[index].low == QUOTE for index in behind):
        features = ["whole", f"whole {tag}", f"whole {hearing.way}", f"whole {seen.stem}"]
        yield Content(seen.start, seen.stop - 1, features)


def _right(words: Sequence[Word], seen: Spot, hearing: Hearing, low: int, high: int) -> Iterator[Content]:
    """The words behind the cue, from each likely beginning to each likely end."""
    first = high + 1 if hearing.way in ("after", "according", "by") else hearing.cue + 1
    while first < seen.stop and _skipped(words, first, hearing):
        first += 1
    begins = [first]
    for index in range(first, min(seen.stop - 1, first + _THAT)):
        if words[index].low == "that":
            begins.append(index + 1)
            break
        if words[index].low in (",", QUOTE):
            break
    ends = _ends(words, first, seen.stop)
    tag = _tag(words, seen, low, high)
    for number, begin in enumerate(begins):
        opens = sort(words, begin)
        for rank, end in enumerate(ends):
            if end > begin and any(words[index].low.isalnum() for index in range(begin, end)):
                features = _end(words, seen, begin, end, rank, opens)
                features += (
                    "right",
                    f"right {tag}",
                    f"begin {number} {seen.that}",
                    f"opens {opens}",
                    f"opens {opens} {seen.stem}",
                    f"ends {end == ends[-1]} {min(len(ends), 5)}",
                )
                yield Content(begin, end - 1, features)


def _skipped(words: Sequence[Word], at: int, hearing: Hearing) -> bool:
    """Whether a word behind the cue is no part of what is reported: a day, an adverb, a comma."""
    low = words[at].low
    if low in DAYS or phrases.is_adverb(words[at]):
        return True
    if low == "," and hearing.way == "according":
        return True
    return low in ("on", ",") and at + 1 < len(words) and words[at + 1].low in DAYS


def _ends(words: Sequence[Word], first: int, stop: int) -> list[int]:
    """Where what is reported may end: before edges of clauses and phrases, or with the sentence."""
    ends: list[int] = []
    for index in range(first + 1, stop):
        low = words[index].low
        if low == QUOTE:
            break
        if low in _EDGES and words[index - 1].low not in _EDGES:
            ends.append(index)
    else:
        ends.append(stop)
    return ends if len(ends) <= _MOST else [*ends[: _MOST - 1], ends[-1]]


def _end(words: Sequence[Word], seen: Spot, begin: int, end: int, rank: int, opens: str) -> list[str]:
    """What speaks for and against words[end] as the first word that is no longer reported."""
    stop = seen.stop
    edge = words[end].low if end < stop and words[end].low != "." else STOP
    size = end - begin
    verbs = _verbs(words, begin, end)
    number = min(rank, 4)
    features = [
        f"edge {edge}", f"edge {edge} {min(rank, 3)}", f"edge {edge} {seen.strength}",
        f"edge {edge} {seen.stem}", f"edge {edge} that {seen.that}", f"size {min(size, 12)}",
        f"size {min(size // 3, 8)} {edge}", f"verbs {verbs} that {seen.that}", f"verbs {verbs} {opens}",
        f"verbs {verbs} {edge}", f"verbs {verbs} {seen.strength}", f"count {number} {opens}",
        f"count {number} {edge} {opens}", f"last {sort(words, end - 1)} {edge}",
        f"rest {_verbs(words, end, stop)} {edge}",
    ]  # fmt: skip
    if end >= stop:
        return features
    close = next((i for i in range(end + 1, stop) if words[i].low in _EDGES or words[i].low == QUOTE), stop)
    head, then = plain(words, close - 1), plain(words, end + 1)
    features += (
        f"then {edge} {then}", f"second {edge} {plain(words, end + 2)}", f"head {edge} {head}",
        f"head {head}", f"edge {edge} {sort(words, end + 1)}",
    )  # fmt: skip
    if edge == ",":
        features.append(
            f"comma {then if then in phrases.NP_STOPS or then in PREPOSITIONS else 'w'} {seen.strength}"
        )
    return features


def _verbs(words: Sequence[Word], first: int, end: int) -> int:
    """How many words of a stretch look like finite verbs; two stands for more."""
    forms = cue_forms()
    found = 0
    for index in range(first, end):
        word = words[index]
        low = word.low
        if low in FINITE or low in PASTS:
            found += 1
        elif word.text.islower() and (low.endswith("ed") or (low in forms and phrases.is_cue(words, index))):
            found += 1
        if found == 2:
            break
    return found
