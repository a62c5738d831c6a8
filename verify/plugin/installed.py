"""Which plugins are installed: asked without loading any of them, nor the library that loads them."""

from __future__ import annotations

import os
import sys
from importlib.machinery import PathFinder
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


_GROUP = "verify"


class Installed(NamedTuple):
    """A plugin that an installed distribution offers under the entry-point group `verify`."""

    distribution: str
    version: str
    name: str
    entry: EntryPoint

    def __str__(self) -> str:
        return f"{self.distribution} {self.version}"


def installed() -> tuple[Installed, ...]:
    """The plugins of the environment by name, without those that VERIFY_DISABLE_PLUGINS lists."""
    disabled = {name.strip() for name in os.environ.get("VERIFY_DISABLE_PLUGINS", "").split(",")}
    if "all" in disabled or not _offered():
        return ()
    from importlib.metadata import entry_points

    found = set()
    for entry in entry_points(group=_GROUP):
        distribution, version = (entry.dist.name, entry.dist.version) if entry.dist else (entry.name, "?")
        if not {distribution, entry.name} & disabled:
            found.add(Installed(distribution, version, entry.name, entry))
    return tuple(sorted(found, key=lambda one: one[:3]))


def _offered() -> bool:
    """Whether any distribution may offer a plugin; True where only importlib.metadata can tell.

    Most environments hold none, and to import importlib.metadata takes a tenth of a short run.
    """
    if any(hasattr(finder, "find_distributions") and finder is not PathFinder for finder in sys.meta_path):
        return True
    wanted = f"[{_GROUP}]"
    for entry in sys.path:
        try:
            found = [file for file in Path(entry).iterdir() if file.suffix in (".dist-info", ".egg-info")]
        except NotADirectoryError:
            return True  # an archive
        except OSError:
            continue
        for file in found:
            try:
                if wanted in (file / "entry_points.txt").read_text(encoding="utf8", errors="replace"):
                    return True
            except OSError:
                continue
    return False
