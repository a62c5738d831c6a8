"""English words: how common one is, and whether a spelling dictionary holds it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from collections.abc import Set as AbstractSet
from functools import cache
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Literal

from msgspec import Struct

Variety = Literal["us", "gb", ""]

BLOCK = 1024
"""The lines of a book come in blocks of so many bytes; none crosses from one into the next."""
ZERO = 32
"""The character code that stands for a frequency of nought; each tenth of a step adds one."""
SPELT, US, GB, COMMON = 1, 2, 4, 8
"""Bits of a word's flags: spelling dictionaries hold it; only American, only British ones; it is in use."""
_DATA = Path(__file__).parent / "data"
_OFTEN = 4_000
"""So many words looked up one by one take as long as making a set of all the common ones."""


class Book(Struct, frozen=True):
    """Packed words, each with what is said of it; a line with the first word of each block goes before them.

    Opened, it stays on disk: a few hundred words are asked of it, out of two hundred thousand.
    """

    blob: bytes | mmap
    firsts: list[bytes]
    start: int

    @classmethod
    def of(cls, blob: bytes | mmap) -> Book:
        """The book that these bytes hold."""
        start = blob.find(b"\n") + 1
        return cls(blob, blob[:start].split(), start)

    @classmethod
    def opened(cls, name: str) -> Book:
        """The book of the package with this name."""
        with (_DATA / name).open("rb") as file:
            return cls.of(mmap(file.fileno(), 0, access=ACCESS_READ))

    def entry(self, word: bytes) -> bytes:
        """What is said of a word; empty where the book lacks it."""
        number = bisect_right(self.firsts, word) - 1
        if number < 0 or not word:
            return b""
        at = self.start + number * BLOCK
        found = self.blob.find(b"\n" + word + b" ", at, at + BLOCK)
        if found < 0:
            return b""
        said = found + len(word) + 2
        return self.blob[said : self.blob.find(b"\n", said)]


def zipf(word: str) -> float:
    """How common a word is: the logarithm of its count in a thousand million words; 0.0 where unknown.

    "the" is about 7.7, "senator" 4.3, "gerrymander" 2.0. Capitals do not matter.
    """
    entry = _entry(word)
    return (entry[0] - ZERO) / 10 if entry else 0.0


def is_word(word: str) -> bool:
    """Whether an American or British spelling dictionary holds the word in lower case."""
    entry = _entry(word)
    return bool(entry and entry[1] & SPELT)


def variety(word: str) -> Variety:
    """Where a spelling belongs: "us" or "gb" where only that side of the Atlantic uses it, else ""."""
    entry = _entry(word)
    flags = entry[1] if entry else 0
    return "us" if flags & US else "gb" if flags & GB else ""


def is_common(word: str) -> bool:
    """Whether the word is a dictionary word in use, in lower case as it stands."""
    return _everyday().holds(word)


def common_among(words: Collection[str]) -> AbstractSet[str]:
    """Those of the words that are dictionary words in use, in lower case as they stand."""
    return _everyday().among(words)


@cache
def common() -> frozenset[str]:
    """The dictionary words in use, some 36,000."""
    return frozenset((_DATA / "common.txt").read_text(encoding="ascii").split())


class Everyday:
    """Knows the dictionary words in use: looks them up, and once that is dearer, has them in a set."""

    def __init__(self) -> None:
        self._asked = 0
        self._all: frozenset[str] | None = None

    def holds(self, word: str) -> bool:
        """Whether it is one of them, in lower case as it stands."""
        if self._all is not None:
            return word in self._all
        self._asked += 1
        if self._asked > _OFTEN:
            self._all = common()
        entry = _entry(word) if word.islower() else b""
        return bool(entry and entry[1] & COMMON)

    def among(self, words: Collection[str]) -> AbstractSet[str]:
        """Those of the words that are."""
        if self._all is not None:
            return self._all.intersection(words)
        return {word for word in words if self.holds(word)}


@cache
def _everyday() -> Everyday:
    return Everyday()


def _entry(word: str) -> bytes:
    return _book().entry(word.lower().encode("ascii")) if word.isascii() and word.isalpha() else b""


@cache
def _book() -> Book:
    return Book.opened("words.bin")
