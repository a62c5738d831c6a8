"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar, get_args

import click
from msgspec.structs import replace

from verify.check.select import Wishes
from verify.cli.jobs import MOST
from verify.config.layers import Layer
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


_SETTINGS = (
    click.option(
        "--config",
        default="",
        envvar="VERIFY_CONFIG",
        metavar="FILE",
        help="Use this settings file and no other.",
    ),
    click.option("--isolated", is_flag=True, help="Use no settings file."),
)
_PATHS = click.argument("paths", nargs=-1, metavar="[PATH]...")
_JOBS = click.option(
    "--jobs", "-j", type=click.IntRange(0, MOST), default=0, envvar="VERIFY_JOBS", metavar="N",
    help="How many processes read articles (default: one a core, where there is enough to read).",
)  # fmt: skip
_MARKING = (
    click.option("--engine", default="", envvar="VERIFY_ENGINE", metavar="NAME",
                 help="Make the marks with this engine (default, or that of a plugin), not the settings’."),
    click.option("--models", default="", envvar="VERIFY_MODELS", metavar="DIR",
                 help="The folder of the models that the engine uses in place of its own."),
)  # fmt: skip
_READING = (
    _PATHS,
    *_SETTINGS,
    *_MARKING,
    click.option(
        "--stdin-filename", default="", metavar="NAME", help="What to call the article read from “-”."
    ),
    _JOBS,
)
_CHOOSING = (
    click.option("--select", multiple=True, callback=_names, metavar="RULES",
                 help="Run these rules or families only (a list with commas)."),
    click.option("--extend-select", multiple=True, callback=_names, metavar="RULES",
                 help="Run these rules or families too."),
    click.option("--ignore", multiple=True, callback=_names, metavar="RULES",
                 help="Leave these rules or families out."),
    click.option("--severity", multiple=True, callback=_levels, metavar="RULE=LEVEL",
                 help="Take a rule or family as error, warning, info or off."),
    click.option("--profile", envvar="VERIFY_PROFILE", metavar="NAME",
                 help="Hold all articles against this house style (ap, a TOML file), not the settings’."),
)  # fmt: skip


def all_of(options: tuple[Callable[[Command], Command], ...]) -> Callable[[Command], Command]:
    """Add several options, shown in this order."""

    def add(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return add


def reading(command: Command) -> Command:
    """Which files are read, and by which settings."""
    return all_of(_READING)(command)


def written(command: Command) -> Command:
    """Where the one report of a command goes."""
    return click.option(
        "--output", "-o", default="", metavar="FILE", help="Write to this file, not to standard output."
    )(command)


def in_form(*names: str) -> Callable[[Command], Command]:
    """How a list is written, the first where nobody says otherwise."""
    choice = click.Choice(names)
    return click.option("--format", "form", type=choice, default=names[0], help="How to write them.")


def locating(command: Command) -> Command:
    """Which files are read, and by which settings, where the report is no matter."""
    return all_of((_PATHS, *_SETTINGS, *_MARKING, _JOBS))(command)


def choosing(command: Command) -> Command:
    """Which rules run, and how grave they are."""
    return all_of(_CHOOSING)(command)


def archived(command: Command) -> Command:
    """The archive of earlier articles."""
    return click.option(
        "--archive",
        envvar="VERIFY_ARCHIVE",
        metavar="FILE",
        help="The archive of earlier articles (default: that of the settings).",
    )(command)


def supplied(command: Command) -> Command:
    """The sources that quotes are held against."""
    return click.option(
        "--sources",
        multiple=True,
        metavar="PATH",
        help="Hold quotes against this transcript, or this folder of them, too.",
    )(command)


def archive(loaded: Loaded, values: Mapping[str, Any]) -> str:
    """The archive that the options name, else that of the settings, or nothing."""
    named: str | None = values["archive"]
    return loaded.archive if named is None else named


def filing(command: Command) -> Command:
    """Which archive a command is about."""
    return archived(all_of(_SETTINGS)(command))


def its_archive(paths: tuple[str, ...], values: Mapping[str, Any]) -> tuple[str, Loaded]:
    """The archive that a command is about, and the settings; without one there is nothing to do."""
    loaded = load(paths[0] if paths else "", values["config"], isolated=values["isolated"])
    named = archive(loaded, values)
    if not named:
        raise click.UsageError("no archive is named: give --archive FILE, or archive in the settings")
    return named, loaded


def colours(command: Command) -> Command:
    """Whether the text is coloured."""
    return click.option(
        "--color/--no-color", default=None, help="Colours, or none (default: on a terminal)."
    )(command)


def set_by(command: Command) -> Command:
    """Which settings hold, for a command that reads no articles."""
    return all_of(_SETTINGS)(command)


def settings_here(values: Mapping[str, Any]) -> Loaded:
    """The settings of the folder where one stands, or those that the options name."""
    return load("", values["config"], isolated=values["isolated"])


def settings(paths: tuple[str, ...], values: Mapping[str, Any]) -> Loaded:
    """The settings that hold for the first path, or those that the options name."""
    first = values.get("stdin_filename", "") if paths[0] == "-" else paths[0]
    loaded = load(first, values["config"], isolated=values["isolated"])
    said = {key: values[key] for key in ("engine", "models") if values.get(key)}
    return replace(loaded, line=Layer(Path("--engine"), said)) if said else loaded


def wishes(values: Mapping[str, Any]) -> Wishes:
    """What the command line wishes of the rules."""
    return Wishes(
        select=values["select"],
        extend_select=values["extend_select"],
        ignore=values["ignore"],
        severity=values["severity"],
        today=values.get("today", ""),
    )
