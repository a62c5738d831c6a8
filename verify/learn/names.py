"""Packs given names and surnames; run by hand: python -m verify.learn.names CENSUS_FOLDER.

CENSUS_FOLDER holds the name lists of the census of 1990 (dist.male.first, dist.female.first,
dist.all.last), as published by the Census Bureau and as carried by the Python package `names`.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

_DATA = Path(__file__).parents[1] / "lexicon" / "data"
_CLEAR = 5.0
"""A name belongs to one sex when it is this many times commoner there."""
_UNLISTED = 0.0002
"""The share, in per cent, taken for a name that a census list leaves out: well below its cut."""
_SURNAMES = 20_000


def main() -> None:
    """Write given.txt and surnames.txt from the census lists and world.toml."""
    census = Path(sys.argv[1])
    kinds = given(census)
    (_DATA / "given.txt").write_text(
        "".join(
            " ".join(sorted(name for name in kinds if kinds[name] == kind)) + "\n" for kind in ("m", "f", "")
        ),
        encoding="ascii",
    )
    last = [name for name, _ in _shares(census / "dist.all.last")][:_SURNAMES]
    (_DATA / "surnames.txt").write_text("\n".join(sorted(last)) + "\n", encoding="ascii")


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
