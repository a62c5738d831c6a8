"""Words of like use, sorted into groups by their vectors, coarsely and finely (see data/README.md)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

_DATA = Path(__file__).parent / "data"


@cache
def _groups() -> dict[str, tuple[int, int]]:
    return msgspec.json.decode((_DATA / "sorts.json").read_bytes(), type=dict[str, tuple[int, int]])


def sorts(word: str) -> Iterator[str]:
    """The names of the groups of a word in lower case; a word that is none of the dictionary is in none."""
    found = _groups().get(word)
    if found is not None:
        yield f"c{found[0]}"
        yield f"f{found[1]}"
