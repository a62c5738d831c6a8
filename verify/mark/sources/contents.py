"""What a cue reports: the rest of its sentence, a part of it, or the words before the cue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Generic

from msgspec import Struct

from verify.lexicon.cues import cue_forms
from verify.lexicon.grammar import DAYS, FINITE, PASTS, PREPOSITIONS
from verify.mark.narration import QUOTE, STOP, Word
from verify.mark.sources.hearing import Hearing, Load, Spot, Weigh, plain, quoted, sort
from verify.mark.syntax import phrases

_EDGES = frozenset(
    """, — – -- - ; : ( ) and but as while because after when before although though if since in during at on
    by with who which than for without rather from to that where even until unless against about""".split()
)
"""Words and marks before which a reported clause or noun phrase may end."""
_BREAKS = frozenset((",", "—", "–", "--", "-"))
_TELLING = frozenset("told tell tells telling assured assures informed reminded warned".split())
_MOST = 7
_THAT = 8
_FAR = 14


class Content(Struct, Generic[Load], frozen=True):
    """What may be reported, words[first] up to and with words[last], and what speaks for it."""

    first: int
    last: int
    load: Load


def contents(
    words: Sequence[Word], seen: Spot, hearing: Hearing, weigh: Weigh[Load]
) -> Iterator[Content[Load]]:
    """Every stretch of the sentence that the cue may report; none holds a quotation."""
    low, high = min(hearing.cue, hearing.source.first), max(hearing.cue, hearing.source.last)
    if hearing.way == "according" or hearing.cue - hearing.source.last > _FAR:
        low = hearing.cue
    yield from _left(words, seen, hearing, (low, high), weigh)
    yield from _right(words, seen, hearing, (low, high), weigh)


def _tag(words: Sequence[Word], seen: Spot, low: int, high: int) -> str:
    """How source and cue stand between the words around them."""
    comma = low > seen.start and words[low - 1].low in _BREAKS
    after = words[high + 1].low if high + 1 < len(words) else STOP
    after = after if after in (STOP, ",", ".", "in", "on", "at", "that") else "w"
    return f"{'c' if comma else 'n'} {after} {seen.strength}"


def _left(
    words: Sequence[Word], seen: Spot, hearing: Hearing, told: tuple[int, int], weigh: Weigh[Load]
) -> Iterator[Content[Load]]:
    """The words before source and cue ("…, Lee said."), alone or with those behind ("…, Lee said, …")."""
    low, high = told
    last = low - 1
    comma = last >= seen.start and words[last].low in _BREAKS
    if comma:
        last -= 1
    if last <= seen.start or quoted(seen.held, seen.start, last + 1) >= 0:
        return
    tag = _tag(words, seen, low, high)
    features = [
        "left", f"left {tag}", f"left {hearing.way} {'c' if comma else 'n'}", f"left {seen.stem}",
        f"left {min(6, (last - seen.start) // 4)}", f"left then {plain(words, high + 1)}",
    ]  # fmt: skip
    yield Content(seen.start, last, weigh(features))
    if comma and seen.stop - high > 3 and quoted(seen.held, high + 1, seen.stop) < 0:
        features = ["whole", f"whole {tag}", f"whole {hearing.way}", f"whole {seen.stem}"]
        yield Content(seen.start, seen.stop - 1, weigh(features))


def _right(
    words: Sequence[Word], seen: Spot, hearing: Hearing, told: tuple[int, int], weigh: Weigh[Load]
) -> Iterator[Content[Load]]:
    """The words behind the cue, from each likely beginning to each likely end."""
    low, high = told
    first = high + 1 if hearing.way in ("after", "according", "by") else hearing.cue + 1
    while first < seen.stop and _skipped(words, first, hearing):
        first += 1
    verbs = _Verbs(words, first, seen.stop)
    # What speaks for an end is the same for every beginning, and most of what there is to weigh.
    ends = list(_weighed_ends(words, seen, first, verbs, weigh))
    tag = _tag(words, seen, low, high)
    for number, begin in enumerate(_begins(words, first, seen.stop)):
        opens = sort(words, begin)
        opening = weigh([
            "right", f"right {tag}", f"begin {number} {seen.that}", f"opens {opens}",
            f"opens {opens} {seen.stem}",
        ])  # fmt: skip
        solid = next((index for index in range(begin, seen.stop) if words[index].low.isalnum()), seen.stop)
        for rank, (end, edge, closing) in enumerate(ends):
            if end > solid:
                between = _between(end - begin, min(rank, 4), edge, opens, verbs.among(begin, end), seen)
                yield Content(begin, end - 1, opening + closing + weigh(between))


def _begins(words: Sequence[Word], first: int, stop: int) -> list[int]:
    """Where what is reported may begin: behind the cue, or behind a "that" further on."""
    for index in range(first, min(stop - 1, first + _THAT)):
        if words[index].low == "that":
            told = words[first - 1].low in _TELLING
            return [index + 1] if told else [first, index + 1]  # "told the council that": not the council
        if words[index].low in (",", QUOTE):
            break
    return [first]


def _skipped(words: Sequence[Word], at: int, hearing: Hearing) -> bool:
    """Whether a word behind the cue is no part of what is reported: a day, an adverb, a comma."""
    low = words[at].low
    if low in DAYS or phrases.is_adverb(words[at]):
        return True
    if low == "," and hearing.way in ("according", "by", "after"):
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


def _between(size: int, number: int, edge: str, opens: str, verbs: int, seen: Spot) -> list[str]:
    """What speaks for and against a beginning and an end together."""
    return [
        f"size {min(size, 12)}", f"size {min(size // 3, 8)} {edge}", f"verbs {verbs} that {seen.that}",
        f"verbs {verbs} {opens}", f"verbs {verbs} {edge}", f"verbs {verbs} {seen.strength}",
        f"count {number} {opens}", f"count {number} {edge} {opens}",
    ]  # fmt: skip


def _weighed_ends(
    words: Sequence[Word], seen: Spot, first: int, verbs: _Verbs, weigh: Weigh[Load]
) -> Iterator[tuple[int, str, Load]]:
    """Where what is reported may end, the first word that is no longer reported, and what speaks for it."""
    ends = _ends(words, first, seen.stop)
    for rank, end in enumerate(ends):
        edge = words[end].low if end < seen.stop and words[end].low != "." else STOP
        features = _closing(words, seen, end, edge, verbs)
        features += (f"edge {edge} {min(rank, 3)}", f"ends {end == ends[-1]} {min(len(ends), 5)}")
        yield end, edge, weigh(features)


def _closing(words: Sequence[Word], seen: Spot, end: int, edge: str, verbs: _Verbs) -> list[str]:
    """What speaks for and against words[end] as the first word that is no longer reported."""
    stop = seen.stop
    features = [
        f"edge {edge}", f"edge {edge} {seen.strength}", f"edge {edge} {seen.stem}",
        f"edge {edge} that {seen.that}", f"last {sort(words, end - 1)} {edge}",
        f"rest {verbs.among(end, stop)} {edge}",
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


class _Verbs:
    """How many words look like finite verbs, in any part of words[first:stop]; each is looked at once."""

    def __init__(self, words: Sequence[Word], first: int, stop: int) -> None:
        self._first = first
        self._sums = [0, *accumulate(_finite(words, index) for index in range(first, stop))]

    def among(self, first: int, end: int) -> int:
        """The verbs of words[first:end]; two stands for more."""
        return min(2, self._sums[end - self._first] - self._sums[first - self._first]) if end > first else 0


def _finite(words: Sequence[Word], at: int) -> bool:
    """Whether the word looks like a finite verb."""
    low, text = words[at].low, words[at].text
    if low in FINITE or low in PASTS:
        return True
    return text.islower() and (low.endswith("ed") or (low in cue_forms() and phrases.is_cue(words, at)))
