"""Finds names in lines where nearly every word has a capital, by what the story below them bears out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from verify.mark.naming.capitals import Word
from verify.mark.naming.kinds import read_run
from verify.mark.naming.known import Known, Name
from verify.mark.naming.places import PLACES
from verify.mark.naming.reading import fold
from verify.mark.naming.titles import title_before
from verify.model.document import Block

_SHARE = 0.6
_LINE = 150
_ENDS = '.!?”"’'
_LONG = 4
_PAIR = 2
_NAME = 3


def is_title_case(text: str, block: Block) -> bool:
    """Whether most longer words of a headline, or of a line as short as one, have a capital."""
    if block.zone != "headline" and (block.end - block.start >= _LINE or text[block.end - 1] in _ENDS):
        return False
    words = [
        word for word in text[block.start : block.end].split() if len(word) >= _LONG and word[0].isalpha()
    ]
    return bool(words) and sum(word[0].isupper() for word in words) > _SHARE * len(words)


def fills(words: Sequence[Word], block: Block) -> bool:
    """Whether a run is the whole of its line, as in a caption or byline that is one name."""
    whole = words[0].start <= block.start + 1 and words[-1].end >= block.end - 1
    return whole and len(words) <= _NAME


def in_headline(text: str, block: Block, words: Sequence[Word], known: Known) -> Iterator[Name]:
    """The names among the words of such a line."""
    index = 0
    while index < len(words):
        found = _pair(words[index : index + _PAIR], known)
        step = _PAIR
        if found is None:
            found, step = _single(words[index], known), 1
        index += step
        if found is not None and found.kind == "person":
            found = replace(found, title=title_before(text, block.start, found.start))
        if found is not None:
            yield found


def _pair(pair: Sequence[Word], known: Known) -> Name | None:
    """Two words that are one name."""
    if len(pair) < _PAIR or pair[1].gap.strip():
        return None
    first, second = pair
    start, end = first.start, second.end
    family = known.families.get(fold(second.text), "")
    if family and first.text in known.givens:
        return Name(start, end, "person", first.text, family, None)
    if f"{first.text} {second.text}" in PLACES:
        return Name(start, end, "place", "", "", None)
    reading = next(read_run(pair, forced=False), None)
    if reading is None or reading.kind != "person" or len(reading.words) < _PAIR or not reading.surname:
        return None
    return Name(start, end, "person", reading.given, reading.family, None)


def _single(word: Word, known: Known) -> Name | None:
    family = known.families.get(fold(word.text), "")
    if family and (" " not in family or word.gap.strip()):
        start = word.start - len(word.gap) if " " in family else word.start
        return Name(start, word.end, "person", "", family, None)
    if word.text in PLACES:
        return Name(word.start, word.end, "place", "", "", None)
    if word.text in known.givens:
        return Name(word.start, word.end, "person", word.text, "", None)
    return None
