"""Weighs the possible sources of a quotation with weights learnt from annotated news (see data/README.md)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from itertools import repeat
from pathlib import Path

import msgspec
from msgspec import Struct

from verify.mark.sources.candidates import Candidate

_DATA = Path(__file__).parents[1] / "data"
_LEAST = 0.4
"""Below this the model is guessing between several people, and says nothing."""


class Ranking(Struct, frozen=True):
    """The outcome: the likeliest source or None, and the probability that the model gives it."""

    candidate: Candidate | None
    probability: float


@cache
def weights() -> dict[str, float]:
    """The weight of each feature."""
    return msgspec.json.decode((_DATA / "ranker.json").read_bytes(), type=dict[str, float])


def score(features: Sequence[str], table: dict[str, float]) -> float:
    """The sum of the weights of the features; those never seen in training weigh nothing."""
    return sum(map(table.get, features, repeat(0.0)))


def rank(found: Sequence[Candidate], none: Sequence[str]) -> Ranking:
    """The likeliest of the candidates, or None where nobody is likelier; a log-linear model over the list."""
    table = weights()
    scores = [
        score(none, table),
        *(candidate.prior + score(candidate.features, table) for candidate in found),
    ]
    top = max(range(len(scores)), key=scores.__getitem__)
    total = sum(math.exp(value - scores[top]) for value in scores)
    probability = 1 / total
    return Ranking(found[top - 1] if top and probability >= _LEAST else None, probability)
