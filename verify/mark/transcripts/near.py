"""Where the sources have nearly the same words: a few runs of a quote say where, an alignment how near."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from verify.mark.transcripts.shelf import Sources, Spot
from verify.mark.transcripts.words import Word, letters

_SHORT, _RUN, _RUNS = 9, 3, 6
"""Of a quote of fewer than _SHORT words each pair is looked for, else _RUNS runs of _RUN words."""
_AGREED = 3
"""Runs that speak for one place and are enough."""
_HITS, _WINDOWS = 400, 24
_SLACK = 70
"""Letters beside the nearest stretch in which words that the quote leaves out may stand."""
_EDGE = 24
"""Letters by which the nearest stretch may begin or end too early: a word that differs there."""


class Near(Struct, frozen=True):
    """The words of a source that are nearest to a quote, how near by letters, and how many words differ."""

    spot: Spot
    score: float
    distance: int


def nearest(sources: Sources, words: Sequence[Word], cutoff: float, without: int = -1) -> Near | None:
    """The stretch of the sources that is nearest, or None where none is as near as the cutoff."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    run = letters(words)
    asked = run.decode("latin-1")
    best: tuple[float, int, int] | None = None
    for at in _windows(sources, words, len(run), without):
        margin = len(run) // 4 + 16
        low = max(0, at - margin)
        window = sources.line[low : at + len(run) + margin].decode("latin-1")
        found = partial_ratio_alignment(asked, window, score_cutoff=max(cutoff, best[0] if best else 0))
        if found is not None and (best is None or found.score > best[0]):
            best = (found.score, low + found.dest_start, found.dest_end - found.dest_start)
    if best is None:
        return None
    score, at, length = best
    spot = sources.around(at, length, _SLACK, _SLACK)
    return None if spot is None else _trimmed(spot, words, score)


def _windows(sources: Sources, words: Sequence[Word], length: int, without: int) -> list[int]:
    """Where the quote would begin, by the runs that both have; the places that most runs speak for."""
    votes: list[tuple[int, int]] = []
    groups: list[tuple[int, set[int]]] = []
    for number, (offset, run) in enumerate(_runs(words)):
        votes += [(at - offset, number) for at in sources.hits(run, _HITS, without)]
        groups = _grouped(votes, max(16, length // 4))
        if any(len(numbers) >= _AGREED for _, numbers in groups):
            break  # Whatever place is as near has had most of these runs too.
    groups.sort(key=lambda group: (-len(group[1]), group[0]))
    return [max(0, at) for at, _ in groups[:_WINDOWS]]


def _grouped(votes: Iterable[tuple[int, int]], reach: int) -> list[tuple[int, set[int]]]:
    """The places that lie together, the first of each with the runs that speak for it."""
    groups: list[tuple[int, set[int]]] = []
    for at, number in sorted(votes):
        if groups and at - groups[-1][0] <= reach:
            groups[-1][1].add(number)
        else:
            groups.append((at, {number}))
    return groups


def _runs(words: Sequence[Word]) -> Iterator[tuple[int, bytes]]:
    """Runs of the words to look for, as letters, each with the number of letters before it."""
    spelt = [letters((word,)) for word in words]
    size = 2 if len(words) < _SHORT else _RUN
    last = len(words) - size
    count = last + 1 if size == 2 else min(_RUNS, last + 1)
    starts = sorted({round(last * number / max(1, count - 1)) for number in range(count)})
    for start in starts:
        run = b"".join(spelt[start : start + size])
        if len(run) >= 5:
            yield sum(map(len, spelt[:start])), run


def _trimmed(spot: Spot, words: Sequence[Word], score: float) -> Near:
    """The spot without the words around it that are no part of the nearest wording."""
    from rapidfuzz.distance import LCSseq, Levenshtein

    asked = [word.low for word in words]
    have = [word.low for word in spot.words]
    starts = _reach(have)
    ends = [len(have) - number for number in _reach(have[::-1])]
    best = (len(asked) + len(have) + 1, 0, 0, 0, 0)
    for start in starts:
        for end in ends:
            if end > start:
                window = have[start:end]
                distance = Levenshtein.distance(asked, window, score_cutoff=best[0])
                if distance <= best[0]:
                    # Of stretches that are equally near the one that shares most words is meant.
                    other = len(asked) - LCSseq.similarity(asked, window)
                    best = min(best, (distance, other, abs(len(window) - len(asked)), start, end))
    distance, _, _, start, end = best
    return Near(Spot(spot.source, spot.words[start:end]), score, distance)


def _reach(words: Sequence[str]) -> list[int]:
    """The first words, by number, that may be beside the nearest wording and no part of it."""
    reach, used = [], 0
    for number, word in enumerate(words):
        if used > _SLACK + _EDGE:
            break
        reach.append(number)
        used += len(word)
    return reach
