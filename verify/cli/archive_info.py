"""`verify archive info`: how much an archive holds."""

from __future__ import annotations

import sys
from typing import Any

import click

from verify.cli.options import filing, its_archive
from verify.cli.streams import complain
from verify.report.archive import as_json, as_text
from verify.store.opening import reading
from verify.store.shelf import NoShelf


@click.command("info", short_help="Show how much an archive holds.")
@filing
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help="How to write it."
)
def command(form: str, **options: Any) -> int:  # noqa: ANN401 - click's values
    """Show how many articles and facts an archive holds, from when, its size and its version."""
    archive, loaded = its_archive((), options)
    problems = list(loaded.problems)
    try:
        with reading(archive) as shelf:
            held = shelf.holdings()
    except NoShelf as error:
        problems.append(error.problem)
    else:
        sys.stdout.write((as_json if form == "json" else as_text)(archive, held))
    for problem in problems:
        complain(str(problem))
    return 2 if problems else 0
