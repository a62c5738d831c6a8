"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar, get_args

import click

from verify.check.select import Wishes
from verify.cli.jobs import MOST
from verify.config.load import Loaded, load
from verify.config.schema import Level

Command = TypeVar("Command", bound=Callable[..., Any])
LEVELS = get_args(Level)


def _names(_ctx: click.Context, _option: click.Parameter, values: Iterable[str]) -> tuple[str, ...]:
    """Comma lists, repeated at will, as one list."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def _levels(_ctx: click.Context, _option: click.Parameter, values: Iterable[str]) -> dict[str, str]:
    levels = {}
    for value in values:
        name, found, level = value.partition("=")
        if not found or level not in LEVELS:
            raise click.BadParameter(f'"{value}": expected RULE={"|".join(LEVELS)}')
        levels[name] = level
    return levels


_READING = (
    click.argument("paths", nargs=-1, metavar="[PATH]..."),
    click.option(
        "--output", "-o", default="", metavar="FILE", help="Write to this file, not to standard output."
    ),
    click.option("--config", default="", metavar="FILE", help="Use this settings file and no other."),
    click.option("--isolated", is_flag=True, help="Use no settings file."),
    click.option(
        "--stdin-filename", default="", metavar="NAME", help="What to call the article read from “-”."
    ),
    click.option(
        "--jobs", "-j", type=click.IntRange(0, MOST), default=0, envvar="VERIFY_JOBS", metavar="N",
        help="How many processes read articles (default: one a core, where there is enough to read).",
    ),
)  # fmt: skip
_CHOOSING = (
    click.option("--select", multiple=True, callback=_names, metavar="RULES",
                 help="Run these rules or families only (a list with commas)."),
    click.option("--extend-select", multiple=True, callback=_names, metavar="RULES",
                 help="Run these rules or families too."),
    click.option("--ignore", multiple=True, callback=_names, metavar="RULES",
                 help="Leave these rules or families out."),
    click.option("--severity", multiple=True, callback=_levels, metavar="RULE=LEVEL",
                 help="Take a rule or family as error, warning, info or off."),
)  # fmt: skip


def _all(options: tuple[Callable[[Command], Command], ...]) -> Callable[[Command], Command]:
    def add(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return add


def reading(command: Command) -> Command:
    """Which files are read, by which settings, and where the report goes."""
    return _all(_READING)(command)


def choosing(command: Command) -> Command:
    """Which rules run, and how grave they are."""
    return _all(_CHOOSING)(command)


def colours(command: Command) -> Command:
    """Whether the text is coloured."""
    return click.option(
        "--color/--no-color", default=None, help="Colours, or none (default: on a terminal)."
    )(command)


def settings(paths: tuple[str, ...], values: Mapping[str, Any]) -> Loaded:
    """The settings that hold for the first path, or those that the options name."""
    first = values["stdin_filename"] if paths[0] == "-" else paths[0]
    return load(first, values["config"], isolated=values["isolated"])


def wishes(values: Mapping[str, Any]) -> Wishes:
    """What the command line wishes of the rules."""
    return Wishes("", values["select"], values["extend_select"], values["ignore"], values["severity"])
