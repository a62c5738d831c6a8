"""`verify init`: a settings file to start from."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from verify.cli.streams import complain
from verify.config.sample import SAMPLE


@click.command("init", short_help="Write a settings file to start from.")
@click.option("--force", is_flag=True, help="Write over a settings file that is there.")
def command(force: bool) -> int:  # noqa: FBT001 - click's values
    """Write a verify.toml here that explains every key."""
    path = Path("verify.toml")
    try:
        with path.open("w" if force else "x", encoding="utf-8", newline="\n") as file:
            file.write(SAMPLE)
    except FileExistsError:
        complain("verify.toml: is there already (--force writes over it)")
        return 2
    except OSError as error:
        complain(f"verify.toml: cannot be written: {(error.strerror or str(error)).lower()}")
        return 2
    sys.stdout.write("wrote verify.toml\n")
    return 0
