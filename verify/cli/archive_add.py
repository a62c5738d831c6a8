"""`verify archive add`: remember what articles say."""

from __future__ import annotations

import sys
from typing import Any

import click

from verify.check.keep import keep
from verify.cli.options import filing, its_archive
from verify.cli.progress import steps
from verify.cli.streams import complain
from verify.plugin.desk import sources
from verify.plugin.filing import arrange_filing, edition
from verify.plugin.local import plugins_of
from verify.report.archive import filed
from verify.store.opening import writing
from verify.store.places import Places
from verify.store.shelf import NoShelf


@click.command("add", short_help="Remember what articles say.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@filing
def command(paths: tuple[str, ...], **options: Any) -> int:  # noqa: ANN401 - click's values
    """Remember what articles, or all in a folder, say; those that changed are remembered anew."""
    if "-" in paths:
        raise click.UsageError("an archive remembers files; standard input has no place to come back to")
    archive, loaded = its_archive(paths, options)
    plugins = plugins_of(loaded)
    desk = arrange_filing(plugins, loaded)
    queue = tuple(sources(paths, desk.setup, loaded))
    problems = list(desk.problems)
    try:
        with writing(archive, create=True) as keeper, steps(len(queue), "Adding") as each:
            done = keep(queue, desk.setup, keeper, Places(archive), edition(plugins), each)
    except NoShelf as error:
        problems.append(error.problem)
    else:
        problems += done.problems
        sys.stdout.write(filed(archive, done.tally))
    for problem in problems:
        complain(str(problem))
    return 2 if problems else 0
