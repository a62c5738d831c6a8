"""English words: how common one is, and whether a spelling dictionary holds it."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from pathlib import Path
from typing import Literal

from msgspec import Struct

Variety = Literal["us", "gb", ""]

BLOCK = 1024
"""The bytes of words.bin come in blocks of this size; no line crosses from one into the next."""
ZERO = 32
"""The character code that stands for a frequency of nought; each tenth of a step adds one."""
SPELT, US, GB = 1, 2, 4
"""Bits of the digit that ends a line: spelling dictionaries hold it; only American, only British ones."""
_DATA = Path(__file__).parent / "data"


class Book(Struct, frozen=True):
    """Packed words: the bytes of words.bin or names.bin, and the first word of each of their blocks."""

    blob: bytes
    firsts: list[bytes]

    @classmethod
    def of(cls, blob: bytes) -> Book:
        """The book that these bytes hold."""
        return cls(blob, [blob[at : blob.index(b" ", at)].strip() for at in range(0, len(blob), BLOCK)])

    def entry(self, word: bytes) -> bytes:
        """The frequency and the flags of a word, a byte each; empty where the book lacks it."""
        at = (bisect_right(self.firsts, word) - 1) * BLOCK
        found = self.blob.find(b"\n" + word + b" ", at, at + BLOCK) if at >= 0 and word else -1
        return self.blob[found + len(word) + 2 : found + len(word) + 4] if found >= 0 else b""


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


@cache
def common() -> frozenset[str]:
    """The dictionary words in use, some 36,000: a set to subtract before asking after each word."""
    return frozenset((_DATA / "common.txt").read_text(encoding="ascii").split())


def _entry(word: str) -> bytes:
    return _book().entry(word.lower().encode("ascii")) if word.isascii() and word.isalpha() else b""


@cache
def _book() -> Book:
    return Book.of((_DATA / "words.bin").read_bytes())
