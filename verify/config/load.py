"""Finding and reading the settings; what cannot be used is named, and the rest is used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from verify.config.schema import EXPECTED, INSIDE, Place, Settings
from verify.config.suggest import did_you_mean
from verify.model.finding import Problem


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings with the file they come from (None: the defaults), and what was wrong in it."""

    settings: Settings
    path: Path | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def folder(self) -> Path:
        """The folder that the file patterns of the settings start from."""
        return self.path.parent if self.path else Path()

    @property
    def archive(self) -> str:
        """The archive that the settings name, seen from here, or nothing."""
        return (self.folder / self.settings.archive).as_posix() if self.settings.archive else ""

    @property
    def baseline(self) -> str:
        """The baseline that the settings name, seen from here, or nothing."""
        return (self.folder / self.settings.baseline).as_posix() if self.settings.baseline else ""

    @property
    def cache(self) -> str:
        """The folder of the cache that the settings name, seen from here, or nothing."""
        return (self.folder / self.settings.cache_dir).as_posix() if self.settings.cache_dir else ""


def load(first: str = "", config: str = "", *, isolated: bool = False) -> Loaded:
    """The settings in `config`, or those nearest to the first path given; with `isolated` the defaults."""
    if config:
        return _read(Path(config))
    if isolated:
        return Loaded(Settings())
    for folder in _upwards(first):
        if (own := folder / "verify.toml").is_file():
            return _read(own)
        if (project := folder / "pyproject.toml").is_file() and _speaks_of_us(project):
            return _read(project)
    return Loaded(Settings())


def _upwards(first: str) -> tuple[Path, ...]:
    """The folder of the path, then those above it; as the user wrote them as far as that goes."""
    # "-" is standard input, and a pattern such as "**/*.md" starts where we stand.
    start = Path(first) if first and first != "-" and not re.search(r"[*?\[]", first) else Path()
    folder = start if start.is_dir() else start.parent
    above = folder.absolute().parents
    return (folder, *(_short(parent) for parent in above))


def _short(path: Path) -> Path:
    """The path from here where it lies below, so that messages stay readable."""
    try:
        return path.relative_to(Path.cwd())
    except ValueError:
        return path


def _speaks_of_us(project: Path) -> bool:
    """Whether a pyproject.toml has a table for us; one that is broken elsewhere is none of our business."""
    try:
        data = project.read_bytes()
    except OSError:
        return False
    if b"verify" not in data:
        return False
    from verify.config.toml import loads

    try:
        tool = loads(data.decode("utf-8")).get("tool")
        return isinstance(tool, dict) and "verify" in tool
    except ValueError:
        return re.search(rb"\[tool\.verify[\].]", data) is not None


def _read(path: Path) -> Loaded:
    # Most single articles are checked where no settings are: TOML is imported where there are some.
    from verify.config.toml import read

    table: Any = read(path)
    if isinstance(table, Problem):
        return Loaded(Settings(), path, (table,))
    if path.name == "pyproject.toml":
        tool = table.get("tool", {})
        table = tool.get("verify", {}) if isinstance(tool, dict) else None
        if not isinstance(table, dict):
            return Loaded(Settings(), path, (Problem(str(path), "tool.verify: expected a table"),))
    return _settings(path, table)


def _settings(path: Path, table: dict[str, Any]) -> Loaded:
    """Convert key by key, so that one wrong key does not lose the others."""
    fields = {field.encode_name: field for field in msgspec.structs.fields(Settings)}
    values: dict[str, Any] = {}
    problems = []
    for key, value in table.items():
        if key not in fields:
            problems.append(Problem(str(path), f'unknown key "{key}"{did_you_mean(key, fields)}'))
            continue
        field = fields[key]
        if key in INSIDE and isinstance(value, dict):
            # So does a table, entry by entry.
            usable: dict[str, Any] = {}
            for name, entry in value.items():
                try:
                    usable |= msgspec.convert({name: entry}, field.type)
                except msgspec.ValidationError:
                    problems.append(_wrong(path, f'{key}."{name}"', INSIDE[key], entry))
            values[field.name] = usable
            continue
        if key == "paths" and isinstance(value, list):
            values[field.name] = tuple(_places(path, value, problems))
            continue
        try:
            values[field.name] = msgspec.convert(value, field.type)
        except msgspec.ValidationError:
            problems.append(_wrong(path, key, EXPECTED[key], value))
    return Loaded(Settings(**values), path, tuple(problems))


def _places(path: Path, tables: list[Any], problems: list[Problem]) -> Iterator[Place]:
    """The tables of [[paths]]; one that is wrong is told by its number, and is left out."""
    known = {field.encode_name: EXPECTED[field.encode_name] for field in msgspec.structs.fields(Place)}
    for number, table in enumerate(tables, 1):
        where = f"paths[{number}]"
        wrong = []
        for key, value in table.items() if isinstance(table, dict) else ():
            if key not in known:
                hint = did_you_mean(key, known)
                wrong.append(Problem(str(path), f'{where}: unknown key "{key}"{hint}'))
                continue
            try:
                msgspec.convert({"profile": ""} | {key: value}, Place)
            except msgspec.ValidationError:
                wrong.append(_wrong(path, f"{where}.{key}", known[key], value))
        if not isinstance(table, dict) or "profile" not in table:
            wrong.append(_wrong(path, where, "a table that names a profile", table))
        problems += wrong
        if not wrong:
            yield msgspec.convert(table, Place)


def _wrong(path: Path, key: str, expected: str, value: object) -> Problem:
    shown = "a table" if isinstance(value, dict) else f"{value!r:.60}"
    return Problem(str(path), f"{key}: expected {expected}, got {shown}")
