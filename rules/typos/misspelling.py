"""A word that no dictionary holds, one slip of the keyboard away from a common one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from verify import Article, Flag, rule
from verify.lexicon.given import is_given, is_surname
from verify.lexicon.late import late
from verify.lexicon.proper import proper_slips
from verify.lexicon.slips import Mended, certain, mended
from verify.lexicon.words import common_among, is_common, is_word, zipf
from verify.mark.vocabulary import accepted
from verify.model.document import PROSE

_WORD = late(r"[^\W\d_]+")
_OPENING = late(
    r"(?:^|(?<!\b[A-Z][a-z])(?<!\bMrs)[.!?][”\"’]? [“\"]?)([A-Z][a-z]{2,})(?=,? [a-z])", re.MULTILINE
)
_LEAST = 3
_NEW = 3
"""So often in one story, a word is no slip."""
_ODD, _ODD_SHARE = 20, 0.12
"""Copy with more unknown words than this, and a greater share of them, is not English."""
_QUOTED, _HALF, _HALF_LENGTH = 2.5, 3.4, 7
"""How sure a slip must be in a quote, and in half of a compound or at a start; and how long that word is."""
_PLAIN = 5.0
"""A slip this sure is one, whatever stands beside it."""
_IN_USE = 3.5
"""A word this common is no foreign one, though no dictionary holds it ("tech")."""
_OPENS = frozenset(" \t\n\u00a0\u2009(—–―“‘\"'/-")
_CLOSES = frozenset(' \t\n\u00a0\u2009.,;:!?)—–―”"…-')
_FOREIGN = frozenset(
    "al bin da das de del della der den des di die do dos du e el en et ibn la las le les los por und "
    "van von y".split()
)
_NEXT = late(r"(?:,| and| or)? ([^\W\d_]+)")
_BEFORE = late(r"(?<![^\W\d_])([^\W\d_]+)(?:,| and| or)? $")
_POSSESSIVE = late(r"[’'](?:s(?![^\W_])|(?![^\W_]))")
_SIC = late(r"[”’\"']?\s?[\[(]sic\b")
_GLOSSED = late(r"[”\"]?,? (?:\([a-z“\"]|(?:or|meaning) [“\"])")
_NAMED = late(r"\b(?:called|dubbed|known as|named|nicknamed|termed|the (?:term|verb|word)) [“‘\"']?$")
_NEAR = 30
_ADDRESS = late(r"[^\s@]*@")


class Options(Struct, frozen=True):
    """What the desk may set."""

    quotes: bool = True
    """Also read between quotation marks: what was spoken has no spelling but the paper's."""


@rule(
    severity="error",
    since="0.1",
    needs={"quotations", "vocabulary"},
    advice="Spell the word as it was meant.",
    options=Options,
)
def misspelling(article: Article, options: Options) -> Iterator[Flag]:
    """A word is misspelt by a slip of the keyboard."""
    text = article.text
    counts = Counter(_WORD.findall(text))
    once = [word for word, count in counts.items() if count == 1 and word < "a"]
    slips = _slips(text, counts) | _opening_slips(text, counts) | dict(proper_slips(once, text))
    known = article.vocabulary
    slips = {word: slip for word, slip in slips.items() if not (known and accepted(word, known))}
    if not slips:
        return
    places = sorted(place for word in slips for place in _standing_alone(text, word))
    for block in article.zoned("headline", *PROSE):
        for start, end in places:
            if not (block.start <= start and end <= block.end):
                continue
            word = text[start:end]
            slip = slips[word]
            if not _in_prose(text, start, end, slip.gap) or _foreign(text, start, end, slip.gap):
                continue
            quoted = article.quoted(start, end)
            if quoted and not (options.quotes and slip.gap >= _QUOTED):
                continue
            yield Flag(
                (start, end),
                f"“{word}” looks like a slip for “{slip.words[0]}”",
                advice="Mend it if the slip is yours; if the source wrote it so, paraphrase."
                if quoted
                else "",
                fixes=slip.words,
                safe=certain(word) == slip.words[0] and not quoted and not _foreign(text, start, end, 0.0),
                confidence=0.8 if quoted else 0.9,
            )


