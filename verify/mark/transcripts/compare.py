"""One stretch of a quote held against the sources: what it comes from, and where its words are others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from verify.mark.transcripts.denial import unsaid
from verify.mark.transcripts.near import Near, nearest
from verify.mark.transcripts.shelf import Sources, Spot
from verify.mark.transcripts.words import Word, letters, negations, otherwise, plain, words_of
from verify.model.span import Span
from verify.model.supplied import Difference, Verdict

LEAST = 5
"""Fewer words must be the same: of a few, others will have said most."""
SHORTEST = 2
_NEAR_ENOUGH = 80.0
"""By letters, of a hundred; parted quotes that sources hold from those that they do not."""
_DIFFERENT = 0.4
"""The part of the words that may differ."""
_PART = 4
"""Words at the least on each side of a cut."""
_BESIDE = 3000
"""Letters within which two parts of a quote are from one place."""
_LEFT_OUT = 3
"""Words in a row that are a cut where they are left out; of fewer it is the wording that differs."""
_JOINED = 6
"""Words at the least of each part of two places: shorter runs stand in many."""
_LONGEST = 80
_ORDER: tuple[Verdict, ...] = ("verbatim", "respelt", "cut", "changed")


class Compared(Struct, frozen=True):
    """What the sources say of a stretch."""

    verdict: Verdict
    spots: tuple[Spot, ...] = ()
    differences: tuple[Difference, ...] = ()
    score: float = 100.0


def pieces(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The words in stretches of about the same length, none too long to be compared."""
    count = -(-len(words) // _LONGEST)
    for number in range(count):
        yield list(words[len(words) * number // count : len(words) * (number + 1) // count])


def compared(sources: Sources, text: str, words: list[Word], without: int = -1) -> Compared | None:
    """The stretch beside the sources' words for it; None for words too few to tell anything by."""
    if len(words) < SHORTEST:
        return None
    same = sources.same(words, without)
    if same is not None:
        return _not_denied(sources, text, words, _beside(sources, text, words, same, 100.0))
    if len(words) < LEAST:
        return _few(sources, text, words, without)
    near = _parts(sources, text, words, without)
    if near is not None and near.verdict != "joined":
        return near
    found = nearest(sources, words, _NEAR_ENOUGH - _leeway(words), without)
    if found is not None and _near_enough(words, found):
        return _beside(sources, text, words, found.spot, found.score)
    return near or Compared("absent", score=found.score if found else 0.0)


def _leeway(words: Sequence[Word]) -> float:
    """How much farther off a short quote may seem by letters, since one long word weighs more in it."""
    return 35.0 if len(words) <= 12 else 15.0


def _not_denied(sources: Sources, text: str, words: list[Word], found: Compared) -> Compared:
    """What was found, unless a “not” right before it is lost."""
    spot = found.spots[0]
    lost = unsaid(text, words, sources.texts[spot.source].text, spot.start) if len(words) >= LEAST else None
    return found if lost is None else Compared("changed", found.spots, (lost, *found.differences))


def _near_enough(words: Sequence[Word], found: Near) -> bool:
    """Whether these are the same words: nearly all letters and most words, or all words but one in eight."""
    if found.distance <= max(1, len(words) // 8):
        return True
    return found.score >= _NEAR_ENOUGH and found.distance <= len(words) * _DIFFERENT


def _few(sources: Sources, text: str, words: list[Word], without: int) -> Compared | None:
    """A few words, which are there in the other spelling or not at all; too few to miss them are None."""
    run = otherwise(words)
    if run != letters(words):
        for at in sources.hits(run, without=without):
            spot = sources.around(at, len(run))
            if spot is not None and letters(spot.words) == run:
                return _beside(sources, text, words, spot, 100.0)
    return Compared("absent", score=0.0) if len(words) >= _PART else None


def _parts(sources: Sources, text: str, words: list[Word], without: int) -> Compared | None:
    """The stretch as two runs that the sources hold word for word, though not one after the other."""
    head = _longest_start(sources, words, without)
    if not _PART <= head <= len(words) - _PART:
        return None
    one, two = letters(words[:head]), letters(words[head:])
    others = [spot for at in sources.hits(two, without=without) if (spot := _whole(sources, at, two))]
    firsts = [spot for at in sources.hits(one, without=without) if (spot := _whole(sources, at, one))]
    beside = min(
        (
            (second.start - first.end, first.source, first.start, second.end)
            for first in firsts
            for second in others
            if first.source == second.source and 0 <= second.start - first.end <= _BESIDE
        ),
        default=None,
    )
    if beside is not None:
        _, number, start, end = beside
        whole = words_of(sources.texts[number].text, start, end)
        return _beside(sources, text, words, Spot(number, whole), 100.0)
    if not firsts or not others or min(head, len(words) - head) < _JOINED:
        return None
    span = Span(words[head - 1].start, words[head].end)
    joint = Difference("joined", span, text[slice(*span)], "")
    return Compared("joined", (firsts[0], others[0]), (joint,))


def _longest_start(sources: Sources, words: Sequence[Word], without: int) -> int:
    """How many of the first words stand in a row in the sources."""
    low, high = 0, len(words) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if any(True for _ in sources.hits(letters(words[:middle]), 1, without)):
            low = middle
        else:
            high = middle - 1
    run = letters(words[:low])
    if low and not any(_whole(sources, at, run) for at in sources.hits(run, without=without)):
        low -= 1  # The last word is the beginning of another there.
    return low


def _whole(sources: Sources, at: int, run: bytes) -> Spot | None:
    """The words of these letters, unless they begin or end within a word."""
    spot = sources.around(at, len(run))
    return spot if spot is not None and letters(spot.words) == run else None


def _beside(sources: Sources, text: str, words: list[Word], spot: Spot, score: float) -> Compared:
    """Word beside word: what differs, and how grave it is."""
    theirs = sources.texts[spot.source].text
    different: list[Difference] = []
    verdict: Verdict = "verbatim"
    for mine, other in _gaps(words, spot.words):
        here, there = words[slice(*mine)], spot.words[slice(*other)]
        if not _telling(here, there):
            continue
        span = _span(words, mine)
        said = theirs[there[0].start : there[-1].end] if there else ""
        negated = negations(here) != negations(there)
        if plain(here) == plain(there) and not negated:
            kind: Verdict = "respelt"
        else:
            kind = "cut" if not here and len(there) >= _LEFT_OUT else "changed"
        mine_ = text[here[0].start : here[-1].end] if here else ""
        different.append(Difference(kind, span, mine_, said, negated))
        verdict = max(verdict, kind, key=_ORDER.index)
    return Compared(verdict, (spot,), tuple(different), score)


def _telling(here: Sequence[Word], there: Sequence[Word]) -> bool:
    """Whether a difference is more than an “um”, a hyphen or points."""
    return [w.low for w in here] != [w.low for w in there] and (
        bool(plain(here) or plain(there)) and _run_together(here) != _run_together(there)
    )


def _run_together(words: Sequence[Word]) -> str:
    return "".join(word.low for word in words if plain((word,)))


def _gaps(mine: Sequence[Word], theirs: Sequence[Word]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The stretches of the two, as numbers of words, that are not the same; neighbours are one."""
    from rapidfuzz.distance import Levenshtein

    edits = Levenshtein.opcodes([word.low for word in mine], [word.low for word in theirs])
    open_: tuple[int, int, int, int] | None = None
    for edit in edits:
        if edit.tag == "equal":
            if open_:
                yield (open_[0], open_[1]), (open_[2], open_[3])
            open_ = None
        elif open_:
            open_ = (open_[0], edit.src_end, open_[2], edit.dest_end)
        else:
            open_ = (edit.src_start, edit.src_end, edit.dest_start, edit.dest_end)
    if open_:
        yield (open_[0], open_[1]), (open_[2], open_[3])


def _span(words: Sequence[Word], mine: tuple[int, int]) -> Span:
    """The words of the article that differ; where it has none, those on both sides of the gap."""
    first, last = mine
    if first == last:
        first, last = max(0, first - 1), min(len(words), last + 1)
    return Span(words[first].start, words[last - 1].end)
