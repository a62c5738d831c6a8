"""One settings file as read: what cannot be used is named, and the rest is used."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from verify.config.layers import Layer
from verify.config.schema import EXPECTED, INSIDE, Place, Settings
from verify.config.suggest import did_you_mean
from verify.model.finding import Problem

PATTERNS = frozenset(("include", "exclude"))


class Sheet(Struct, frozen=True):
    """The layers of a file, its own before those of its tables, and what was wrong in it."""

    path: Path
    layers: tuple[Layer, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def own(self) -> Mapping[str, Any]:
        """What the file says for all the articles that it holds for."""
        return self.layers[0].said


def sheet(path: Path) -> Sheet:
    """A settings file: a verify.toml, or the table [tool.verify] of a pyproject.toml."""
    # Most single articles are checked where no settings are: TOML is imported where there are some.
    from verify.config.toml import read

    table: Any = read(path)
    if isinstance(table, Problem):
        return Sheet(path, (Layer(path, {}),), (table,))
    if path.name == "pyproject.toml":
        tool = table.get("tool", {})
        table = tool.get("verify", {}) if isinstance(tool, dict) else None
        if not isinstance(table, dict):
            return Sheet(path, (Layer(path, {}),), (Problem(str(path), "tool.verify: expected a table"),))
    tables = table.pop("paths", [])
    said, problems = _usable(table, Settings, Layer(path, {}))
    layers = [Layer(path, said)]
    if not isinstance(tables, list):
        problems.append(_wrong(str(path), "paths: ", EXPECTED["paths"], tables))
        tables = []
    for number, entry in enumerate(tables, 1):
        layer = Layer(path, {}, number)
        if not isinstance(entry, dict):
            problems.append(_wrong(layer.where, "", "a table", entry))
            continue
        said, wrong = _usable(entry, Place, layer)
        if not wrong and not said.keys() - PATTERNS:
            known = ", ".join(sorted({*_fields(Place)} - PATTERNS))
            wrong = [Problem(layer.where, f"says nothing of its files (it may hold {known})")]
        problems += wrong
        # A table whose patterns are wrong would hold for other files than were meant.
        if not any(problem.where.startswith(layer.place(key)) for key in PATTERNS for problem in wrong):
            layers.append(Layer(path, said, number))
    return Sheet(path, tuple(layers), tuple(problems))


def _fields(kind: type[msgspec.Struct]) -> dict[str, Any]:
    return {field.encode_name: field.type for field in msgspec.structs.fields(kind)}


def _usable(
    table: Mapping[str, Any], kind: type[msgspec.Struct], layer: Layer
) -> tuple[dict[str, Any], list[Problem]]:
    """What a table says, converted key by key, so that one wrong key does not lose the others."""
    known = _fields(kind)
    said: dict[str, Any] = {}
    problems = []
    for key, value in table.items():
        if key not in known:
            problems.append(Problem(layer.where, f'unknown key "{key}"{did_you_mean(key, known)}'))
        elif key in INSIDE and isinstance(value, dict):
            # So is a table, entry by entry.
            said[key] = {}
            for name, entry in value.items():
                try:
                    said[key] |= msgspec.convert({name: entry}, known[key])
                except msgspec.ValidationError:
                    problems.append(_wrong(layer.place(f'{key}."{name}"'), "", INSIDE[key], entry))
        else:
            try:
                said[key] = msgspec.convert(value, known[key])
            except msgspec.ValidationError:
                problems.append(_wrong(layer.place(key), "", EXPECTED[key], value))
    return said, problems


def _wrong(where: str, key: str, expected: str, value: object) -> Problem:
    shown = "a table" if isinstance(value, dict) else f"{value!r:.60}"
    return Problem(where, f"{key}expected {expected}, got {shown}")
