"""The words of a quote as the sources are asked for them, and when two wordings are one in two spellings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from verify.lexicon.late import late
from verify.lexicon.varieties import spellings
from verify.mark.transcripts.fold import FILLERS, folded

_TOKEN = late(
    r"\[sic\]|\[(?P<letter>[^\W\d_])\](?P<rest>[^\W_]+(?:[’'‘][^\W_]+)*)"
    r"|(?P<cut>\[[^\]\n]{0,200}\](?:[^\W_]+)?|\([^)\n]{0,200}\)|…|\.(?: ?\.){1,5})"
    r"|(?P<word>[^\W_]+(?:[’'‘][^\W_]+)*|%)(?P<ending>\[[^\]\n]{1,40}\])?",
    re.IGNORECASE,
)
_PLAIN = late(r"[^\W_]+(?:[’'‘][^\W_]+)*|%")
_ONE = str.maketrans("’‘", "''")
_ENDINGS = {"ve": "have", "re": "are", "ll": "will", "m": "am"}
_FULL = {
    "can't": "cannot", "won't": "willnot", "shan't": "shallnot", "gonna": "goingto", "wanna": "wantto",
    "gotta": "gotto", "%": "percent", "okay": "ok", "cos": "because", "till": "until",
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "mr": "mister", "dr": "doctor",
}  # fmt: skip
"""What houses and transcribers write in two ways: short forms of speech, numbers, the sign of percent."""
_NEGATIONS = frozenset(
    ("not", "no", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "without", "cannot")
)


class Word(NamedTuple):
    """A word in lower case with its place."""

    low: str
    start: int
    end: int


def stretches(text: str, start: int, end: int) -> Iterator[list[Word]]:
    """The words of a quote, a list for each stretch between ellipses and words put in by the writer.

    “[W]e” is a word as it was, and “[sic]” says that the words before it are; “walk[ed]” is the writer’s.
    """
    words: list[Word] = []
    for found in _TOKEN.finditer(text, start, end):
        if found["cut"] or found["ending"]:
            if words:
                yield words
            words = []
        elif found["letter"]:
            words.append(Word(_low(found["letter"] + found["rest"]), *found.span()))
        elif found["word"] and found["word"].lower() not in FILLERS:
            words.append(Word(_low(found["word"]), *found.span("word")))
    if words:
        yield words


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words of a stretch of a source, an “um” left out."""
    words = (Word(_low(found[0]), *found.span()) for found in _PLAIN.finditer(text, start, end))
    return [word for word in words if word.low not in FILLERS]


def letters(words: Iterable[Word]) -> bytes:
    """The words run together as they stand in a folded text."""
    return folded("".join(word.low for word in words))


def plain(words: Iterable[Word]) -> str:
    """The letters of the words in one spelling, short forms written out: equal where the words are."""
    return "".join(_written_out(word.low for word in words))


def otherwise(words: Iterable[Word]) -> bytes:
    """The words as folded letters, each in the other variety of English where it has two spellings."""
    table = spellings()
    return folded("".join(table[word.low].other if word.low in table else word.low for word in words))


def negations(words: Iterable[Word]) -> int:
    """How many of the words say “not”, short forms included."""
    return sum(word.low in _NEGATIONS or word.low.endswith("n't") for word in words)


def _written_out(words: Iterable[str]) -> Iterator[str]:
    table = spellings()
    for word in words:
        if word in _FULL:
            yield _FULL[word]
            continue
        stem, mark, ending = word.rpartition("'")
        if mark and ending == "t" and stem.endswith("n"):
            yield from (stem[:-1], "not")
        elif mark:
            yield from (stem, _ENDINGS.get(ending, ending))
        elif word in table and table[word].variety in ("gb", "ise"):
            yield table[word].other
        else:
            yield _bare(word)


def _bare(word: str) -> str:
    """The word without accents."""
    if word.isascii():
        return word
    return "".join(mark for mark in unicodedata.normalize("NFD", word) if not unicodedata.combining(mark))


def _low(word: str) -> str:
    return word.lower().translate(_ONE)
