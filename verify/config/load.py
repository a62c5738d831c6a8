"""Finding and reading the settings; what cannot be used is named, and the rest is used."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from verify.config.schema import EXPECTED, INSIDE, Settings
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
    import tomllib

    from verify.config.toml import loads

    try:
        text = path.read_bytes().decode("utf-8-sig")
        table: Any = loads(text)
    except OSError as error:
        return _unusable(path, str(path), f"cannot be read: {error.strerror}")
    except UnicodeDecodeError as error:
        return _unusable(path, str(path), f"is not UTF-8 (byte {error.start:,})")
    except tomllib.TOMLDecodeError as error:
        return _unusable(path, *_broken(path, str(error)))
    if path.name == "pyproject.toml":
        tool = table.get("tool", {})
        table = tool.get("verify", {}) if isinstance(tool, dict) else None
        if not isinstance(table, dict):
            return _unusable(path, str(path), "tool.verify: expected a table")
    return _settings(path, table)


def _unusable(path: Path, where: str, message: str) -> Loaded:
    return Loaded(Settings(), path, (Problem(where, message),))


def _broken(path: Path, message: str) -> tuple[str, str]:
    """Place and words of a TOML error, the line put where an editor can jump to it."""
    what, found, place = message.partition(" (at line ")
    if not found:
        return str(path), f"broken TOML: {message}"
    line, column = re.findall(r"\d+", place)[:2]
    return f"{path}:{line}:{column}", f"broken TOML: {what[:1].lower()}{what[1:]}"


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
        try:
            values[field.name] = msgspec.convert(value, field.type)
        except msgspec.ValidationError:
            problems.append(_wrong(path, key, EXPECTED[key], value))
    return Loaded(Settings(**values), path, tuple(problems))


def _wrong(path: Path, key: str, expected: str, value: object) -> Problem:
    shown = "a table" if isinstance(value, dict) else f"{value!r:.60}"
    return Problem(str(path), f"{key}: expected {expected}, got {shown}")
