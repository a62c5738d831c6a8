"""Which plugins are installed: asked without loading any of them, nor the library that loads them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


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
    if "all" in disabled:
        return ()
    from importlib.metadata import entry_points

    found = set()
    for entry in entry_points(group="verify"):
        distribution, version = (entry.dist.name, entry.dist.version) if entry.dist else (entry.name, "?")
        if not {distribution, entry.name} & disabled:
            found.add(Installed(distribution, version, entry.name, entry))
    return tuple(sorted(found, key=lambda one: one[:3]))
