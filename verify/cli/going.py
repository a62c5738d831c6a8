"""The run that `check`, `quotes`, `people` and `claims` share: the articles under the paths, or just one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TextIO

from verify.check.examine import Examined
from verify.check.outcome import Report
from verify.check.run import Records, check, plans_of
from verify.check.setup import Source
from verify.check.verdict import exit_code
from verify.check.workers import Workers
from verify.cli.jobs import number_of_workers
from verify.cli.progress import steps
from verify.cli.streams import complain, from_stdin, write
from verify.config.load import Loaded
from verify.model.finding import Problem
from verify.plugin.desk import Desk, lent, sources

Queue = tuple[Source | Problem, ...]


def go_through(
    paths: tuple[str, ...], desk: Desk, loaded: Loaded, values: Mapping[str, Any], archive: str = ""
) -> Report:
    """What the desk finds in the articles under the paths, with a bar where somebody watches."""
    return run(queue_of(paths, desk, loaded, values), desk, archive, values["jobs"])


def run(
    queue: Queue,
    desk: Desk,
    archive: str = "",
    jobs: int = 1,
    earlier: dict[Source, Examined] | None = None,
) -> Report:
    """What the desk finds in the articles of a queue, held against an archive where one is named.

    `earlier` holds what was found in articles before, and gains what is found now.
    """

    def known(source: Source) -> Examined | None:
        found = earlier.get(source) if earlier else None
        return desk.cache.earlier(source) if found is None and desk.cache else found

    def keep(source: Source, found: Examined) -> None:
        if earlier is not None:
            earlier[source] = found
        if desk.cache:
            desk.cache.keep(source, found)

    with lent(archive, queue) as (shelf, shut), steps(len(queue)) as each:
        drawn = plans_of([one for one in queue if isinstance(one, Source)], desk.setup, shelf)
        if desk.cache:
            desk.cache.open_for(drawn)
        # An archive is open by now, and its connection is nobody else's.
        copies = desk.plain and shelf is None
        workers = Workers(partial(number_of_workers, jobs, copies=copies), desk.again, copies)
        problems = (*desk.problems, *shut)
        report = check(queue, desk.setup, each, problems, shelf, workers, drawn, Records(known, keep))
    if desk.cache:
        desk.cache.tidy()
    return report


def list_out(report: Report, output: str, draw: Callable[[Report, TextIO], object]) -> int:
    """Write what a command lists, complain of what could not be done, and say so with the exit code."""
    problems = (*report.problems, *write(output, partial(draw, report)))
    for problem in problems:
        complain(str(problem))
    return 2 if problems else exit_code(report, "never")


def only_article(
    paths: tuple[str, ...], desk: Desk, loaded: Loaded, values: Mapping[str, Any]
) -> Source | Problem:
    """The one article that the path names, or why there is none."""
    queue = queue_of(paths, desk, loaded, values)
    if len(queue) != 1:
        return Problem(paths[0], f"one article is wanted, and here are {len(queue):,}")
    return queue[0]


def queue_of(paths: tuple[str, ...], desk: Desk, loaded: Loaded, values: Mapping[str, Any]) -> Queue:
    """The articles under the paths; standard input is read here, and only once."""
    stdin = from_stdin(paths, values.get("stdin_filename", ""))
    return tuple(sources(paths, desk.setup, loaded, stdin, desk.apart))
