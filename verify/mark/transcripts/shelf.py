"""All sources of a run in one folded text, where a run of words is found in a few thousandths of a second."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from verify.mark.transcripts.fold import Fold
from verify.mark.transcripts.words import Word, letters, words_of
from verify.model.supplied import Passage, Supplied

_MOST = 64
"""Places of a run of words that are looked at: a phrase that stands oftener tells nothing of its place."""

_LONGEST_WORD = 100


class Spot(NamedTuple):
    """Words of one source: the number of the source, and the words with their places in its text."""

    source: int
    words: list[Word]

    @property
    def start(self) -> int:
        """Where the words begin in the text of the source."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where they end."""
        return self.words[-1].end


class Sources:
    """The texts supplied, folded when they are first asked for something.

    Between two texts stand letters of no word, so that nothing runs on from one into the next.
    """

    def __init__(self, texts: Iterable[Supplied]) -> None:
        self.texts = tuple(texts)

    @cached_property
    def folds(self) -> tuple[Fold, ...]:
        """Each text folded."""
        return tuple(Fold(one.text) for one in self.texts)

    @cached_property
    def line(self) -> bytes:
        """The letters of all texts, a zero byte between them."""
        return b"\0".join(fold.letters for fold in self.folds)

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        for fold in self.folds:
            starts.append(starts[-1] + len(fold.letters) + 1)
        return starts

    def hits(self, run: bytes, most: int = _MOST, without: int = -1) -> Iterator[int]:
        """Where these letters stand in the line, the first `most`; `without` is a text to pass over."""
        at = self.line.find(run)
        while at >= 0 and most > 0:
            if without < 0 or self.of(at)[0] != without:
                yield at
                most -= 1
            at = self.line.find(run, at + 1)

    def of(self, at: int) -> tuple[int, int]:
        """The number of the text in which a letter of the line stands, and its number there."""
        number = bisect_right(self._starts, at) - 1
        return number, at - self._starts[number]

    def around(self, at: int, length: int, before: int = 0, after: int = 0) -> Spot | None:
        """The words that the letters at this place of the line belong to, and so many letters around them."""
        number, letter = self.of(at)
        fold, text = self.folds[number], self.texts[number].text
        first = fold.place(max(0, letter - before))
        last = fold.place(min(len(fold.letters), letter + length + after) - 1) + 1
        low, high = max(0, first - _LONGEST_WORD), min(len(text), last + _LONGEST_WORD)
        while first > low and _in_word(text, first):
            first -= 1
        while last < high and _in_word(text, last):
            last += 1
        words = words_of(text, first, last)
        return Spot(number, words) if words else None

    def same(self, words: list[Word], without: int = -1) -> Spot | None:
        """Where these words stand one after the other, in whatever spelling joins and parts them."""
        run = letters(words)
        if not run:
            return None
        best: Spot | None = None
        lows = [word.low for word in words]
        for at in self.hits(run, without=without):
            spot = self.around(at, len(run))
            if spot is None or letters(spot.words) != run:
                continue  # It begins or ends within a word there.
            if [word.low for word in spot.words] == lows:
                return spot
            best = best or spot
        return best

    def passage(self, spot: Spot) -> Passage:
        """The words of a spot with their place in the file."""
        return self.texts[spot.source].passage(spot.start, spot.end)


def _in_word(text: str, at: int) -> bool:
    """Whether no word begins or ends between this letter and the one before it."""
    before, after = text[at - 1], text[at]
    if before.isalnum() and after.isalnum():
        return True
    inner = "'’‘"
    return (after in inner and before.isalnum() and text[at + 1 : at + 2].isalnum()) or (
        before in inner and after.isalnum() and text[at - 2 : at - 1].isalnum() and at >= 2
    )
