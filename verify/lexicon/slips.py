"""Slips of the keyboard: what a misspelt word was meant to be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from verify.lexicon.formation import built
from verify.lexicon.late import late
from verify.lexicon.words import Book, common, common_among, is_common, is_word, zipf

Slip = Literal["swapped", "doubled", "halved", "dropped", "added", "beside", "replaced"]

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_BESIDE = {
    key: frozenset(beside)
    for key, beside in zip(
        "qwertyuiopasdfghjklzxcvbnm",
        "wa qeas wrsd etdf ryfg tugh yihj uojk ipkl ol qwsz awedzx serfxc drtgcv ftyhvb gyujbn huiknm"
        " jiolm kop asx zsdc xdfv cfgb vghn bhjm njk".split(),
        strict=True,
    )
}
"""The keys around each key of the keyboard."""
_VOWELS = frozenset("aeiou")
_DRAWN_OUT = late(r"(.)\1(?:\1\1|\1$)")
"""Letters often in a row are meant: "sooo", "hmmmm"; but a long word may end in one too many: "stilll"."""

# All that follows is measured in tenfolds of frequency, as zipf() is.
_RARE, _UNUSUAL, _OBSCURE = 3.6, 2.5, 1.7
"""How common a slip may be, at most: any, one that needs no closer look, one that the dictionary holds."""
_GAP, _FAR, _WIDE, _WIDER = 2.2, 3.2, 4.0, 5.0
"""How much likelier what was meant must be: for most words, doubtful ones, and what may be right."""
_IN_STORY = 0.8
"""What it adds to a word's likelihood that the story uses it elsewhere."""
_CERTAIN = 9.0
_SHORT, _LONG, _LONGEST = 4, 8, 40
_FIXES = 3
_HEAD, _TAIL = 4, 3
_LOST_LEAST, _LOST_MOST = 2, 4
"""Letters that a word keeps at its head and tail, and that it may lose between them."""


class Meant(Struct, frozen=True):
    """A word that a misspelt one may stand for; `score` weighs how common it is and how easy the slip."""

    word: str
    score: float
    slip: Slip


class Mended(Struct, frozen=True):
    """What a word was meant to be, likeliest first; `gap` is how much likelier that is than the word."""

    words: tuple[str, ...]
    gap: float


def mended(word: str, story: Collection[str] = ()) -> Mended | None:
    """What a lower-case word was meant to be, or None where it may be right as it stands.

    `story` holds the words of the article; what stands there is the likelier to be meant.
    """
    if len(word) > _LONGEST or not (word.isascii() and word.isalpha() and word.islower()):
        return None
    if fix := known(word):
        return Mended((fix,), _CERTAIN)
    often, spelt = zipf(word), is_word(word)
    if often >= _RARE or (spelt and often > _OBSCURE) or _drawn_out(word):
        return None
    near = meant(word, story) or _shortened(word)
    if not near:
        return None
    best = near[0]
    gap = best.score - often
    enough = _GAP
    if spelt:
        enough = _WIDE
    elif often > _UNUSUAL or len(word) < _SHORT:
        enough = _FAR
    if (spelt or built(word)) and best.slip not in ("swapped", "doubled", "halved"):
        # "uniter" is new, not "united"; only an easy slip can still outweigh that ("parters").
        enough = _WIDE if best.slip == "dropped" else _WIDER if best.slip == "beside" else _CERTAIN
    if gap < enough:
        return None
    return Mended(tuple(one.word for one in near[:_FIXES] if one.score >= best.score - _GAP), gap)


def _drawn_out(word: str) -> bool:
    return _DRAWN_OUT.search(word) is not None and not (len(word) > _SHORT + 1 and is_common(word[:-1]))


def _shortened(word: str) -> list[Meant]:
    """The one long word that lost two to four letters in a row, head and tail kept: "testerone"."""
    if len(word) < _LONG or built(word):
        return []
    words, head = _in_order(), word[:_HEAD]
    first = bisect_left(words, head)
    found = [
        whole
        for whole in words[first : bisect_left(words, head[:-1] + chr(ord(head[-1]) + 1))]
        if _LOST_LEAST <= len(whole) - len(word) <= _LOST_MOST and _lacks_a_run(whole, word)
    ]
    return [Meant(found[0], zipf(found[0]) - 1.0, "dropped")] if len(found) == 1 else []


