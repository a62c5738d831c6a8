"""`verify words`: the words that the house knows to be right."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from verify.cli.streams import complain
from verify.config.layers import files
from verify.config.load import load
from verify.config.words import add, is_one
from verify.config.words import load as read

_USUAL = "words.txt"


@click.group("words", short_help="Keep the words that the house knows to be right.")
def command() -> None:
    """Keep the words that the house knows to be right, for rules about slips to leave alone."""


def _file(named: str, config: str) -> tuple[Path, bool]:
    """The file of words: the one named, else the first of the nearest settings that name one, else words.txt.

    And whether the settings name it.
    """
    loaded = load("", config)
    layers = [layer for layer in loaded.layers if layer.said.get("words")]
    listed = files(layers, "words")
    if named:
        return Path(named), Path(named).absolute() in [path.absolute() for path in listed]
    return (files(layers[-1:], "words")[0], True) if listed else (loaded.folder / _USUAL, False)


_FILE = click.option(
    "--file", "named", default="", metavar="FILE", help="This file of words, not that of the settings."
)
_CONFIG = click.option("--config", default="", metavar="FILE", help="Use this settings file and no other.")


@command.command("add", short_help="Add words to the list.")
@click.argument("words", nargs=-1, required=True, metavar="WORD...")
@_FILE
@_CONFIG
def _add(words: tuple[str, ...], named: str, config: str) -> int:
    """Add words to the list of the house; small letters stand for any case."""
    for word in words:
        if not is_one(word):
            raise click.BadParameter(f'"{word}": expected one word', param_hint="WORD")
    path, listed = _file(named, config)
    try:
        new = add(path, words)
    except OSError as error:
        complain(f"{path}: cannot be written: {(error.strerror or str(error)).lower()}")
        return 2
    except UnicodeDecodeError as error:
        complain(f"{path}: is not UTF-8 (byte {error.start:,})")
        return 2
    sys.stdout.write(f"{path}: added {', '.join(new)}\n" if new else f"{path}: has them already\n")
    if not listed:
        complain(f'no settings name {path}: write words = ["{path.name}"] in verify.toml')
    return 0


@command.command("list", short_help="Show the list.")
@_FILE
@_CONFIG
def _list(named: str, config: str) -> int:
    """Show the words of the list, in the order of the alphabet."""
    path, _ = _file(named, config)
    found = read([path])
    sys.stdout.writelines(f"{word}\n" for word in sorted(found.words, key=lambda word: (word.lower(), word)))
    for problem in found.problems:
        complain(str(problem))
    return 2 if found.problems else 0
