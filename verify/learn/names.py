"""Packs names.bin: given names and surnames; run by hand: python -m verify.learn.names CENSUS_FOLDER.

CENSUS_FOLDER holds the name lists of the census of 1990 (dist.male.first, dist.female.first,
dist.all.last), as published by the Census Bureau and as carried by the Python package `names`.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from verify.learn.words import packed
from verify.lexicon.given import MAN, SURNAME, WOMAN

_DATA = Path(__file__).parents[1] / "lexicon" / "data"
_CLEAR = 5.0
"""A name belongs to one sex when it is this many times commoner there."""
_UNLISTED = 0.0002
"""The share, in per cent, taken for a name that a census list leaves out: well below its cut."""
_SURNAMES = 20_000


def main() -> None:
    """Write names.bin from the census lists and world.toml; the same input gives the same bytes."""
    census = Path(sys.argv[1])
    last = [name for name, _ in _shares(census / "dist.all.last")][:_SURNAMES]
    (_DATA / "names.bin").write_bytes(book(given(census), last))


def book(given: Mapping[str, str], last: Iterable[str]) -> bytes:
    """Given names, each with "m", "f" or "", and surnames as packed lines."""
    bearers = {"m": MAN, "f": WOMAN, "": MAN | WOMAN}
    kinds = {name: bearers[kind] for name, kind in given.items()}
    for name in last:
        kinds[name] = kinds.get(name, 0) | SURNAME
    return packed({name: str(kind) for name, kind in kinds.items()})


def given(census: Path) -> dict[str, str]:
    """Every given name with "m", "f" or ""; the world's list outweighs the census."""
    men, women = dict(_shares(census / "dist.male.first")), dict(_shares(census / "dist.female.first"))
    kinds = {}
    for name in men.keys() | women.keys():
        m, f = men.get(name, _UNLISTED), women.get(name, _UNLISTED)
        kinds[name] = "m" if m >= _CLEAR * f else "f" if f >= _CLEAR * m else ""
    world = tomllib.loads((_DATA / "world.toml").read_text(encoding="utf-8"))
    never = {name.lower() for names in world.pop("not_given").values() for name in names.split()}
    told: dict[str, set[str]] = {}
    for region in world.values():
        for kind, names in region.items():
            for name in names.split():
                told.setdefault(name.lower(), set()).add(kind)
    for name, says in told.items():
        kinds[name] = says.copy().pop() if len(says) == 1 and "both" not in says else ""
    return {name: kind for name, kind in kinds.items() if name not in never}


def _shares(path: Path) -> list[tuple[str, float]]:
    rows = (line.split() for line in path.read_text(encoding="ascii").splitlines())
    return [(row[0].lower(), float(row[1])) for row in rows if row]


if __name__ == "__main__":
    main()