def _standing_alone(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Where the word stands, as a word of its own."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            yield start, end
        start = text.find(word, end)


def _slips(text: str, counts: Counter[str]) -> dict[str, Mended]:
    """The lower-case words that look misspelt, each with what it may stand for."""
    odd = [
        word
        for word in counts.keys() - common_among(counts.keys())
        if word.islower() and word.isascii() and len(word) >= _LEAST
    ]
    if len(odd) > max(_ODD, _ODD_SHARE * len(counts)):
        return {}
    found = {}
    for word in odd:
        # Used again and again it is a word; with a capital elsewhere a name, in capitals an abbreviation.
        elsewhere = counts[word.capitalize()] or counts[word.upper()] or counts[f"{word}s"]
        if word[-1] == "n" and (f"{word}’t" in text or f"{word}'t" in text):
            continue  # half of "wasn’t", as most that dictionaries lack
        if counts[word] < _NEW and not elsewhere and (slip := mended(word, counts.keys())):
            found[word] = slip
    return found


def _opening_slips(text: str, counts: Counter[str]) -> dict[str, Mended]:
    """The words with the capital of a sentence's start that look misspelt and are no names."""
    found = {}
    for match in _OPENING.finditer(text):
        word, lower = match[1], match[1].lower()
        if counts[word] > 1 or counts[lower] or is_common(lower) or is_surname(word) or is_given(word):
            continue
        slip = mended(lower, counts.keys())
        # A short word nobody knows is a name more often than not.
        if slip and slip.gap >= (_HALF if len(word) >= _HALF_LENGTH else _PLAIN):
            found[word] = replace(slip, words=tuple(fix.capitalize() for fix in slip.words))
    return found


def _in_prose(text: str, start: int, end: int, gap: float) -> bool:
    """Whether the word stands in running copy: not in a link, a handle, markup or cut at a line's end."""
    before, far, further = text[start - 1 : start], text[start - 2 : start - 1], text[start - 3 : start - 2]
    after, beyond = text[end : end + 1], text[end + 1 : end + 2]
    if after in ("’", "'") and (possessive := _POSSESSIVE.match(text, end)):
        stop = possessive.end()
        after, beyond = text[stop : stop + 1], text[stop + 1 : stop + 2]
    if before == "-" and far != "-":
        return far.isalpha() and gap >= _HALF and end - start >= _HALF_LENGTH
    if after == "-" and beyond != "-":
        return beyond.isalpha() and gap >= _HALF and end - start >= _HALF_LENGTH
    if (before and before not in _OPENS) or (after and after not in _CLOSES):
        return False
    if (before in ("’", "'") and far.isalnum()) or _ADDRESS.match(text, end, end + _NEAR):
        return False
    cut = before.isspace() and far == "-" and further.isalpha()
    markup = (before in ('"', "'") and far == "=") or (after in (".", ":") and beyond.isalnum())
    return not (cut or markup)


def _foreign(text: str, start: int, end: int, gap: float) -> bool:
    """Whether the word is explained or marked as the source's own, or the word beside it is foreign."""
    near = max(0, start - _NEAR)
    if _SIC.match(text, end):
        return True
    bracketed = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    if gap < _PLAIN and (bracketed or _GLOSSED.match(text, end) or _NAMED.search(text, near, start)):
        return True
    for beside in (_BEFORE.search(text, near, start), _NEXT.match(text, end, end + _NEAR)):
        word = beside[1] if beside else ""
        if word in _FOREIGN:
            return True
        if gap < _PLAIN and len(word) >= _LEAST and word.islower() and word.isascii() and _unheard_of(word):
            return True
    return False


def _unheard_of(word: str) -> bool:
    """Whether neither dictionary nor use knows the word, nor a slip explains it."""
    if is_common(word) or is_word(word) or zipf(word) >= _IN_USE:
        return False
    slip = mended(word)
    return slip is None or slip.gap < _HALF
