"""A word that no dictionary holds, one slip of the keyboard away from a common one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from verify import Article, Flag, rule
from verify.lexicon.slips import mended
from verify.lexicon.words import common, is_word, zipf

_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 3
_NEW = 3
"""So often in one story, a word is no slip."""
_IN_USE = 3.5
"""A word this common is no foreign one, though no dictionary holds it ("tech")."""
_OPENS, _CLOSES = frozenset(" \t\n\u00a0\u2009(—–―“‘\"'/"), frozenset(" \t\n\u00a0\u2009.,;:!?)—–―”’\"'…")
_FOREIGN = frozenset(
    "al bin da das de del della der den des di die do dos du e el en et ibn la las le les los por und van von y".split()
)
_NEXT = re.compile(r" ([^\W\d_]+)")
_BEFORE = re.compile(r"([^\W\d_]+) $")
_SIC = re.compile(r"[”’\"']?\s?[\[(]sic\b")
_NEAR = 30


@dataclass(frozen=True, slots=True)
class Options:
    """What the desk may set."""

    quotes: bool = True
    """Also read between quotation marks: what was spoken has no spelling but the paper's."""


@rule(
    severity="error",
    since="0.1",
    needs={"quotations"},
    advice="Spell the word as it was meant.",
    options=Options,
)
def misspelling(article: Article, options: Options) -> Iterator[Flag]:
    """A word is misspelt by a slip of the keyboard."""
    text = article.text
    counts = Counter(_WORD.findall(text))
    for word, fixes in _slips(counts):
        for match in re.finditer(rf"(?<![^\W_]){word}(?![^\W_])", text):
            start, end = match.span()
            if not (_in_copy(article, start) and _in_prose(text, start, end)) or _abroad(text, start, end):
                continue
            quoted = article.quoted(start, end)
            if quoted and not options.quotes:
                continue
            yield Flag(
                (start, end),
                f"“{word}” looks like a slip for “{fixes[0]}”",
                advice="Mend it if the slip is yours; if the source wrote it so, paraphrase." if quoted else "",
                fixes=tuple(fixes),
                confidence=0.8 if quoted else 0.9,
            )


def _slips(counts: Counter[str]) -> Iterator[tuple[str, list[str]]]:
    """The lower-case words that look misspelt, each with what it may stand for."""
    for word, count in counts.items():
        if word in common() or not word.islower() or not word.isascii() or len(word) < _LEAST or count >= _NEW:
            continue
        # Written with a capital elsewhere it is a name, in capitals an abbreviation.
        if counts[word.capitalize()] or counts[word.upper()] or counts[f"{word}s"]:
            continue
        fixes = mended(word, counts.keys())
        if fixes:
            yield word, fixes


def _in_copy(article: Article, at: int) -> bool:
    zone = next((block.zone for block in article.blocks if block.start <= at < block.end), "furniture")
    return zone in ("headline", "body", "list", "caption")


def _in_prose(text: str, start: int, end: int) -> bool:
    """Whether the word stands between words, not in a link, a handle, markup or a word broken at a line's end."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before == "-":
        # "--word" is a dash, "well-word" half of a compound.
        if text[start - 2 : start - 1] != "-" and not text[start - 2 : start - 1].isalpha():
            return False
    elif before and before not in _OPENS:
        return False
    if before.isspace() and text[start - 2 : start - 1] == "-" and text[start - 3 : start - 2].isalpha():
        return False
    if before in "\"'" and text[start - 2 : start - 1] == "=":
        return False
    if after in ("-", "’", "'"):
        return not text[end + 1 : end + 2].isalnum() or (after != "-" and text[end + 1 : end + 3].rstrip(" .,;:?!") == "s")
    return not after or (after in _CLOSES and not (after in ".:" and text[end + 1 : end + 2].isalnum()))


def _abroad(text: str, start: int, end: int) -> bool:
    """Whether the word beside it is foreign too, or the word is marked as the source's own."""
    if _SIC.match(text, end):
        return True
    beside = (_BEFORE.search(text, max(0, start - _NEAR), start), _NEXT.match(text, end, end + _NEAR))
    for match in beside:
        word = match[1] if match else ""
        if word in _FOREIGN:
            return True
        if word.islower() and len(word) >= _LEAST and word not in common():
            if zipf(word) < _IN_USE and not is_word(word):
                return True
    return False
