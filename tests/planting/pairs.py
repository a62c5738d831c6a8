"""Writes pairs of articles that tell of one event: of its dead, its vote or its place otherwise.

    python tests/planting/pairs.py OUT --kind tolls [--seed 1] [--count 100]

Each pair lies in a folder of OUT, as `a.txt` and `b.txt`; of the second `truth.jsonl` tells where it has
the figure or place that disagrees, or with `--sound` agrees. It is made anew from kind, seed and number.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path
from typing import NamedTuple, Protocol

WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()
GIVEN = "Anna Tomas Lena Ruben Eva Marta Jonas Petra Karl Ingrid".split()
FAMILY = "Lindqvist Okafor Calloway Varga Brandvold Tesfaye Moreau Halloran Ferreira Novak".split()
DATELINE = "PORT ELM, Nov. 3, 2025 (NW) — "


class Pair(NamedTuple):
    """Two articles of one event, and the words of the second that are held against the first."""

    one: str
    other: str
    words: str

    @property
    def place(self) -> tuple[int, int]:
        """Where those words stand in the second article."""
        start = self.other.index(self.words, len(DATELINE))
        return start, start + len(self.words)


class Kind(Protocol):
    """What makes pairs of one kind."""

    def __call__(self, rng: random.Random, *, wrong: bool) -> Pair: ...


def tolls(rng: random.Random, *, wrong: bool) -> Pair:
    """The dead of a disaster, a vote or a sum."""
    count = rng.randrange(3, 10)
    told = count + (rng.choice((-2, -1, 1, 2)) if wrong else 0)
    dead = Pair(
        f"{WORDS[count].capitalize()} people were killed when a ferry sank off the pier.",
        f"The ferry sank at noon, and {WORDS[told]} people were killed.",
        WORDS[told],
    )
    vote = Pair(
        f"The council voted {count + 3}-2 to build the ferry terminal on the quay.",
        f"By a vote of {told + 3} to 2 the council decided to build the ferry terminal.",
        f"{told + 3} to 2",
    )
    price = Pair(
        f"The yard won a ${count}.5 million contract to build the ferry for the island.",
        f"A contract of ${told}.5 million to build the ferry for the island went to the yard.",
        f"${told}.5 million",
    )
    return _twins(rng, rng.choice((dead, vote, price)))


def places(rng: random.Random, *, wrong: bool) -> Pair:
    """The town of a meeting, or the kind of place of a test."""
    here, there = rng.sample(("Westmere", "Stennish", "Carrow"), 2)
    there = there if wrong else here
    meeting = Pair(
        f"The captain spoke at the Harbor Safety Meeting in {here}.",
        f"The captain was late for the Harbor Safety Meeting in {there}.",
        there,
    )
    sides = ["from the coast", "from an inland site"]
    rng.shuffle(sides)
    side = sides[1] if wrong else sides[0]
    test = Pair(f"The army fired a rocket {sides[0]}.", f"The rocket was fired {side}.", side)
    return _twins(rng, rng.choice((meeting, test)))


def _twins(rng: random.Random, pair: Pair) -> Pair:
    """Both behind a dateline, with the people and bodies of one town."""
    one, other = (
        f"{given} {family}" for given, family in zip(rng.sample(GIVEN, 2), rng.sample(FAMILY, 2), strict=True)
    )
    town = rng.choice(("Halden Bay", "Ostrava Mills"))
    there = f"{one}, {other}, the Harbor Union and the Fishery Board of {town} were there."
    return Pair(f"{DATELINE}{pair.one} {there}", f"{DATELINE}{pair.other} {there}", pair.words)


KINDS: dict[str, Kind] = {"tolls": tolls, "places": places}


def planted(kind: str, seed: str, *, wrong: bool = True) -> Pair:
    """A pair of one kind."""
    return KINDS[kind](random.Random(f"{kind}/{seed}"), wrong=wrong)  # noqa: S311 - not for secrets


def main() -> None:
    """Write pairs of one kind into a folder."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("--kind", choices=KINDS, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--sound", action="store_true", help="write articles that agree")
    asked = parser.parse_args()
    for number in range(asked.count):
        pair = planted(asked.kind, f"{asked.seed}/{number}", wrong=not asked.sound)
        folder = asked.out / f"{number:03}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "a.txt").write_text(pair.one + "\n", encoding="utf-8")
        (folder / "b.txt").write_text(pair.other + "\n", encoding="utf-8")
        start, end = pair.place
        truth = {"path": "b.txt", "start": start, "end": end, "was": "", "now": pair.words}
        (folder / "truth.jsonl").write_text(json.dumps(truth) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
