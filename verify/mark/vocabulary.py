"""The words that the house knows to be right, as a mark that rules about slips ask for."""

from __future__ import annotations

from collections.abc import Collection

from verify.mark.order import Marker
from verify.model.article import Article


def marker(words: Collection[str]) -> Marker:
    """The marker that knows these words."""
    if not words:
        return MARKER
    known = frozenset(words)
    return Marker("vocabulary", lambda _article: known)


def accepted(word: str, vocabulary: Collection[str]) -> bool:
    """Whether the house knows the word, in this case or in small letters; a possessive is its word."""
    bare = word.removesuffix("’s").removesuffix("'s")
    return bare in vocabulary or bare.lower() in vocabulary


def _none(_article: Article) -> frozenset[str]:
    return frozenset()


MARKER = Marker("vocabulary", _none)
