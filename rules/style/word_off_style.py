"""Words for which the house style has others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from verify import Article, Flag, rule

from .prose import written


@rule(
    severity="warning",
    since="0.1",
    needs={"quotations"},
    points={"words.instead"},
    advice="Write the word that the house style prefers.",
)
def word_off_style(article: Article) -> Iterator[Flag]:
    """A word stands for which the house style has another."""
    instead = article.profile.words.instead
    for found in written(article, _any_of(tuple(instead))):
        right = instead[found[0]]
        yield Flag(
            found.span(),
            f"“{found[0]}”, but the house style has “{right}”",
            fixes=(right,),
            safe=_same_word(found[0], right),
        )


@lru_cache(maxsize=8)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """The words as they stand, the longest first; a capital makes a name of one."""
    ranked = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<![\w@#/.’'-])(?:{ranked})(?![\w@’'-]|\.\w|/\w)")


def _same_word(one: str, other: str) -> bool:
    """Whether two forms are one word written in two ways: towards and toward, e-mail and email."""
    plain, right = (word.replace("-", "").replace(" ", "").lower() for word in (one, other))
    return plain == right or plain in (right + "s", right + "st") or right == plain + "s"
