"""Packs words.bin, common.txt and misspellings.bin; run by hand: python -m verify.learn.words.

    python -m verify.learn.words SCOWL_FOLDER TYPOS_SOURCE

SCOWL_FOLDER is the folder dict/scowl of Debian's package `scowl`; TYPOS_SOURCE the file
crates/typos-dict/src/word_codegen.rs of the source distribution of the package `typos`. Needs wordfreq.
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from unicodedata import combining, normalize

from verify.lexicon.words import BLOCK, COMMON, GB, SPELT, US, ZERO

_DATA = Path(__file__).parents[1] / "lexicon" / "data"
_SIZE = 70
"""SCOWL's "large": words that most dictionaries hold."""
_AMERICAN = frozenset(("american", "variant_1", "variant_2"))
_BRITISH = frozenset(
    ("british", "british_z", "british_variant_1", "british_variant_2", "australian", "canadian")
)
_RAREST = 1.5
"""A word outside the dictionary is kept from this frequency on: names, foreign and new words."""
_COMMON = 2.5
_MENDED = 2.5
"""A known misspelling is kept where what was meant is at least this common."""
_HARD = 2
"""How many slips of the keyboard keep a misspelling from being found by rule."""


def main() -> None:
    """Write the packed files; the same input gives the same bytes."""
    spelt = spelling(Path(sys.argv[1]))
    often = frequency()
    words = {word for word in often if often[word] >= _RAREST} | spelt.keys()
    daily = sorted(word for word in spelt if often.get(word, 0.0) >= _COMMON)
    flags = {**spelt, **{word: spelt[word] | COMMON for word in daily}}
    (_DATA / "words.bin").write_bytes(packed(figures(words, often, flags)))
    (_DATA / "common.txt").write_text("\n".join(daily) + "\n", encoding="ascii")
    ours = (line.partition(" ") for line in _own("slips.txt"))
    slips = {
        **dict(misspellings(Path(sys.argv[2]), often, spelt)),
        **{wrong: right for wrong, _, right in ours},
    }
    (_DATA / "misspellings.bin").write_bytes(packed(slips))
    print(f"{len(words)} words, {len(daily)} common, {len(slips)} misspellings")  # noqa: T201


def spelling(folder: Path) -> dict[str, int]:
    """The words of the dictionary with their flags."""
    kinds: dict[str, set[str]] = {}
    for path in folder.iterdir():
        name = re.fullmatch(r"(\w+)-words\.(\d+)", path.name)
        if not name or int(name[2]) > _SIZE or name[1] == "variant_3":
            continue
        for entry in path.read_text(encoding="utf-8").split():
            # Copy often drops accents: "naivete", "fiance".
            word = "".join(letter for letter in normalize("NFKD", entry) if not combining(letter))
            if word.isascii() and word.isalpha() and word.islower():
                kinds.setdefault(word, set()).add(name[1])
    for word in " ".join(_own("loans.txt")).split():
        kinds.setdefault(word, {"english"})
    flags = {}
    for word, of in kinds.items():
        ours, theirs = "english" in of or bool(of & _AMERICAN), "english" in of or bool(of & _BRITISH)
        flags[word] = SPELT | (0 if theirs else US) | (0 if ours else GB)
    return flags


def _own(name: str) -> list[str]:
    """The lines of a file written for this project, its comments left out."""
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def frequency() -> dict[str, float]:
    """The frequency of every plain word that wordfreq's large English list holds."""
    import wordfreq

    counts: dict[str, float] = wordfreq.get_frequency_dict("en", wordlist="large")
    return {
        word: math.log10(share) + 9 for word, share in counts.items() if word.isascii() and word.isalpha()
    }


def figures(words: Iterable[str], often: Mapping[str, float], flags: Mapping[str, int]) -> dict[str, str]:
    """What words.bin says of each of the words: two characters, its frequency and its flags."""
    return {
        word: f"{chr(ZERO + round(often.get(word, 0.0) * 10))}{chr(ord('0') + flags.get(word, 0))}"
        for word in words
    }


def packed(said: Mapping[str, str]) -> bytes:
    """A book: words with what is said of each, as sorted lines in blocks of equal size."""
    firsts: list[bytes] = []
    blocks = [b""]
    for word in sorted(said):
        line = f"\n{word} {said[word]}".encode("ascii")
        # Every line of a block has an end.
        if not firsts or len(blocks[-1]) + len(line) >= BLOCK:
            firsts.append(word.encode("ascii"))
            blocks.append(b"")
        blocks[-1] += line
    return b" ".join(firsts) + b"\n" + b"".join(block.ljust(BLOCK, b"\n") for block in blocks[1:])


def misspellings(
    source: Path, often: Mapping[str, float], spelt: Mapping[str, int]
) -> Iterator[tuple[str, str]]:
    """Known misspellings that the rule could not undo by itself, each with what was meant."""
    from rapidfuzz.distance import OSA

    for wrong, fixes in re.findall(
        r'InsensitiveStr::Ascii\("([a-z]+)"\),\s*&\[(.*?)\]', source.read_text(encoding="utf-8"), re.DOTALL
    ):
        right = [fix for fix in re.findall(r'"([a-z]+)"', fixes) if often.get(fix, 0.0) >= _MENDED]
        if len(right) != 1 or wrong in spelt or often.get(wrong, 0.0) >= _RAREST or right[0] not in spelt:
            continue
        slips = OSA.distance(wrong, right[0])
        # Two slips are believed in a word of six letters, three in one of nine.
        if _HARD <= slips <= len(wrong) // 3 and wrong[0] == right[0][0]:
            yield wrong, right[0]


if __name__ == "__main__":
    main()
