"""Which files a layer of the settings holds for, and which of them the settings let in."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field

from verify.config.layers import Layer
from verify.model.finding import Problem
from verify.read.patterns import Scope, scope


def scope_of(layer: Layer) -> tuple[Scope, tuple[Problem, ...]]:
    """The files that the patterns of a layer mean, and those of them that mean nothing."""
    files, unusable = scope(layer.said.get("include", ()), layer.said.get("exclude", ()), layer.folder)
    return files, tuple(Problem(layer.place(key), f'"{glob}" is no file pattern') for key, glob in unusable)


class Scopes(Struct, frozen=True):
    """The scopes of the layers that were asked for, each made once."""

    made: dict[str, Scope] = field(default_factory=dict)

    def holding(self, layers: Iterable[Layer], path: str) -> tuple[Layer, ...]:
        """The layers that hold for a path: the files themselves, and those of their tables that mean it."""
        return tuple(layer for layer in layers if not layer.table or self._of(layer).holds(path))

    def let_in(self, layers: Iterable[Layer], path: str) -> bool:
        """Whether every settings file lets a file in that was found in a folder."""
        return all(layer.table or self._of(layer).holds(path) for layer in layers)

    def _of(self, layer: Layer) -> Scope:
        if layer.where not in self.made:
            self.made[layer.where] = scope_of(layer)[0]
        return self.made[layer.where]
