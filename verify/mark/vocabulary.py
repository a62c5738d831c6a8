"""The words that the house knows to be right, as a mark that rules about slips ask for."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from verify.lexicon.added import in_force
from verify.mark.order import Marker
from verify.model.article import Article


def marker(words: Collection[str]) -> Marker:
    """The marker that knows these words, and those that plugins add for the article."""
    if not words:
        return MARKER
    known = frozenset(words)

    @lru_cache(maxsize=8)
    def beside(added: frozenset[str]) -> frozenset[str]:
        return known | added

    return Marker("vocabulary", lambda _article: beside(in_force().words))


def accepted(word: str, vocabulary: Collection[str]) -> bool:
    """Whether the house knows the word, in this case or in small letters; a possessive is its word."""
    bare = word.removesuffix("’s").removesuffix("'s")
    return bare in vocabulary or bare.lower() in vocabulary


def _added(_article: Article) -> frozenset[str]:
    return in_force().words


MARKER = Marker("vocabulary", _added)
