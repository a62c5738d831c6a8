"""The words of a quotation as two versions of it are compared: small letters, and cuts that are shown."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from verify.lexicon.late import late

CUT = ""
_TOKEN = late(r"\[[^\]\n]{0,80}\]|\([^)\n]{0,80}\)|…|\.(?: ?\.){1,3}|--+|[—–]|([^\W_]+(?:[’'‘][^\W_]+)*)")
"""A word, which is the group, or what shows that words are left out or put in."""
_ONE = str.maketrans("’‘", "''")


@lru_cache(maxsize=1024)
def spoken(written: str) -> tuple[str, ...]:
    """The words in lower case, CUT for whatever the writer left out or put in.

    Remembered, since the rules that compare quotes ask for the same ones.
    """
    # Lower case comes last, since it makes two letters of some, which would part a word; and once for all.
    return tuple("\n".join(_TOKEN.findall(written)).lower().translate(_ONE).split("\n"))


def places(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where each of the words and cuts of text[start:end] stands, one for each that `spoken` gives."""
    return (match.span() for match in _TOKEN.finditer(text, start, end))
