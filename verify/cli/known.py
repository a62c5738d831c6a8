"""What `verify check` leaves out because it is known, and what it says of that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from verify.check.fresh import new_only, told_apart
from verify.check.outcome import Report
from verify.cli.going import go_through
from verify.cli.options import Command, all_of
from verify.cli.streams import remark
from verify.config.load import Loaded
from verify.model.finding import Problem
from verify.plugin.desk import Desk
from verify.report.cells import neutral
from verify.report.counts import counted

_BASELINE = click.option(
    "--baseline",
    metavar="FILE",
    help="The baseline of findings that are settled for (default: that of the settings).",
)
_NEWS = (
    _BASELINE,
    click.option(
        "--changed-since",
        metavar="REV",
        help="Tell only what the changes since this git revision brought about.",
    ),
)


def news(command: Command) -> Command:
    """What makes a finding new."""
    return all_of(_NEWS)(command)


def settled_for(command: Command) -> Command:
    """The baseline of findings that nobody wants to hear of again."""
    return _BASELINE(command)


def asked_of_new(loaded: Loaded, options: Mapping[str, Any]) -> None:
    """Refuse what makes no sense together."""
    if options["changed_since"] is not None and (options["fix"] or options["diff"]):
        raise click.UsageError("--changed-since goes without --fix and --diff: they mend whole articles")
    if options["fail_on"] == "new" and options["changed_since"] is None and not baseline(loaded, options):
        raise click.UsageError("--fail-on new needs a baseline or --changed-since")


def found(
    paths: tuple[str, ...], desk: Desk, loaded: Loaded, options: Mapping[str, Any], archive: str
) -> Report:
    """What the desk finds in the articles; since a revision, what is older is known."""
    if options["changed_since"] is None:
        return go_through(paths, desk, loaded, options, archive)
    from verify.cli.changed import changed_since

    return changed_since(options["changed_since"], paths, desk, loaded, options, archive)


def baseline(loaded: Loaded, values: Mapping[str, Any]) -> str:
    """The baseline that the options name, else that of the settings, or nothing."""
    named: str | None = values["baseline"]
    return loaded.baseline if named is None else named


def narrowed(
    report: Report, paths: tuple[str, ...], desk: Desk, loaded: Loaded, options: Mapping[str, Any]
) -> Report:
    """The report without what is known or, where only new findings are to fail, with that marked."""
    name = baseline(loaded, options)
    if name:
        report = _held_against_baseline(name, report, paths, desk, options)
    if fails_on(loaded, options) == "new":
        return report
    known = sum(one.known for one in report.findings)
    if known and not options["quiet"]:
        verb = "is" if known == 1 else "are"
        remark(f"{counted(known, 'known finding')} {verb} not shown (--fail-on new shows them).")
    return new_only(report)


def fails_on(loaded: Loaded, options: Mapping[str, Any]) -> str:
    """From which severity on findings fail the run; "new" of new ones alone."""
    wish: str | None = options["fail_on"]
    return wish or loaded.settings.fail_on


def _held_against_baseline(
    name: str, report: Report, paths: tuple[str, ...], desk: Desk, options: Mapping[str, Any]
) -> Report:
    from verify.check.baseline import load, settled
    from verify.fix.run import told
    from verify.store.places import Places

    entries = load(name)
    if isinstance(entries, Problem):
        return told(report, (entries,))
    held = settled(report, entries, Places(name), desk.setup, paths)
    if (gone := sum(held.gone.values())) and not options["quiet"]:
        subject = "1 entry" if gone == 1 else f"{gone:,} entries"
        verb = "is" if gone == 1 else "are"
        remark(f"{neutral(name)}: {subject} of the baseline {verb} no longer found.")
    return told_apart(report, held.verdict.known)
