"""A text reduced to its small letters and figures, in which words are found whatever stands between them."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right

from verify.lexicon.late import late

_STEP = 8192
_FEW = 40
"""Letters up to which it is faster to replace one after the other."""
_BEYOND = late(r"[^\W\x00-\xff_]")


FILLERS = frozenset(("um", "uh", "er", "erm", "ah", "eh", "hmm"))
"""What a transcript may have between the words, and a quote leaves out."""


def _table() -> bytes:
    """What each byte of Latin-1 becomes: a small letter without its accent, a figure, or a space."""
    kept = bytearray(b" " * 256)
    for code in range(256):
        letter = unicodedata.normalize("NFD", chr(code))[0].lower()
        if chr(code).isalnum() and letter.isalnum() and ord(letter) < 256:
            kept[code] = ord(letter)
    return bytes(kept)


_SMALL = _table()
# The others are rare, and found by the words beside them: each costs a pass over the text.
_SOUNDS = tuple((f" {filler} ".encode(), b" " * (len(filler) + 2)) for filler in ("um", "uh", "er"))


def folded(text: str) -> bytes:
    """The letters and figures of the text, small and without accents, a byte each."""
    return _even(text).translate(None, b" ")


def _even(text: str) -> bytes:
    """The text, a byte a character: letters and figures as they are folded, spaces for all else."""
    even = _in_bytes(text).translate(_SMALL)
    for sound, blank in _SOUNDS:
        even = even.replace(sound, blank)
    return even


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

    __slots__ = ("_even", "_starts", "letters")

    def __init__(self, text: str) -> None:
        self._even = _even(text)
        steps = range(0, len(self._even), _STEP)
        parts = [self._even[at : at + _STEP].translate(None, b" ") for at in steps]
        self.letters = b"".join(parts)
        self._starts = [0]
        for part in parts:
            self._starts.append(self._starts[-1] + len(part))

    def place(self, letter: int) -> int:
        """Where in the text the letter of this number stands; the end of the text for one past the last."""
        if letter >= len(self.letters):
            return len(self._even)
        step = bisect_right(self._starts, letter) - 1
        at, left = step * _STEP, letter - self._starts[step]
        # Halve the step until the letter is found.
        width = _STEP
        while width > 1:
            width //= 2
            part = self._even[at : at + width]
            inside = len(part) - part.count(b" ")
            if left >= inside:
                left -= inside
                at += width
        return at
