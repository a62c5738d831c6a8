"""`verify plugins`: what is loaded, from where, and what it brings."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from typing import Any

import click

from verify.cli.options import set_by, settings_here
from verify.cli.streams import complain
from verify.plugin.local import Pack, PythonFile, plugins_of
from verify.plugin.manager import Load, Plugins

_PARTS = ("rules", "readers", "marks", "reporters", "profiles")


@click.command("plugins", short_help="List the plugins, and what each brings.")
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help="How to write them."
)
@set_by
def command(form: str, **options: Any) -> int:  # noqa: ANN401 - click's values
    """List installed plugins, Python files and rule packs of the settings, and what each brings."""
    loaded = settings_here(options)
    plugins = plugins_of(loaded)
    parts = _parts(plugins)
    values = [_values(load, plugins, parts[load.name]) for load in plugins.loads]
    if form == "json":
        sys.stdout.write(json.dumps(values, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for one in values for line in _lines(one))
        if not values:
            sys.stdout.write("no plugin is installed, and the settings name none\n")
    problems = (*loaded.problems, *plugins.problems)
    for problem in problems:
        complain(str(problem))
    return 2 if problems else 0


def _parts(plugins: Plugins) -> dict[str, Counter[str]]:
    """How many parts of each kind every plugin gives."""
    counts: dict[str, Counter[str]] = {load.name: Counter() for load in plugins.loads}
    given: Iterable[tuple[str, Iterable[str]]] = zip(_PARTS, plugins.owners(), strict=True)
    for kind, owners in given:
        for owner in owners:
            if owner in counts:
                counts[owner][kind] += 1
    return counts


def _values(load: Load, plugins: Plugins, parts: Counter[str]) -> dict[str, object]:
    entry = load.plugin.entry
    kind = "pack" if isinstance(entry, Pack) else "file" if isinstance(entry, PythonFile) else "distribution"
    return {
        "name": load.plugin.distribution,
        "version": load.plugin.version,
        "kind": kind,
        "entry": str(getattr(entry, "value", load.plugin.name)),
        "loaded": load.well,
        "milliseconds": round(1000 * load.seconds, 1),
        "hooks": list(plugins.hooks_of(load.name)) if load.well else [],
        **{part: parts[part] for part in _PARTS},
    }


def _lines(one: dict[str, Any]) -> Iterable[str]:
    state = "" if one["loaded"] else "  NOT LOADED"
    name = f"{one['name']} {one['version']}".rstrip()
    yield f"{name}  ({one['kind']} {one['entry']}, {one['milliseconds']:.0f} ms){state}"
    brings = ", ".join(
        f"{one[part]:,} {part if one[part] != 1 else part[:-1]}" for part in _PARTS if one[part]
    )
    if one["hooks"]:
        yield f"  {', '.join(one['hooks'])}{': ' if brings else ''}{brings}"
