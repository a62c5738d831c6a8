"""`verify init`: a settings file to start from, or a people file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from verify.cli.streams import complain
from verify.config.people import sample
from verify.config.sample import SAMPLE


@click.command("init", short_help="Write a settings file to start from.")
@click.option("--people", is_flag=True, help="Write a people.toml instead, with an entry of each kind.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def command(people: bool, force: bool) -> int:  # noqa: FBT001 - click's values
    """Write a verify.toml here that explains every key."""
    name, text = ("people.toml", sample()) if people else ("verify.toml", SAMPLE)
    try:
        with Path(name).open("w" if force else "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        complain(f"{name}: is there already (--force writes over it)")
        return 2
    except OSError as error:
        complain(f"{name}: cannot be written: {(error.strerror or str(error)).lower()}")
        return 2
    sys.stdout.write(f"wrote {name}\n")
    return 0
