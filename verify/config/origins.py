"""Which file, and which line of it, said each value of the settings that hold for a path."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from verify.config.layers import ADDED, Layer
from verify.config.places import Key, Places
from verify.config.schema import Settings

_CHOICE = ("select", "extend-select", "ignore")
_OF_FILES = ("root", "extends", "paths")
"""Keys that say where settings come from, and are none themselves."""


class Value(Struct, frozen=True):
    """A value that holds, with the way to it; without a file it is the default."""

    key: tuple[str, ...]
    value: Any
    path: str = ""
    line: int = 0
    table: int = 0


def origins(layers: Sequence[Layer]) -> Iterator[Value]:
    """Every value that the layers say and no nearer one sets aside, in the order of the keys.

    Of keys to which each file adds there is one value for each that says something.
    """
    texts: dict[Path, Places] = {}
    for field in msgspec.structs.fields(Settings):
        key = field.encode_name
        if key in _OF_FILES:
            continue
        found = [_placed(layer, way, value, texts) for layer, way, value in _holding(layers, key)]
        yield from found or [Value((key,), field.default if field.default is not msgspec.NODEFAULT else {})]


def _holding(layers: Sequence[Layer], key: str) -> Iterator[tuple[Layer, tuple[str, ...], Any]]:
    """What holds of a key: the layer, the way to the value, and the value."""
    first = 0
    if key in _CHOICE:
        # A `select` sets aside what is chosen above it.
        first = _last(layers, "select")
    elif key == "profile-overrides":
        first = _last(layers, "profile")
    kept: dict[tuple[str, ...], tuple[Layer, tuple[str, ...], Any]] = {}
    for number, layer in enumerate(layers):
        if number < first or key not in layer.said or (layer.table and key in ("include", "exclude")):
            continue
        for way, value in _leaves(key, layer.said[key]):
            # What every file adds to is told file by file; of all else the nearest holds.
            kept.pop(way, None)
            kept[(*way, str(number)) if key in ADDED else way] = layer, way, value
    yield from kept.values()


def _last(layers: Sequence[Layer], key: str) -> int:
    return max((number for number, layer in enumerate(layers) if layer.said.get(key)), default=0)


def _leaves(key: str, value: Any) -> Iterator[tuple[tuple[str, ...], Any]]:  # noqa: ANN401 - of TOML
    """A value, or the entries of a table: of tables of tables theirs."""
    if key in ("severity", "rules", "profile-overrides") and isinstance(value, dict):
        for name, entry in value.items():
            if isinstance(entry, dict):
                yield from (((key, name, inner), said) for inner, said in entry.items())
            else:
                yield (key, name), entry
    else:
        yield (key,), value


def _placed(layer: Layer, way: tuple[str, ...], value: Any, texts: dict[Path, Places]) -> Value:  # noqa: ANN401
    """The value with the line on which its key stands."""
    if layer.path not in texts:
        texts[layer.path] = Places(layer.path.read_bytes().decode("utf-8-sig"))
    key: Key = ("paths", layer.table - 1, *way) if layer.table else way
    if layer.path.name == "pyproject.toml":
        key = ("tool", "verify", *key)
    return Value(way, value, layer.path.as_posix(), texts[layer.path].of(key)[0], layer.table)
