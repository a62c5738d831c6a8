"""Learns what the parse tells of the sources of quotations: run by hand, never imported.

    python -m training.ranker TEXT_DIR GOLD_DIR --models DIR --parses DIR [--articles N] [--out FILE]

The data are those of `verify.learn.ranker`, whose examples it takes, each told with the features of the parse
beside those of the words. The same articles and models give the same weights.
"""

from __future__ import annotations

from pathlib import Path

import click
from verify_stanza.quotes import Teller

from training.parses import parses
from verify.learn.fitting import Example, fit, pairs, write
from verify.learn.ranker import BY_HAND, LEAST, RARE, STRENGTH, examples

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_OUT = Path(__file__).parents[1] / "src" / "verify_stanza" / "data" / "ranker.json"


@click.command()
@click.argument("texts", type=_FOLDER)
@click.argument("gold", type=_FOLDER)
@click.option("--models", type=_FOLDER, required=True, help="The models to parse with.")
@click.option(
    "--parses", "kept", type=click.Path(path_type=Path), required=True, help="Where parses are kept."
)
@click.option("--articles", type=int, default=0, help="Use only the first N by name.")
@click.option("--out", type=click.Path(path_type=Path), default=_OUT, help="The file for the weights.")
def main(texts: Path, gold: Path, models: Path, kept: Path, articles: int, out: Path) -> None:
    """Read the articles, fit the weights, write them."""
    data: list[Example] = []
    with click.progressbar(pairs(texts, gold, articles), label="articles") as steps:
        for text, annotated in steps:
            data += examples(text, annotated, Teller(parses(text, models, kept)).tell)
    learnt = fit(data, STRENGTH, RARE, LEAST)
    for name, more in BY_HAND.items():
        learnt[name] = round(learnt.get(name, 0.0) + more, 2)
    write(learnt, out)
    click.echo(f"{len(data)} quotations, {len(learnt)} weights", err=True)


if __name__ == "__main__":
    main()
