"""What `verify check` does with fixes: make them, or show what they would change."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import click
from msgspec import Struct

from verify.check.outcome import Report
from verify.check.setup import Source
from verify.cli.going import Queue, queue_of, run
from verify.cli.options import Command, all_of
from verify.cli.outputs import Output
from verify.cli.streams import complain, remark, write, write_bytes
from verify.config.load import Loaded
from verify.plugin.desk import Desk
from verify.plugin.manager import Plugins
from verify.report.counts import mended


class Mended(Struct, frozen=True):
    """The report of what is left, what was fixed in one sentence, and whether standard output is taken."""

    report: Report
    closing: str
    piped: bool


_FIXES = (
    click.option("--fix", is_flag=True, help="Make the safe fixes, and report what is left."),
    click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: also those that want a look."),
    click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing."),
)


def fixes(command: Command) -> Command:
    """Whether the copy is mended, and how far."""
    return all_of(_FIXES)(command)


def asked_well(outputs: Sequence[Output], options: Mapping[str, Any]) -> None:
    """Refuse what makes no sense together."""
    if options["unsafe_fixes"] and not (options["fix"] or options["diff"]):
        raise click.UsageError("--unsafe-fixes goes with --fix or --diff")
    other = next((one.form for one in outputs if one.form != "text"), "")
    if options["diff"] and (other or len(outputs) > 1):
        raise click.UsageError(f"--diff writes a patch, not {other or 'several reports'}")
    if options["statistics"] and (options["diff"] or len(outputs) > 1 or other not in ("", "json")):
        wanted = "a patch" if options["diff"] else "several reports" if len(outputs) > 1 else other
        raise click.UsageError(f"--statistics are text or json, not {wanted}")


def fixed(
    paths: tuple[str, ...], desk: Desk, loaded: Loaded, options: Mapping[str, Any], archive: str
) -> Mended:
    """Make the fixes; an article from standard input goes to standard output, and the report aside."""
    from verify.fix.run import fix, told

    queue = queue_of(paths, desk, loaded, options)
    done = fix(
        queue,
        partial(run, desk=desk, archive=archive, jobs=options["jobs"]),
        desk.setup,
        unsafe=options["unsafe_fixes"],
        named=paths,
    )
    after = {change.number: change.after for change in done.changes}
    piped = _piped(queue)
    problems = [
        problem for number, data in piped.items() for problem in write_bytes("", after.get(number, data))
    ]
    closing = mended(done.count, len(done.changes), done.more)
    return Mended(told(done.report, problems), closing, bool(piped))


def differences(
    paths: tuple[str, ...],
    desk: Desk,
    loaded: Loaded,
    plugins: Plugins,
    options: Mapping[str, Any],
    archive: str,
) -> int:
    """Show as a patch what the fixes would change; 1 where they would, 0 where not."""
    from verify.fix.run import plan_fixes
    from verify.report.paint import coloured
    from verify.report.patch import patch, show

    queue = queue_of(paths, desk, loaded, options)
    unsafe, output = options["unsafe_fixes"], options["output"]
    done = plan_fixes(
        queue, partial(run, desk=desk, archive=archive, jobs=options["jobs"]), desk.setup, unsafe=unsafe
    )
    told = len(plugins.problems)
    if output in ("", "-") and (options["color"] or sys.stdout.isatty()):
        # For eyes; what goes to another program, or into a file, is bytes that it can apply.
        color = coloured(sys.stdout, options["color"])
        unwritten = write("", partial(show, done.changes, color=color))
    else:
        unwritten = write_bytes(output, patch(done.changes))
    plugins.done(done.before)
    if not options["quiet"]:
        remark(mended(done.count, len(done.changes), done.more, would=True))
    problems = (*done.report.problems, *unwritten, *plugins.problems[told:])
    for problem in problems:
        complain(str(problem))
    return 2 if problems else int(bool(done.changes) and not options["exit_zero"])


def _piped(queue: Queue) -> dict[int, bytes]:
    """The articles of the queue that came through standard input, by their places."""
    return {
        number: source.data
        for number, source in enumerate(queue)
        if isinstance(source, Source) and source.data is not None
    }
