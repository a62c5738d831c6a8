"""The words that a house knows to be right: files of one word a line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from verify.model.finding import Problem

_WORD = r"[^\W\d_]+(?:[’'-][^\W\d_]+)*"
_HEAD = "# Words that are spelt right, one a line. Small letters stand for any case.\n"


class Words(Struct, frozen=True):
    """The words of some files, and what was wrong in them."""

    words: frozenset[str]
    problems: tuple[Problem, ...] = ()


def is_one(word: str) -> bool:
    """Whether it is one word, hyphens and apostrophes allowed inside."""
    return re.fullmatch(_WORD, word) is not None


def load(paths: Iterable[Path]) -> Words:
    """The words of the files; a line that is no word is told, and the others hold. "#" begins a comment."""
    words: set[str] = set()
    problems: list[Problem] = []
    for path in paths:
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except OSError as error:
            problems.append(Problem(str(path), f"cannot be read: {(error.strerror or str(error)).lower()}"))
            continue
        except UnicodeDecodeError as error:
            problems.append(Problem(str(path), f"is not UTF-8 (byte {error.start:,})"))
            continue
        for number, line in enumerate(text.splitlines(), 1):
            word = line.partition("#")[0].strip()
            if is_one(word):
                words.add(word)
            elif word:
                problems.append(Problem(f"{path}:{number}", f'"{word:.60}": expected one word a line'))
    return Words(frozenset(words), tuple(problems))


def add(path: Path, words: Iterable[str]) -> tuple[str, ...]:
    """Append the words that the file lacks, in their order; those that it has are left out of the answer.

    Raises OSError where it cannot be read or written, UnicodeDecodeError where it is no text of ours.
    """
    there = path.exists()
    text = path.read_bytes().decode("utf-8-sig") if there else _HEAD
    held = {line.partition("#")[0].strip() for line in text.splitlines()}
    new = tuple(word for word in dict.fromkeys(words) if word not in held)
    if new:
        # Appended, so that whatever else the file holds stays as it is.
        start = "" if text.endswith("\n") or not text else "\n"
        with path.open("a", encoding="utf-8", newline="") as file:
            file.write((start if there else _HEAD) + "".join(f"{word}\n" for word in new))
    return new
