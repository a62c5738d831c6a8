"""`verify init`: a settings file to start from, a people file, or what runs verify on a server."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from verify.cli.streams import complain
from verify.config.starters import ELSEWHERE, starter


@click.command("init", short_help="Write a settings file to start from.")
@click.option("--people", is_flag=True, help="Write a people.toml instead, with an entry of each kind.")
@click.option(
    "--ci",
    type=click.Choice(ELSEWHERE),
    help="Write what checks the copy on GitHub or GitLab, or before a commit, instead.",
)
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def command(*, people: bool, ci: str | None, force: bool) -> int:
    """Write a verify.toml here that explains every key."""
    if people and ci:
        raise click.UsageError("--people and --ci write different files: ask for one at a time")
    wanted = starter(people=people, ci=ci)
    path = Path(wanted.path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w" if force else "x", encoding="utf-8", newline="\n") as file:
            file.write(wanted.text)
    except FileExistsError:
        complain(f"{wanted.path}: is there already (--force writes over it)")
        return 2
    except OSError as error:
        complain(f"{wanted.path}: cannot be written: {(error.strerror or str(error)).lower()}")
        return 2
    sys.stdout.write(f"wrote {wanted.path}{f' ({wanted.then})' if wanted.then else ''}\n")
    return 0
