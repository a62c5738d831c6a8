"""`verify profiles`: the house styles there are, or one of them point by point."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from verify.cli.streams import complain
from verify.config.load import load
from verify.config.profile import Resolved, named
from verify.model.finding import Problem
from verify.model.profile import SECTIONS
from verify.plugin.house import resolved
from verify.plugin.local import plugins_of


@click.command("profiles", short_help="List the house styles, or show one point by point.")
@click.argument("name", required=False, metavar="[NAME]")
@click.option(
    "--config",
    default="",
    envvar="VERIFY_CONFIG",
    metavar="FILE",
    help="Use this settings file and no other.",
)
def command(name: str | None, config: str) -> int:
    """List the house styles there are; of one (ap, house.toml) show each point and where it was said."""
    loaded = load("", config)
    plugins = plugins_of(loaded)
    known = plugins.profiles()
    problems: list[Problem] = []
    if name is None:
        sys.stdout.writelines(_listed(known, loaded.settings.profile, problems))
    else:
        own = name == loaded.settings.profile
        found, wrong = (
            resolved([one for one in loaded.layers if not one.table], known) if own else named(name, known)
        )
        problems += (*(loaded.problems if own else ()), *wrong)
        if found:
            sys.stdout.writelines(_shown(found))
    for problem in (*problems, *plugins.problems):
        complain(str(problem))
    return 2 if problems or plugins.problems else 0


def _listed(known: Mapping[str, Path], chosen: str, problems: list[Problem]) -> Iterator[str]:
    """The profiles, a line each, and whether the settings here name it."""
    width = max(map(len, known), default=0)
    for name in sorted(known):
        found, wrong = named(name, known)
        problems += wrong
        here = "  (chosen here)" if name == chosen else ""
        yield f"{name:{width}}  {found.title if found else ''}{here}\n"


def _shown(found: Resolved) -> Iterator[str]:
    """The points of a profile as TOML, each with where it was said; a ° marks general knowledge."""
    if found.title:
        yield f"# {found.title}\n"
    if found.general:
        yield "# ° general knowledge: confirm it against the house’s guide\n"
    section = ""
    for point, value in found.profile.points():
        table, _, key = point.partition(".")
        if table != section:
            section = table
            yield f"\n[{table}]  # {(SECTIONS[table].__doc__ or '').rstrip('.').lower()}\n"
        origin = found.origins.get(point, "nobody: left open")
        mark = " °" if point in found.general else ""
        yield f"{key} = {_toml(value)}  # {origin}{mark}\n"


def _toml(value: Any) -> str:  # noqa: ANN401 - whatever a point may hold
    if isinstance(value, Mapping):
        entries = ", ".join(f"{_toml(word)} = {_toml(other)}" for word, other in value.items())
        return f"{{ {entries} }}" if entries else "{}"
    return json.dumps(value, ensure_ascii=False)
