"""Slips of the keyboard: the common words that a misspelt one may have been meant for."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from verify.lexicon.formation import built
from verify.lexicon.words import common, is_word, zipf

_DATA = Path(__file__).parent / "data"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_BESIDE = {
    key: frozenset(beside)
    for key, beside in zip(
        "qwertyuiopasdfghjklzxcvbnm",
        "wa qeas wrsd etdf ryfg tugh yihj uojk ipkl ol qwsz awedzx serfxc drtgcv ftyhvb gyujbn huiknm jiolm kop"
        " asx zsdc xdfv cfgb vghn bhjm njk".split(),
        strict=True,
    )
}
"""The keys around each key of the keyboard."""
_VOWELS = frozenset("aeiou")
_IN_STORY = 0.8
"""What it adds to the likelihood of a word that the story itself uses it elsewhere."""


_DRAWN_OUT = re.compile(r"(.)\1\1")
"""Letters thrice in a row are meant: "sooo", "hmmm"."""
_RARE, _UNUSUAL, _OBSCURE = 3.0, 2.5, 1.7
"""How common a word outside the dictionary may be, at most, to be a slip; and one that the dictionary holds."""
_GAP, _FAR, _WIDE = 2.0, 3.3, 4.0
"""By how many tenfolds what was meant is commoner: for most words, for doubtful ones, for those in the dictionary."""
_SHORT, _LONG = 4, 8
_FIXES = 3


class Meant(NamedTuple):
    """A word that a misspelt one may stand for; `score` weighs how common it is and how easy the slip."""

    word: str
    score: float
    slip: str


def mended(word: str, story: Collection[str] = ()) -> list[str]:
    """What a lower-case word was meant to be, likeliest first; empty where it may be right as it stands.

    `story` holds the other words of the article; what stands there is the likelier to be meant.
    """
    often, spelt = zipf(word), is_word(word)
    if often > _RARE or (spelt and often > _OBSCURE) or _DRAWN_OUT.search(word):
        return []
    if not spelt and (fix := known(word)):
        return [fix]
    near = meant(word, story)
    if not near:
        return []
    best = near[0]
    gap = best.score - often
    if spelt:
        enough = _WIDE
    elif often > _UNUSUAL or len(word) < _SHORT:
        enough = _FAR
    elif best.slip in ("added", "replaced", "dropped") and built(word):
        enough = _WIDE + 0.2
    else:
        enough = _GAP
    if gap < enough or (spelt and best.slip == "added") or word[:-1] == best.word:
        return []
    return [one.word for one in near[:_FIXES] if one.score >= best.score - _GAP]


def meant(word: str, story: Collection[str] = ()) -> list[Meant]:
    """The words one slip away from a lower-case word, best first; those of the story gain."""
    ranked = [one._replace(score=one.score + _IN_STORY) if one.word in story else one for one in _near(word)]
    if not ranked:
        # What the story says again and again may be a word that dictionaries lack.
        ranked = [
            Meant(near, zipf(near) + ease + _IN_STORY, slip)
            for near, (ease, slip) in _slips(word).items()
            if near in story and near.islower()
        ]
    ranked.sort(key=lambda one: (-one.score, one.word))
    return ranked


def known(word: str) -> str:
    """What a well-known misspelling stands for, or an empty string."""
    blob, key = _known(), word.encode("ascii", "ignore")
    found = blob.find(b"\n" + key + b" ")
    if found < 0 or not key:
        return ""
    start = found + len(key) + 2
    return blob[start : blob.index(b"\n", start)].decode("ascii")


@lru_cache(maxsize=4096)
def _near(word: str) -> tuple[Meant, ...]:
    """Every common word one slip away, with the easiest slip that leads from it to the word."""
    slips = _slips(word)
    nears = slips.keys() & common()
    if not nears and len(word) >= _LONG:
        # Hardly any string this long is a word by chance, so that a rare one will do.
        nears = {near for near in slips if is_word(near)}
    return tuple(Meant(near, zipf(near) + slips[near][0], slips[near][1]) for near in sorted(nears))


def _slips(word: str) -> dict[str, tuple[float, str]]:
    """Every string one slip away, with how easy that slip is, in tenfolds of frequency."""
    found: dict[str, tuple[float, str]] = {}

    def add(near: str, ease: float, slip: str) -> None:
        if near not in found or found[near][0] < ease:
            found[near] = (ease, slip)

    size = len(word)
    for at in range(size + 1):
        head, tail = word[:at], word[at:]
        before, here = head[-1:], tail[:1]
        for letter in _LETTERS:
            # A letter was left out: most easily one of a pair.
            pair = letter in (before, here)
            add(head + letter + tail, 0.6 if pair else 0.0, "halved" if pair else "dropped")
        if not tail:
            break
        rest = tail[1:]
        if here == before or here == rest[:1]:
            add(head + rest, 1.0, "doubled")
        else:
            add(head + rest, 0.2 if here in _BESIDE.get(before, ()) or here in _BESIDE.get(rest[:1], ()) else -0.6, "added")
        if rest and rest[0] != here:
            add(head + rest[0] + here + rest[1:], 1.0, "swapped")
        for letter in _LETTERS:
            if letter != here:
                ease = 0.3 if letter in _BESIDE[here] else 0.0 if {letter, here} <= _VOWELS else -1.0
                add(head + letter + rest, ease if at else ease - 1.0, "replaced")
    found.pop(word, None)
    return found


@cache
def _known() -> bytes:
    return b"\n" + (_DATA / "misspellings.txt").read_bytes()
