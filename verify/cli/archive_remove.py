"""`verify archive remove`: forget articles."""

from __future__ import annotations

import sys
from typing import Any

import click

from verify.check.keep import forget
from verify.cli.options import filing, its_archive
from verify.cli.streams import complain
from verify.report.archive import forgotten
from verify.store.opening import writing
from verify.store.places import Places
from verify.store.shelf import NoShelf


@click.command("remove", short_help="Forget articles.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@filing
def command(paths: tuple[str, ...], **options: Any) -> int:  # noqa: ANN401 - click's values
    """Forget articles, or all in a folder; they need not be there any more."""
    archive, loaded = its_archive(paths, options)
    problems = list(loaded.problems)
    try:
        with writing(archive) as keeper:
            removed, missing = forget(paths, keeper, Places(archive))
    except NoShelf as error:
        problems.append(error.problem)
    else:
        problems += missing
        sys.stdout.write(forgotten(archive, removed))
    for problem in problems:
        complain(str(problem))
    return 2 if problems else 0