def _lacks_a_run(whole: str, word: str) -> bool:
    """Whether the word is the whole one without one run of its letters, at least three of its tail kept."""
    lost = len(whole) - len(word)
    return any(whole[:at] + whole[at + lost :] == word for at in range(_HEAD, len(word) - _TAIL + 1))


def meant(word: str, story: Collection[str] = ()) -> list[Meant]:
    """The words one slip away from a lower-case word, best first; those of the story gain."""
    ranked = [replace(one, score=one.score + _IN_STORY) if one.word in story else one for one in _near(word)]
    if not ranked and story:
        # What the story says elsewhere may be a word that dictionaries lack.
        ranked = [
            Meant(near, zipf(near) + ease + _IN_STORY, slip)
            for near in _one_slip_away(word).intersection(story)
            for ease, slip in (_ease(word, near),)
        ]
    ranked.sort(key=lambda one: (-one.score, one.word))
    return ranked


def slip_between(word: str, near: str) -> Slip | None:
    """The slip that makes the word of another, or None where it takes more than one; both in lower case."""
    return _ease(word, near)[1] if near in _one_slip_away(word) else None


def known(word: str) -> str:
    """What a well-known misspelling stands for, or an empty string."""
    return _known().entry(word.encode("ascii")).decode("ascii") if word.isascii() and word.isalpha() else ""


def certain(word: str) -> str:
    """What a word can only have been meant to be, or an empty string, as for any that has a capital.

    One common word lies a slip away, and no other comes near it; and either the list of well-known
    misspellings says the same, or two letters are swapped in a word that hardly anyone writes. The list
    alone will not do (it has "windshield" for "windsheilds"), nor will the slip ("seeings" may be meant).
    """
    if not word.islower() or len(word) < _SHORT or is_word(word) or built(word):
        return ""
    near = meant(word)
    if not near or any(near[0].score - other.score <= _GAP for other in near[1:]):
        return ""
    best = near[0]
    swapped = best.slip == "swapped" and best.score - zipf(word) >= _WIDE
    return best.word if swapped or known(word) == best.word else ""


@lru_cache(maxsize=4096)
def _near(word: str) -> tuple[Meant, ...]:
    """Every common word one slip away, with the slip that leads from it to the word."""
    strings = _one_slip_away(word)
    nears = common_among(strings)
    if not nears and len(word) >= _LONG and not built(word):
        # Hardly any string this long is a word by chance, so that a rare one will do.
        nears = {near for near in strings if is_word(near)}
    return tuple(
        Meant(near, zipf(near) + ease, slip) for near in sorted(nears) for ease, slip in (_ease(word, near),)
    )


def _one_slip_away(word: str) -> set[str]:
    parts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    strings = {head + tail[1] + tail[0] + tail[2:] for head, tail in parts if len(tail) > 1}
    strings.update(head + tail[1:] for head, tail in parts if tail)
    for letter in _LETTERS:
        strings.update([head + letter + tail for head, tail in parts])
        strings.update([head + letter + tail[1:] for head, tail in parts if tail])
    strings.discard(word)
    return strings


def _ease(word: str, near: str) -> tuple[float, Slip]:
    """How easily the near word comes out as the word, and by which slip; nought is a key left out."""
    at = next(
        (i for i, (a, b) in enumerate(zip(word, near, strict=False)) if a != b), min(len(word), len(near))
    )
    first = 1.0 if at == 0 else 0.0
    if len(near) > len(word):
        pair = near[at] == near[at - 1 : at]
        return (0.6, "halved") if pair else (-first / 2, "dropped")
    if len(near) < len(word):
        if word[at] == word[at - 1 : at]:
            return 1.0, "doubled"
        beside = _BESIDE[word[at]]
        return (
            0.2 if word[at - 1 : at] in beside or word[at + 1 : at + 2] in beside else -0.6
        ) - first / 2, "added"
    if word[at + 2 :] == near[at + 2 :] and word[at : at + 2] == near[at : at + 2][::-1]:
        return 1.0, "swapped"
    if near[at] in _BESIDE[word[at]]:
        return 0.3 - first, "beside"
    return (0.0 if word[at] in _VOWELS and near[at] in _VOWELS else -1.0) - first, "replaced"


@cache
def _in_order() -> list[str]:
    return sorted(common())


@cache
def _known() -> Book:
    return Book.opened("misspellings.bin")
