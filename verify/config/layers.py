"""What holds for a file is laid down in layers: each settings file is one, and so is each [[paths]] table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from verify.config.schema import Settings

ADDED = ("extend-select", "ignore", "people", "packs", "plugins", "sources", "words", "include", "exclude")
"""Keys to which a nearer file adds; tables it merges entry by entry, and all else it sets."""


class Layer(Struct, frozen=True):
    """What one settings file says, key by key, or one of its [[paths]] tables (counted from 1)."""

    path: Path
    said: Mapping[str, Any]
    table: int = 0

    @property
    def where(self) -> str:
        """The file, and the table in it."""
        return f"{self.path}: paths[{self.table}]" if self.table else str(self.path)

    @property
    def folder(self) -> Path:
        """The folder that patterns and files of the layer count from."""
        return self.path.parent

    def place(self, key: str) -> str:
        """Where a key of the layer stands, as problems name it."""
        return f"{self.where}.{key}" if self.table else f"{self.where}: {key}"


def files(layers: Iterable[Layer], key: str) -> tuple[Path, ...]:
    """The files that the layers name under a key, each seen from the folder of its own layer."""
    return tuple(layer.folder / name for layer in layers for name in layer.said.get(key, ()))


def merged(layers: Iterable[Layer]) -> Settings:
    """What the layers say together, the nearest last; what a table says is left to the file it names."""
    values: dict[str, Any] = {}
    for layer in layers:
        for key, said in layer.said.items() if not layer.table else ():
            field = key.replace("-", "_")
            under = values.get(field)
            if under is None or (key == "profile-overrides" and "profile" in layer.said):
                values[field] = said
            elif key in ADDED:
                values[field] = (*under, *said)
            elif isinstance(said, dict):
                values[field] = _joined(under, said)
            else:
                values[field] = said
        if "profile" in layer.said and "profile-overrides" not in layer.said and not layer.table:
            values.pop("profile_overrides", None)
    return Settings(**values)


def _joined(far: Mapping[str, Any], near: Mapping[str, Any]) -> dict[str, Any]:
    """Tables of tables, merged entry by entry."""
    joined = dict(far)
    for name, table in near.items():
        under = joined.get(name)
        joined[name] = under | table if isinstance(under, dict) and isinstance(table, dict) else table
    return joined
