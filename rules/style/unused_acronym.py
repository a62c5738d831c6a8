"""Abbreviations that are introduced and never used."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Flag, rule
from verify.lexicon.late import late

_INTRODUCED = late(
    r"\b(?P<name>[A-Z][\w’'&-]*(?: (?:of|for|and|the|on|in|to|de|[A-Z][\w’'&-]*)){1,9})"
    r" (?P<shown>\((?P<short>[A-Z]{2,8})\))"
)
_SHORT = late(r"(?<![A-Za-z])[A-Z]{2,8}(?![A-Za-z])")
_SMALL = frozenset(("of", "for", "and", "the", "on", "in", "to", "de"))


@rule(
    severity="info",
    since="0.1",
    needs={"quotations"},
    advice="Take the abbreviation out, or use it further down.",
)
def unused_acronym(article: Article) -> Iterator[Flag]:
    """An abbreviation is introduced in brackets and never used again."""
    last = {match[0]: match.start() for match in _SHORT.finditer(article.text)}
    for block in article.zoned("body", "list"):
        for match in _INTRODUCED.finditer(article.text, block.start, block.end):
            short = match["short"]
            if not _abbreviates(short, match["name"]) or article.quoted(*match.span("shown")):
                continue
            if last[short] < match.end():
                yield Flag(match.span("shown"), f"“{short}” is introduced here and not used again")


def _abbreviates(short: str, name: str) -> bool:
    """Whether the letters are the initials of the last words of the name, small words counted or not."""
    words = name.replace("-", " ").split()
    plain = "".join(word[0] for word in words if word not in _SMALL).upper()
    full = "".join(word[0] for word in words).upper()
    return plain.endswith(short) or full.endswith(short)
