"""Sorts words by their vectors into groups of like words: run by hand, never imported.

    python -m training.sorts VECTORS [--out FILE]

VECTORS is the file that stanza keeps vectors in. The same vectors give the same groups.
"""

from __future__ import annotations

from pathlib import Path

import click
import numpy as np
import torch
from scipy.cluster.vq import kmeans2

from verify.learn.fitting import write
from verify.lexicon.words import is_word

_OUT = Path(__file__).parents[1] / "src" / "verify_stanza" / "data" / "sorts.json"
_FINE, _WORDS, _SEED, _ROUNDS = (80, 400), 30_000, 20261129, 30


@click.command()
@click.argument("vectors", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), default=_OUT, help="The file for the groups.")
def main(vectors: Path, out: Path) -> None:
    """Group the words of the dictionary, coarsely and finely."""
    held = torch.load(vectors, map_location="cpu", weights_only=True)
    names = held["vocab"]["_id2unit"][:_WORDS]
    rows = [at for at, name in enumerate(names) if name.isalpha() and is_word(name)]
    table = held["emb"][rows].float().numpy()
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    groups = [kmeans2(table, size, _ROUNDS, minit="++", rng=_SEED)[1] for size in _FINE]
    write({names[row]: [int(group[at]) for group in groups] for at, row in enumerate(rows)}, out)


if __name__ == "__main__":
    main()
