"""A text reduced to its small letters and figures, in which words are found whatever stands between them."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

_STEP = 8192
_FEW = 40
"""Letters up to which it is faster to replace one after the other."""
_BEYOND = re.compile(r"[^\W\x00-\xff_]")


def _table() -> tuple[bytes, bytes]:
    """What each byte of Latin-1 becomes, and which are left out."""
    kept, dropped = bytearray(256), bytearray()
    for code in range(256):
        letter = unicodedata.normalize("NFD", chr(code))[0].lower()
        if chr(code).isalnum() and letter.isalnum() and ord(letter) < 256:
            kept[code] = ord(letter)
        else:
            dropped.append(code)
    return bytes(kept), bytes(dropped)


_SMALL, _NO_LETTERS = _table()


def folded(text: str) -> bytes:
    """The letters and figures of the text, small and without accents, a byte each."""
    return _in_bytes(text).translate(_SMALL, _NO_LETTERS)


def _in_bytes(text: str) -> bytes:
    """The text in a byte a character: a letter beyond Latin-1 as the one that its accent stands on.

    A letter of another alphabet becomes one of ours, the same each time; whether words that seem the same
    are is seen where they are compared.
    """
    if not text.isascii():
        beyond = {letter: _ours(letter) for letter in sorted(set(_BEYOND.findall(text)))}
        if len(beyond) > _FEW:
            text = text.translate({ord(letter): ours for letter, ours in beyond.items()})
        else:
            for letter, ours in beyond.items():
                text = text.replace(letter, ours)
    return text.encode("latin-1", "replace")


def _ours(letter: str) -> str:
    base = unicodedata.normalize("NFKD", letter)[0].lower()
    return base if ord(base) < 256 and base.isalnum() else chr(ord("a") + ord(letter) % 26)


class Fold:
    """A folded text that knows where each of its letters stands in the text.

    A few copies of all bytes in compiled code, and no list of words: ten million letters are folded in
    less time than it takes to split a tenth of them into words.
    """

    __slots__ = ("_starts", "_text", "letters")

    def __init__(self, text: str) -> None:
        self._text = text
        latin = _in_bytes(text)
        parts = [latin[at : at + _STEP].translate(_SMALL, _NO_LETTERS) for at in range(0, len(latin), _STEP)]
        self.letters = b"".join(parts)
        self._starts = [0]
        for part in parts:
            self._starts.append(self._starts[-1] + len(part))

    def place(self, letter: int) -> int:
        """Where in the text the letter of this number stands; the end of the text for one past the last."""
        if letter >= len(self.letters):
            return len(self._text)
        step = bisect_right(self._starts, letter) - 1
        at, left = step * _STEP, letter - self._starts[step]
        # Halve the step until the letter is found: each try folds half of what is left.
        width = _STEP
        while width > 1:
            width //= 2
            inside = len(folded(self._text[at : at + width]))
            if left >= inside:
                left -= inside
                at += width
        return at

    def hits(self, letters: bytes, most: int, start: int = 0, end: int | None = None) -> Iterator[int]:
        """Where these letters stand, the first `most` places, within letters[start:end]."""
        limit = len(self.letters) if end is None else end
        at = self.letters.find(letters, start, limit)
        while at >= 0 and most > 0:
            yield at
            most -= 1
            at = self.letters.find(letters, at + 1, limit)
