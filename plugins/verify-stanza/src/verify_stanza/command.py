"""`verify models`: which models there are, where they lie, and how to fetch stanza’s own."""

from __future__ import annotations

import json
from pathlib import Path

import click

from verify_stanza.pipeline import PROCESSORS, SHIPPED

PACKAGES = {
    "default_fast": "without a language model of letters: for a machine without a graphics card",
    "default": "with one: better, larger (some hundred MB), and slower",
}
"""The packages of stanza’s English models that this engine can use, and what they are."""


@click.group("models", short_help="List, find or fetch models for the engine stanza.")
def models() -> None:
    """List, find or fetch models for the engine stanza."""


@models.command("list")
@click.option("--dir", "folder", type=click.Path(path_type=Path), help="A folder of models of your own.")
def listed(folder: Path | None) -> None:
    """List the models: those that came with the plugin, those that were fetched, those to be had."""
    for place, whose in ((SHIPPED, "shipped"), (folder or official(), "fetched")):
        found = _held(place)
        size = sum(path.stat().st_size for path in place.glob("en/**/*.pt")) / 1e6
        click.echo(f"{whose:8} {'not there' if not found else f'{size:.0f} MB'}  {place}")
        for processor, package in found:
            click.echo(f"           {processor:9} {package}")
    for package, about in PACKAGES.items():
        click.echo(f"to fetch {package}: {about}")


@models.command("path")
@click.option("--shipped", is_flag=True, help="Of those that came with the plugin.")
def path(*, shipped: bool) -> None:
    """Say where fetched models lie, as --models takes it."""
    click.echo(SHIPPED if shipped else official())


@models.command("download")
@click.option("--package", type=click.Choice(tuple(PACKAGES)), default="default_fast", help="Which models.")
@click.option(
    "--dir", "folder", type=click.Path(path_type=Path), help="Where to (default: stanza’s own folder)."
)
def download(package: str, folder: Path | None) -> int:
    """Fetch stanza’s official English models; what is there already is not fetched again."""
    place = folder or official()
    click.echo(f"fetching {package} into {place}", err=True)
    try:
        _fetch(package, place)
    except Exception as error:  # noqa: BLE001 - of three libraries each raises errors of its own
        reason = str(error).partition("\n")[0][:200]
        click.echo(
            f"verify: the models cannot be fetched ({type(error).__name__}: {reason}). "
            "Is there a way to the network? The models that come with the plugin need none.",
            err=True,
        )
        return 2
    click.echo(f'use them with: --engine stanza --models "{place}"')
    return 0


def official() -> Path:
    """The folder that stanza keeps its models in."""
    from stanza.resources.common import DEFAULT_MODEL_DIR

    return Path(DEFAULT_MODEL_DIR)


def _fetch(package: str, place: Path) -> None:
    """Let stanza fetch them, with its own bar; each file is whole or not there."""
    import stanza

    stanza.download("en", model_dir=str(place), package=package, processors=",".join(PROCESSORS))


def _held(place: Path) -> list[tuple[str, str]]:
    """The models that lie in a folder, by what each does."""
    if not (place / "resources.json").is_file():
        return []
    known = json.loads((place / "resources.json").read_bytes()).get("en", {})
    return sorted(
        (file.parent.name, file.stem) for file in place.glob("en/*/*.pt") if file.parent.name in known
    )
