"""Finding the settings that hold for an article: those of its repository, the nearest last."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from verify.config.layers import Layer, merged
from verify.config.schema import Settings
from verify.config.sheet import Sheet, sheet
from verify.model.finding import Problem

_MAGIC = frozenset("*?[")
"""What makes a pattern of a path."""


class Loaded(Struct, frozen=True):
    """Settings with the nearest file they come from (None: the defaults), and what was wrong.

    `layers` are the files that they were put together from, each followed by its [[paths]] tables, which
    `settings` leaves out; `alone` says that they hold for every article, wherever it lies. `line` is what
    the command line says in place of them all.
    """

    settings: Settings
    path: Path | None = None
    problems: tuple[Problem, ...] = ()
    layers: tuple[Layer, ...] = ()
    alone: bool = True
    line: Layer | None = None

    @property
    def folder(self) -> Path:
        """The folder of the nearest settings file."""
        return self.path.parent if self.path else Path()

    @property
    def archive(self) -> str:
        """The archive that the settings name, seen from here, or nothing."""
        return self._place("archive")

    @property
    def baseline(self) -> str:
        """The baseline that the settings name, seen from here, or nothing."""
        return self._place("baseline")

    @property
    def cache(self) -> str:
        """The folder of the cache that the settings name, seen from here, or nothing."""
        return self._place("cache-dir")

    @property
    def output(self) -> Layer | None:
        """The nearest layer that says which reports are written."""
        return self._nearest("output")

    def _place(self, key: str) -> str:
        """The place that the nearest layer gives under a key."""
        nearest = self._nearest(key)
        name = nearest.said[key] if nearest else ""
        return (nearest.folder / name).as_posix() if nearest and name else ""

    def _nearest(self, key: str) -> Layer | None:
        """The nearest layer that says something under a key."""
        return next((layer for layer in reversed(self.layers) if key in layer.said), None)


def load(first: str = "", config: str = "", *, isolated: bool = False) -> Loaded:
    """The settings in `config`, or those that hold for the path given; with `isolated` the defaults."""
    if isolated:
        # Also where the environment names a file.
        return Loaded(Settings())
    if config:
        path = Path(config)
        return _put_together([sheet(path)], repository(path.parent) or path.parent, alone=True)
    return Cascade().of(first)


class Cascade:
    """The settings of each folder: every file from the repository's root down to it adds its layer."""

    def __init__(self) -> None:
        self._sheets: dict[Path, Sheet | None] = {}
        self._loaded: dict[Path, Loaded] = {}

    def of(self, path: str) -> Loaded:
        """The settings that hold for the articles in a folder, or in the folder of a file."""
        # "-" is standard input, and a pattern such as "**/*.md" starts where we stand.
        start = "" if path == "-" or (not _MAGIC.isdisjoint(path) and not os.path.lexists(path)) else path
        place = Path(os.path.abspath(start))  # noqa: PTH100 - it also takes ".." away, by name alone
        return self._in(place if place.is_dir() else place.parent)

    def of_folder(self, folder: str) -> Loaded:
        """The settings that hold for the articles in a folder."""
        return self._in(Path(os.path.abspath(folder)))  # noqa: PTH100 - as above

    def _in(self, folder: Path) -> Loaded:
        if folder not in self._loaded:
            sheets: list[Sheet] = []
            top = folder
            for each in (folder, *folder.parents):
                found = self._sheet(each)
                if found:
                    sheets.insert(0, found)
                    top = each
                if (each / ".git").exists():
                    top = each
                    break
                if found and found.own.get("root"):
                    break
            self._loaded[folder] = _put_together(sheets, repository(top) or top, alone=False)
        return self._loaded[folder]

    def _sheet(self, folder: Path) -> Sheet | None:
        """The settings file of a folder, read once."""
        if folder not in self._sheets:
            self._sheets[folder] = None
            if (own := folder / "verify.toml").is_file():
                self._sheets[folder] = sheet(_short(own))
            elif (project := folder / "pyproject.toml").is_file() and _speaks_of_us(project):
                self._sheets[folder] = sheet(_short(project))
        return self._sheets[folder]


def _put_together(sheets: list[Sheet], top: Path, *, alone: bool) -> Loaded:
    """The settings that the files say together; `top` is the folder that none of them may leave."""
    problems: list[Problem] = []
    layers: list[Layer] = []
    for nearest in sheets:
        for one in _built_on(nearest, top, problems):
            problems += one.problems
            layers += one.layers
    path = sheets[-1].path if sheets else None
    return Loaded(merged(layers), path, tuple(dict.fromkeys(problems)), tuple(layers), alone)


def _built_on(nearest: Sheet, top: Path, problems: list[Problem]) -> list[Sheet]:
    """A settings file, and before it those that it extends."""
    chain = [nearest]
    seen = {nearest.path.resolve(): nearest.path}
    while name := chain[0].own.get("extends", ""):
        asks = chain[0].layers[0]
        path = _short(Path(os.path.abspath(asks.folder / name)))  # noqa: PTH100 - as above
        if not lies_in(path, top):
            problems.append(Problem(asks.place("extends"), f'"{name}" does not lie in the same repository'))
            break
        if path.resolve() in seen:
            circle = " → ".join(str(one) for one in (*(each.path for each in reversed(chain)), path))
            problems.append(
                Problem(asks.place("extends"), f"the files extend one another in a circle: {circle}")
            )
            break
        seen[path.resolve()] = path
        chain.insert(0, sheet(path))
    return chain


def lies_in(path: Path, folder: Path) -> bool:
    """Whether a path, its links followed, leads to a place in a folder."""
    return "\0" not in str(path) and path.resolve().is_relative_to(folder.resolve())


def repository(folder: Path) -> Path | None:
    """The folder of the repository that a folder lies in."""
    for each in _upwards(folder):
        if (each / ".git").exists():
            return each
    return None


def _upwards(folder: Path) -> Iterator[Path]:
    place = folder.absolute()
    yield from (place, *place.parents)


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
