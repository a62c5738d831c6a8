"""The day of a run: said, else that of SOURCE_DATE_EPOCH, else that of the clock."""

from __future__ import annotations

import datetime
import os

import click

from verify.cli.options import Command


def _day(_ctx: click.Context, _option: click.Parameter, value: str | None) -> str:
    """The only place that looks at a clock."""
    if value is not None:
        try:
            return datetime.date.fromisoformat(value).isoformat()
        except ValueError:
            raise click.BadParameter(f'"{value}": expected a day such as 2027-01-31') from None
    if epoch := os.environ.get("SOURCE_DATE_EPOCH", ""):
        try:
            return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date().isoformat()
        except (ValueError, OverflowError, OSError):
            raise click.UsageError(
                f'SOURCE_DATE_EPOCH is "{epoch:.30}": expected seconds since 1970'
            ) from None
    return datetime.date.today().isoformat()  # noqa: DTZ011 - the day where the editor sits


def dated(command: Command) -> Command:
    """Which day it is."""
    return click.option(
        "--today",
        callback=_day,
        metavar="DAY",
        help="The day of the run (2027-01-31), which ends allowances; by default that of the clock.",
    )(command)
