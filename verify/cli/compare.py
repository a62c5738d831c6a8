"""`verify compare`: what two configurations, or two saved lists, find differently."""

from __future__ import annotations

import sys
from typing import Any

import click

from verify.check.select import Wishes
from verify.cli.going import queue_of, run
from verify.cli.jobs import MOST
from verify.cli.streams import complain
from verify.cli.today import dated
from verify.config.load import load
from verify.kit.compared import Told, differences, lines, of_run, saved
from verify.model.finding import Problem
from verify.plugin.desk import arrange
from verify.plugin.local import plugins_of
from verify.report.cells import neutral


@click.command("compare", short_help="Show what two configurations find differently.")
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is different.")
@click.option("--jobs", "-j", type=click.IntRange(0, MOST), default=0, envvar="VERIFY_JOBS", metavar="N",
              help="How many processes read articles.")  # fmt: skip
@dated
def command(
    before: str,
    after: str,
    paths: tuple[str, ...],
    exit_zero: bool,  # noqa: FBT001
    jobs: int,
    today: str,
) -> int:
    """Show what A and B find differently in the articles (default: those here); exit with 1 where they do.

    Each is a settings file, "" for none, or findings saved with --format jsonl (a name that ends in .jsonl).
    """
    problems: set[Problem] = set()
    runs = [_findings(side, paths or (".",), jobs, today, problems) for side in (before, after)]
    found = differences(*runs)
    names = (before or "no settings", after or "no settings")
    sys.stdout.writelines(f"{neutral(line)}\n" for line in lines(found, names))
    for problem in sorted(problems, key=str):
        complain(str(problem))
    return 2 if problems else int(bool(found) and not exit_zero)


def _findings(
    side: str, paths: tuple[str, ...], jobs: int, today: str, problems: set[Problem]
) -> tuple[Told, ...]:
    """What one side finds."""
    if side.endswith(".jsonl"):
        told = saved(side)
        if isinstance(told, Problem):
            problems.add(told)
            return ()
        return told
    loaded = load(config=side) if side else load(isolated=True)
    desk = arrange(plugins_of(loaded), loaded, Wishes(today=today))
    values: dict[str, Any] = {"stdin_filename": "", "jobs": jobs}
    report = run(queue_of(paths, desk, loaded, values), desk, loaded.archive, jobs)
    problems.update(report.problems)
    return of_run(report.findings)
