"""A capital too many at the head of a word: the shift key was held too long."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify import Article, Flag, rule
from verify.lexicon.given import is_given, is_surname
from verify.lexicon.late import late
from verify.lexicon.words import is_common
from verify.model.document import PROSE

_TWO = late(r"(?<![\w@#/.&-])(?:[A-Z]{2}[a-z]{2,20}|THe)(?![\w@/&-])")
_WORD = late(r"[^\W\d_]+")


@rule(
    severity="error",
    since="0.1",
    needs={"quotations", "vocabulary"},
    advice="Write the second letter small.",
)
def stray_capital(article: Article) -> Iterator[Flag]:
    """A word begins with two capitals where it should begin with one."""
    words: set[str] | None = None
    for block in article.zoned("headline", *PROSE):
        for match in _TWO.finditer(article.text, block.start, block.end):
            right = match[0].capitalize()
            if words is None:
                words = set(_WORD.findall(article.text))
            known = right in words or is_given(right) or is_surname(right) or is_common(right.lower())
            if match[0] in article.vocabulary:
                continue
            if known and match[0][2:] not in words and match[0][:2] not in words:
                named = right in words or not is_common(right.lower())
                yield Flag(
                    match.span(),
                    f"“{match[0]}” has a capital too many",
                    fixes=(right if named else _plain(article, match),),
                    confidence=0.95,
                )


def _plain(article: Article, match: re.Match[str]) -> str:
    """A dictionary word, with a capital where a sentence begins."""
    before = article.text[max(0, match.start() - 3) : match.start()].rstrip(' “"‘(')
    return match[0].lower() if before[-1:].isalpha() or before[-1:] in ",;–—-" else match[0].capitalize()
