"""Learns the ranker's weights from annotated articles: run by hand, never imported.

    python -m verify.learn.ranker TEXT_DIR GOLD_DIR [--articles N] [--out FILE]

TEXT_DIR holds articles as plain text, GOLD_DIR stand-off annotations of their attributions in the brat
format of PolNeAR (Newell, Margolin and Ruths 2018): NAME_xxxx.ann beside NAME.txt, with Source, Cue and
Content. Needs numpy. The same articles give the same weights.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from verify.mark import narration
from verify.mark.candidates import Candidate, Scene
from verify.mark.flow import flow
from verify.mark.order import mark, plan
from verify.mark.quotations import MARKER as QUOTATIONS
from verify.mark.ranker import Ranking
from verify.mark.sentences import MARKER as SENTENCES
from verify.read.plain import READER

Span = tuple[int, int]
Example = tuple[list[list[str]], list[float], list[bool]]
_RARE = 3
_ROUNDS = 300
_STRENGTH = 5.0


def attributions(path: Path) -> Iterator[dict[str, list[Span]]]:
    """The attributions of one file, each a map from role to spans in code points."""
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
        roles: dict[str, list[Span]] = defaultdict(list)
        for name in relation:
            if name in marks:
                roles[marks[name][0]].extend(marks[name][1])
        yield roles


def overlap(one: Span, other: Span) -> int:
    """How many code points two spans share; negative where they lie apart."""
    return min(one[1], other[1]) - max(one[0], other[0])


def examples(text_path: Path, gold_path: Path) -> list[Example]:
    """One example a quotation: the features of "nobody" and of each candidate, and which of them are right.

    The walk follows the gold choices, so that what a later quotation sees of earlier ones is true.
    """
    document = READER.read(text_path.name, text_path.read_bytes())
    article = mark(document, plan([QUOTATIONS, SENTENCES], ["sentences"]))
    gold = list(attributions(gold_path))
    found_examples: list[Example] = []

    def teach(scene: Scene, found: list[Candidate], none: list[str]) -> Ranking:
        span = (scene.quotation.start, scene.quotation.end)
        nobody: tuple[int, dict[str, list[Span]]] = (0, {})
        best, roles = max(
            ((max((overlap(span, c) for c in r["Content"]), default=0), r) for r in gold),
            key=lambda pair: pair[0],
            default=nobody,
        )
        sources = roles.get("Source", []) if best * 2 >= span[1] - span[0] else []
        right = [any(overlap(_extent(candidate), source) > 0 for source in sources) for candidate in found]
        truth = [not sources, *right]
        if any(truth):
            found_examples.append(
                ([none, *(list(c.features) for c in found)], [0.0, *(c.prior for c in found)], truth)
            )
        chosen = next((c for c, is_right in zip(found, right, strict=True) if is_right), None)
        return Ranking(chosen, 1.0)

    for _ in flow(list(narration.paragraphs(article)), article.quotations.spans, article.text, teach):
        pass
    return found_examples


def _extent(candidate: Candidate) -> Span:
    """The span of a source in the text, with the "who" of a relative clause that stands for it."""
    words, last = candidate.paragraph.words, candidate.source.last
    after = last + 2 if last + 1 < len(words) and words[last + 1].low == "," else last + 1
    if after < len(words) and words[after].low in ("who", "which"):
        last = after
    return words[candidate.source.first].start, words[last].end


def fit(data: list[Example]) -> dict[str, float]:
    """Weights of a log-linear ranker with an L2 prior, by full-batch AdaGrad in a fixed number of rounds."""
    counts = Counter(f for rows, *_ in data for row in rows for f in set(row))
    names = sorted(name for name, count in counts.items() if count >= _RARE)
    number = {name: i for i, name in enumerate(names)}
    columns: list[int] = []
    owners: list[int] = []
    starts = [0]
    truths: list[bool] = []
    priors = np.array([prior for _, given, _ in data for prior in given])
    for rows, _, truth in data:
        for row, is_right in zip(rows, truth, strict=True):
            ids = [number[f] for f in row if f in number]
            columns += ids
            owners += [len(truths)] * len(ids)
            truths.append(is_right)
        starts.append(len(truths))
    column, owner = np.array(columns), np.array(owners)
    truth_array = np.array(truths)
    group = np.repeat(np.arange(len(data)), np.diff(starts))
    first = np.array(starts[:-1])
    weight = np.zeros(len(names))
    memory = np.full(len(names), 1e-6)
    for _ in range(_ROUNDS):
        scores = priors + np.bincount(owner, weight[column], minlength=len(truths))
        scores -= np.maximum.reduceat(scores, first)[group]
        power = np.exp(scores)
        probability = power / np.add.reduceat(power, first)[group]
        good = np.where(truth_array, power, 0.0)
        target = good / np.maximum(np.add.reduceat(good, first)[group], 1e-12)
        gradient = (
            np.bincount(column, (probability - target)[owner], minlength=len(names)) + _STRENGTH * weight
        )
        memory += gradient**2
        weight -= 0.5 * gradient / np.sqrt(memory)
    return {
        name: round(float(value), 2) for name, value in zip(names, weight, strict=True) if abs(value) >= 0.005
    }


def main() -> int:
    """Read the articles, fit the weights, write them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--articles", type=int, default=0, help="use only the first N by name")
    parser.add_argument(
        "--out", type=Path, default=Path(__file__).parents[1] / "mark" / "data" / "ranker.json"
    )
    arguments = parser.parse_args()
    golds = {re.sub(r"_[0-9a-f]{4}\.ann$", "", path.name): path for path in arguments.gold.glob("*.ann")}
    data: list[Example] = []
    paths = sorted(arguments.texts.glob("*.txt"))
    for path in paths[: arguments.articles or len(paths)]:
        if path.stem in golds:
            data += examples(path, golds[path.stem])
    if not data:
        parser.error(f"{arguments.texts} holds no article with annotations in {arguments.gold}")
    learnt: dict[str, Any] = fit(data)
    arguments.out.write_text(
        json.dumps(learnt, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf8"
    )
    sys.stderr.write(f"{len(data)} quotations, {len(learnt)} weights\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
