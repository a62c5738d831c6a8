"""`verify baseline`: settle for the findings that are there, so that only new ones are told."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping
from typing import Any

import click

from verify.check.baseline import NAME, encoded, load, settled, traced
from verify.check.known import Trace
from verify.cli.going import go_through
from verify.cli.known import baseline, settled_for
from verify.cli.options import all_of, archive, archived, choosing, locating, settings, supplied, wishes
from verify.cli.streams import complain
from verify.cli.today import dated
from verify.model.finding import Problem
from verify.plugin.desk import arrange
from verify.plugin.local import plugins_of
from verify.report.cells import neutral
from verify.report.counts import counted
from verify.store.places import Places

_HOW = (
    click.option("--prune", is_flag=True, help="Take out what is no longer found (done in any case)."),
    click.option("--add", "--update", "add", is_flag=True, help="Take new findings in as well."),
)


@click.command("baseline", short_help="Settle for the findings that are there; only new ones are told.")
@locating
@settled_for
@all_of(_HOW)
@choosing
@archived
@supplied
@dated
@click.option(
    "--people", multiple=True, metavar="FILE", help="Hold names and offices against this people file too."
)
def command(paths: tuple[str, ...], **options: Any) -> int:  # noqa: ANN401 - click's values
    """Write down the findings of today, for check to leave out; later take out those that are gone."""
    if "-" in paths:
        raise click.UsageError("a baseline is about files; standard input has no place to come back to")
    paths = paths or (".",)
    loaded = settings(paths, options)
    name = baseline(loaded, options) or (loaded.folder / NAME).as_posix()
    before = load(name)
    if isinstance(before, Problem):
        if _exists(name) or options["prune"]:
            complain(str(before))
            return 2
        before, new = {}, True
    else:
        new = False
    plugins = plugins_of(loaded)
    desk = arrange(
        plugins,
        loaded,
        wishes(options),
        people=options["people"],
        profile=options["profile"],
        supplied=options["sources"],
    )
    report = go_through(paths, desk, loaded, options, archive(loaded, options))
    places = Places(name)
    found = settled(report, before, places, desk.setup, paths)
    here = traced(report, places)
    fresh = [trace for trace, known in zip(here, found.verdict.known, strict=True) if not known]
    took = fresh if new or options["add"] else []
    after = Counter(trace for trace, known in zip(here, found.verdict.known, strict=True) if known)
    after.update(took)
    after.update(_kept(found.verdict.left, found.gone))
    problems = list(report.problems)
    if unwritten := _written(name, encoded(after), encoded(before), new=new):
        problems.append(unwritten)
    else:
        sys.stdout.write(_told(name, after.total(), len(took), sum(found.gone.values()), len(fresh), new=new))
        if report.problems and before:
            sys.stdout.write("Nothing was taken out, since not everything could be checked.\n")
    for problem in problems:
        complain(str(problem))
    return 2 if problems else 0


def _kept(left: Mapping[Trace, int], gone: Mapping[Trace, int]) -> dict[Trace, int]:
    """The entries that were not met, and of which nobody knows that they are gone."""
    return {trace: count for trace, count in left.items() if trace not in gone}


def _exists(name: str) -> bool:
    import os

    return os.path.lexists(name)


def _written(name: str, after: str, before: str, *, new: bool) -> Problem | None:
    """Put the file in its place in one step; one that says the same already is left alone."""
    if after == before and not new:
        return None
    try:
        with click.open_file(name, "w", encoding="utf-8", atomic=True) as file:
            file.write(after)
    except OSError as error:
        return Problem(name, f"cannot be written: {(error.strerror or str(error)).lower()}")
    return None


def _told(name: str, all_: int, took: int, gone: int, fresh: int, *, new: bool) -> str:
    """What was done, in one line."""
    if new:
        return f"{neutral(name)}: {counted(all_, 'finding')} written\n"
    left = fresh - took
    out = f"; {counted(left, 'new finding')} left out (--add takes them in)" if left else ""
    return f"{neutral(name)}: {counted(all_, 'finding')}, {took:,} added, {gone:,} taken out{out}\n"
