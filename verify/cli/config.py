"""`verify config`: the settings that hold for a path, and where each was said."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from verify.cli.options import filing
from verify.cli.streams import complain
from verify.config.layers import Layer
from verify.config.load import load
from verify.config.origins import Value, origins
from verify.lexicon.late import late
from verify.model.finding import Problem
from verify.plugin.scopes import Scopes

_BARE = late(r"[\w-]+")
_SCHEMA = Path(__file__).parent.parent / "config" / "verify.schema.json"


@click.command("config", short_help="Show which settings hold, and where each was said.")
@click.argument("path", default="", metavar="[PATH]")
@filing
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help="How to write them."
)
@click.option("--schema", is_flag=True, help="Print the JSON Schema of settings files, for editors.")
def command(path: str, form: str, archive: str | None, config: str, *, isolated: bool, schema: bool) -> int:
    """Show the settings that hold for an article or a folder (default: here), and where each was said."""
    if schema:
        sys.stdout.write(_SCHEMA.read_text(encoding="utf-8"))
        return 0
    loaded = load(path, config, isolated=isolated)
    layers = loaded.layers
    # Tables speak of files: of a folder all of them are shown to nobody, since none may hold.
    layers = Scopes().holding(layers, path) if path and not Path(path).is_dir() else _files(layers)
    values = [value for value in origins(layers) if archive is None or value.key != ("archive",)]
    if archive is not None:
        values.append(Value(("archive",), archive, "--archive or VERIFY_ARCHIVE"))
    if form == "json":
        table = _as_json(path, layers, values, loaded.problems)
        sys.stdout.write(json.dumps(table, ensure_ascii=False, indent=2, default=str) + "\n")
    else:
        sys.stdout.writelines(_as_text(path, layers, values))
    for problem in loaded.problems:
        complain(str(problem))
    return 2 if loaded.problems else 0


def _files(layers: Sequence[Layer]) -> tuple[Layer, ...]:
    return tuple(layer for layer in layers if not layer.table)


def _as_text(path: str, layers: Sequence[Layer], values: Sequence[Value]) -> Iterator[str]:
    """The files in the order in which they add up, then a value a line, as TOML, with its place."""
    names = ", ".join(layer.path.as_posix() for layer in _files(layers)) or "no settings file"
    yield f"# {path or '.'}: {names}\n"
    rows = [(f"{_dotted(one.key)} = {_toml(one.value)}", _place(one)) for one in values]
    width = min(max(len(said) for said, _ in rows), 60)
    for said, place in rows:
        yield f"{said:{width}}  # {place}\n"


def _place(value: Value) -> str:
    if not value.path:
        return "default"
    return f"{value.path}:{value.line}" if value.line else value.path


def _dotted(key: tuple[str, ...]) -> str:
    return ".".join(part if _BARE.fullmatch(part) else json.dumps(part, ensure_ascii=False) for part in key)


def _toml(value: object) -> str:
    return "{}" if value == {} else json.dumps(value, ensure_ascii=False, default=str)


def _as_json(
    path: str, layers: Sequence[Layer], values: Sequence[Value], problems: Sequence[Problem]
) -> dict[str, object]:
    return {
        "path": path or ".",
        "files": [layer.path.as_posix() for layer in _files(layers)],
        "settings": [
            {
                "key": list(one.key),
                "value": one.value,
                "file": one.path or None,
                "line": one.line or None,
                "table": one.table or None,
            }
            for one in values
        ],
        "problems": [str(problem) for problem in problems],
    }
