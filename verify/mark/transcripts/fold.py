"""A text reduced to its small letters and figures, in which words are found whatever stands between them."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

_STEP = 8192


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
    """The letters and figures of the text, small, without accents; letters beyond Latin-1 are left out."""
    return text.encode("latin-1", "replace").translate(_SMALL, _NO_LETTERS)


class Fold:
    """A folded text that knows where each of its letters stands in the text.

    A few copies of all bytes in compiled code, and no list of words: ten million letters are folded in
    less time than it takes to split a tenth of them into words.
    """

    __slots__ = ("_starts", "_text", "letters")

    def __init__(self, text: str) -> None:
        self._text = text
        latin = text.encode("latin-1", "replace")
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
