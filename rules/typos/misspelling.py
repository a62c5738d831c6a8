"""A word that no dictionary holds, one slip of the keyboard away from a common one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from verify import Article, Flag, rule
from verify.lexicon.given import is_given, is_surname
from verify.lexicon.slips import Mended, mended
from verify.lexicon.words import common, is_word, zipf

_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 3
_NEW = 3
"""So often in one story, a word is no slip."""
_ODD, _ODD_SHARE = 20, 0.12
"""Copy with more unknown words than this, and a greater share of them, is not English."""
_QUOTED, _HALF, _HALF_LENGTH = 2.5, 3.4, 7
"""How sure a slip must be in a quote, and in half of a compound with a hyphen; and how long that half is."""
_PLAIN = 5.0
"""A slip this sure is one, whatever stands beside it."""
_IN_USE = 3.5
"""A word this common is no foreign one, though no dictionary holds it ("tech")."""
_OPENS, _CLOSES = frozenset(" \t\n\u00a0\u2009(—–―“‘\"'/"), frozenset(" \t\n\u00a0\u2009.,;:!?)—–―”’\"'…")
_COPY = frozenset(("headline", "body", "list", "caption"))
_FOREIGN = frozenset(
    "al bin da das de del della der den des di die do dos du e el en et ibn la las le les los por und van von y".split()
)
_OPENING = re.compile(r"(?:^|[.!?][”\"’]? [“\"]?)([A-Z][a-z]{2,})(?= [a-z])", re.MULTILINE)
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
    slips = _slips(counts) | _opening_slips(text, counts)
    if not slips:
        return
    for match in re.finditer(rf"(?<![^\W_])(?:{'|'.join(sorted(slips))})(?![^\W_])", text):
        start, end = match.span()
        word, slip = match[0], slips[match[0]]
        if not (_in_copy(article, start) and _in_prose(text, start, end, slip.gap)) or _abroad(text, start, end, slip.gap):
            continue
        quoted = article.quoted(start, end)
        if quoted and not (options.quotes and slip.gap >= _QUOTED):
            continue
        yield Flag(
            (start, end),
            f"“{word}” looks like a slip for “{slip.words[0]}”",
            advice="Mend it if the slip is yours; if the source wrote it so, paraphrase." if quoted else "",
            fixes=slip.words,
            confidence=0.8 if quoted else 0.9,
        )


def _slips(counts: Counter[str]) -> dict[str, Mended]:
    """The lower-case words that look misspelt, each with what it may stand for."""
    odd = [word for word in counts.keys() - common() if word.islower() and word.isascii() and len(word) >= _LEAST]
    if len(odd) > max(_ODD, _ODD_SHARE * len(counts)):
        return {}
    found = {}
    for word in sorted(odd):
        # Used again and again it is a word; with a capital elsewhere a name, in capitals an abbreviation.
        if counts[word] < _NEW and not (counts[word.capitalize()] or counts[word.upper()] or counts[f"{word}s"]):
            slip = mended(word, counts.keys())
            if slip:
                found[word] = slip
    return found


def _opening_slips(text: str, counts: Counter[str]) -> dict[str, Mended]:
    """The words with a capital for the start of a sentence that look misspelt and are no names."""
    found = {}
    for match in _OPENING.finditer(text):
        word, lower = match[1], match[1].lower()
        if counts[word] == 1 and not counts[lower] and lower not in common() and not is_surname(word):
            slip = mended(lower, counts.keys())
            if slip and slip.gap >= _HALF and not is_given(word):
                found[word] = slip._replace(words=tuple(fix.capitalize() for fix in slip.words))
    return found


def _in_copy(article: Article, at: int) -> bool:
    index = bisect_right(article.blocks, at, key=lambda block: block.start) - 1
    return index >= 0 and at < article.blocks[index].end and article.blocks[index].zone in _COPY


def _in_prose(text: str, start: int, end: int, gap: float) -> bool:
    """Whether the word stands between words, not in a link, a handle, markup or a word broken at a line's end."""
    before, after = text[start - 1 : start], text[end : end + 1]
    far, further = text[start - 2 : start - 1], text[start - 3 : start - 2]
    if (before == "-" and far != "-") or (after == "-" and text[end + 1 : end + 2] != "-"):
        beyond = text[end + 1 : end + 2] if after == "-" else far
        return beyond.isalpha() and gap >= _HALF and end - start >= _HALF_LENGTH
    if before and before not in _OPENS and before != "-":
        return False
    if (before.isspace() and far == "-" and further.isalpha()) or (before in ('"', "'") and far == "="):
        return False
    if after in ("’", "'"):
        tail = text[end + 1 : end + 3]
        return not tail[:1].isalnum() or (tail[:1] == "s" and not tail[1:].isalnum())
    return not after or after == "-" or (after in _CLOSES and not (after in ".:" and text[end + 1 : end + 2].isalnum()))


def _abroad(text: str, start: int, end: int, gap: float) -> bool:
    """Whether the word beside it is foreign too, or the word is marked as the source's own."""
    if _SIC.match(text, end):
        return True
    for beside in (_BEFORE.search(text, max(0, start - _NEAR), start), _NEXT.match(text, end, end + _NEAR)):
        word = beside[1] if beside else ""
        if word in _FOREIGN:
            return True
        if gap < _PLAIN and word.islower() and word.isascii() and len(word) >= _LEAST and word not in common():
            slip = mended(word)
            if zipf(word) < _IN_USE and not is_word(word) and (slip is None or slip.gap < _HALF):
                return True
    return False
