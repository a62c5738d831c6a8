"""Whether the sources hold what a sentence reports in words of its own, and its figures with them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from verify.lexicon.late import late
from verify.lexicon.words import zipf
from verify.mark.transcripts.fold import folded
from verify.mark.transcripts.shelf import Sources, Spot
from verify.mark.transcripts.words import negations, plain, words_of
from verify.model.supplied import OnFile

_WORD = late(r"[^\W\d_]{4,40}")
_COMMON = 5.7
"""Words that are more common tell nothing of what a sentence is about ("said", "would", "people")."""
_WORDS, _HITS = 10, 400
_WINDOW = 400
"""Letters of a source in which the words of one statement stand, in whatever order."""
_END = late(r"[.!?][”\"’')]{0,2}\s")
_LONGEST = 200
"""Characters of a sentence that are looked at on each side of the words."""
_BESIDE = 60
"""Letters around it in which its figures may stand."""
_LEAST, _SHARE = 3, 0.7
_UNIT = late(r"[ \u00a0-]{0,2}(%|[^\W\d_]{2,20})")


class Figure(Struct, frozen=True):
    """A figure of a statement as written, and what it counts."""

    words: str
    unit: str = ""


class Backing(Struct, frozen=True):
    """What the sources say of a statement, and the passage that is nearest to it."""

    on_file: OnFile
    spot: Spot | None = None


def backed(sources: Sources, statement: str, figures: Sequence[Figure], without: int = -1) -> Backing | None:
    """What the sources say of a statement; None for one of too few words to be looked for."""
    known = {folded(word): zipf(word) for word in _WORD.findall(statement)}
    rare = sorted((common, word) for word, common in known.items() if word and common < _COMMON)
    told = [word for _, word in rare[:_WORDS]]
    if len(told) < _LEAST:
        return None
    place = _nearest(sources, told, without)
    spot = sources.around(*place) if place else None
    beside = sources.around(*place, _BESIDE, _BESIDE) if place else None
    if spot is None or beside is None:
        return Backing("no")
    if figures:
        return Backing(_of_figures(figures, beside, sources), spot)
    theirs = words_of(sources.texts[spot.source].text, *_sentence(sources.texts[spot.source].text, spot))
    same = negations(theirs) % 2 == negations(words_of(statement, 0, len(statement))) % 2
    return Backing("yes" if same else "no", spot)


def _sentence(text: str, spot: Spot) -> tuple[int, int]:
    """Where the sentence begins and ends that the words stand in: a “not” may stand before or behind them."""
    low = max(0, spot.start - _LONGEST)
    for end in _END.finditer(text, low, spot.start):
        low = end.end()
    after = _END.search(text, spot.end - 1, spot.end + _LONGEST)
    return low, after.start() if after else min(len(text), spot.end + _LONGEST)


def _nearest(sources: Sources, told: Sequence[bytes], without: int) -> tuple[int, int] | None:
    """Where the letters begin, and how many they are, that hold most of these words, if nearly all."""
    hits = sorted(
        (at, number) for number, word in enumerate(told) for at in sources.hits(word, _HITS, without)
    )
    best, low = (0, 0, 0), 0
    counts: dict[int, int] = {}
    for high, (at, number) in enumerate(hits):
        counts[number] = counts.get(number, 0) + 1
        while at - hits[low][0] > _WINDOW:
            gone = hits[low][1]
            counts[gone] -= 1
            if not counts[gone]:
                del counts[gone]
            low += 1
        if len(counts) > best[0]:
            best = (len(counts), low, high)
    if best[0] < max(_LEAST, _SHARE * len(told)):
        return None
    start, (last, number) = hits[best[1]][0], hits[best[2]]
    return start, last + len(told[number]) - start


def _of_figures(figures: Sequence[Figure], spot: Spot, sources: Sources) -> OnFile:
    """Whether the figures stand there, or others of the same things do."""
    text = sources.texts[spot.source].text[spot.start : spot.end]
    have = [plain((word,)) for word in spot.words]
    missing = [figure for figure in figures if not _holds(have, figure.words)]
    if not missing:
        return "yes"
    return "differs" if any(_other(text, figure) for figure in missing) else "no"


def _holds(have: Sequence[str], figure: str) -> bool:
    asked = [plain((word,)) for word in words_of(figure, 0, len(figure))]
    return any(have[at : at + len(asked)] == asked for at in range(len(have) - len(asked) + 1))


def _other(text: str, figure: Figure) -> bool:
    """Whether another figure of the same unit stands in a text."""
    unit = _bare(figure.unit)
    if not unit:
        return False
    for number in re.finditer(r"\d[\d.,]{0,20}(?: (?:million|billion|thousand))?", text):
        after = _UNIT.match(text, number.end())
        if after and _bare(after[1]) == unit:
            return True
    return False


def _bare(unit: str) -> str:
    """A unit in one spelling and number."""
    return plain(words_of(unit, 0, len(unit))).removesuffix("s")
