"""Fits log-linear models over lists of candidates to annotated news: shared by the scripts that learn."""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

Span = tuple[int, int]
Roles = dict[str, list[Span]]
Example = tuple[list[list[str]], list[float], list[bool]]
"""The features of each candidate, the prior of each, and which of them are right."""
_ROUNDS = 400


def attributions(path: Path) -> Iterator[Roles]:
    """The attributions of one file, each a map from role to spans in code points.

    The file is a stand-off annotation in the brat format of PolNeAR (Newell, Margolin and Ruths 2018).
    """
    marks: dict[str, tuple[str, list[Span]]] = {}
    relations = []
    for line in path.read_text(encoding="utf8").split("\n"):
        field = line.split("\t")
        if re.fullmatch(r"T\d+", field[0]):
            role, spans = field[1].split(" ", 1)
            marks[field[0]] = (role, [(int(a), int(b)) for a, b in (s.split() for s in spans.split(";"))])
        elif re.fullmatch(r"E\d+", field[0]):
            relations.append([part.split(":")[1] for part in field[1].split()])
    for relation in relations:
        roles: Roles = defaultdict(list)
        for name in relation:
            if name in marks:
                roles[marks[name][0]].extend(marks[name][1])
        yield roles


def pairs(texts: Path, golds: Path, articles: int = 0) -> list[tuple[Path, Path]]:
    """Each article with its annotations, by name; only the first few where `articles` says so."""
    annotated = {re.sub(r"_[0-9a-f]{4}\.ann$", "", path.name): path for path in golds.glob("*.ann")}
    found = [(path, annotated[path.stem]) for path in sorted(texts.glob("*.txt")) if path.stem in annotated]
    return found[: articles or len(found)]


def asked(about: str, name: str) -> tuple[list[tuple[Path, Path]], Path]:
    """What the command line asks for: the annotated articles to learn from, and the file for the weights.

    `about` is the script's docstring, `name` that of its file in verify/mark/data. Without any annotated
    article it ends with a message and the exit code 2.
    """
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--articles", type=int, default=0, help="use only the first N by name")
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "mark" / "data" / name)
    arguments = parser.parse_args()
    found = pairs(arguments.texts, arguments.gold, arguments.articles)
    if not found:
        parser.error(f"{arguments.texts} holds no article with annotations in {arguments.gold}")
    return found, arguments.out


def write(learnt: Mapping[str, Any], out: Path) -> None:
    """Write weights as JSON, one a line and sorted, so that two files can be compared."""
    out.write_text(json.dumps(learnt, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf8")


def overlap(one: Span, other: Span) -> int:
    """How many code points two spans share; negative where they lie apart."""
    return min(one[1], other[1]) - max(one[0], other[0])


def touches(one: Span, others: Sequence[Span]) -> bool:
    """Whether a span shares a code point with any of the others."""
    return any(overlap(one, other) > 0 for other in others)


def fit(data: list[Example], strength: float, rare: int, least: float) -> dict[str, float]:
    """Weights of a log-linear model over lists, with an L2 prior, by L-BFGS (scipy).

    `strength` is that of the prior; features seen fewer than `rare` times are left out, and so are
    weights smaller than `least`. The same examples give the same weights.
    """
    counts = Counter(f for rows, *_ in data for row in rows for f in set(row))
    names = sorted(name for name, count in counts.items() if count >= rare)
    number = {name: i for i, name in enumerate(names)}
    columns: list[int] = []
    owners: list[int] = []
    starts = [0]
    truths: list[bool] = []
    for rows, _, truth in data:
        for row, is_right in zip(rows, truth, strict=True):
            ids = [number[f] for f in row if f in number]
            columns += ids
            owners += [len(truths)] * len(ids)
            truths.append(is_right)
        starts.append(len(truths))
    column, owner, right = np.array(columns), np.array(owners), np.array(truths)
    priors = np.array([prior for _, given, _ in data for prior in given])
    first = np.array(starts[:-1])
    group = np.repeat(np.arange(len(data)), np.diff(starts))

    def loss(weight: np.ndarray) -> tuple[float, np.ndarray]:
        scores = priors + np.bincount(owner, weight[column], minlength=len(right))
        power = np.exp(scores - np.maximum.reduceat(scores, first)[group])
        total = np.add.reduceat(power, first)
        good = np.where(right, power, 0.0)
        good_total = np.maximum(np.add.reduceat(good, first), 1e-300)
        wrong_by = (power / total[group] - good / good_total[group])[owner]
        gradient = np.bincount(column, wrong_by, minlength=len(names)) + strength * weight
        value = np.sum(np.log(total) - np.log(good_total)) + strength / 2 * weight @ weight
        return float(value), gradient

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": _ROUNDS})
    return {
        name: round(float(value), 2)
        for name, value in zip(names, found.x, strict=True)
        if abs(value) >= least
    }
