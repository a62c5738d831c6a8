"""`python -m training STEP… --ud DIR --ner DIR --out DIR`: trains, packs and scores the models."""

from __future__ import annotations

from pathlib import Path

import click

from training.pack import pack
from training.prepare import prepare
from training.score import score
from training.steps import MODELS, train

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.argument("steps", nargs=-1, type=click.Choice([*MODELS, "all", "pack", "score"]), required=True)
@click.option("--ud", type=_FOLDER, required=True, help="The treebanks: ewt/ and gum/.")
@click.option("--ner", type=_FOLDER, required=True, help="The names: uner.*.bio and gum.*.bio.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Where it all goes.")
def main(steps: tuple[str, ...], ud: Path, ner: Path, out: Path) -> None:
    """Trains the models that are asked for, in the order given; `pack` halves them, `score` measures them.

    The packed models lie in OUT/models, from where they are copied into the plugin by hand.
    """
    prepare(ud, ner, out / "data")
    for name in (*MODELS, "pack", "score") if "all" in steps else steps:
        click.echo(f"{name} …")
        if name == "pack":
            pack(out, out / "models")
        elif name == "score":
            score(ud, out, out / "models")
        else:
            train(name, out)


main()
