"""Which plugins are installed: asked without loading any of them, nor the library that loads them."""

from __future__ import annotations

import os
import sys
from importlib.machinery import PathFinder
from pathlib import Path
from typing import NamedTuple, Protocol

_GROUP = "verify"


class Entry(Protocol):
    """Where a plugin is loaded from: an entry point, or a file beside the settings."""

    def load(self) -> object:
        """The module or object with the hooks."""


class Installed(NamedTuple):
    """A plugin that an installed distribution offers under the entry-point group `verify`, or a local file.

    A local file goes by its path, and has no version.
    """

    distribution: str
    version: str
    name: str
    entry: Entry

    def __str__(self) -> str:
        return f"{self.distribution} {self.version}".rstrip()


def installed() -> tuple[Installed, ...]:
    """The plugins of the environment by name, without those that VERIFY_DISABLE_PLUGINS lists."""
    left_out = disabled()
    if "all" in left_out or not _offered():
        return ()
    from importlib.metadata import entry_points

    found = set()
    for entry in entry_points(group=_GROUP):
        distribution, version = (entry.dist.name, entry.dist.version) if entry.dist else (entry.name, "?")
        if not {distribution, entry.name} & left_out:
            found.add(Installed(distribution, version, entry.name, entry))
    return tuple(sorted(found, key=lambda one: one[:3]))


def disabled() -> set[str]:
    """The plugins that VERIFY_DISABLE_PLUGINS lists; "all" is all."""
    return {name.strip() for name in os.environ.get("VERIFY_DISABLE_PLUGINS", "").split(",")}


def _offered() -> bool:
    """Whether any distribution may offer a plugin; True where only importlib.metadata can tell.

    Most environments hold none, and to import importlib.metadata takes a tenth of a short run.
    """
    if any(hasattr(finder, "find_distributions") and finder is not PathFinder for finder in sys.meta_path):
        return True
    wanted = f"[{_GROUP}]"
    for entry in sys.path:
        try:
            names = os.listdir(entry or ".")  # noqa: PTH208 - a path for each module of Python takes its time
        except NotADirectoryError:
            return True  # an archive
        except OSError:
            continue
        for name in names:
            if not name.endswith((".dist-info", ".egg-info")):
                continue
            try:
                if wanted in Path(entry, name, "entry_points.txt").read_text(
                    encoding="utf8", errors="replace"
                ):
                    return True
            except OSError:
                continue
    return False
