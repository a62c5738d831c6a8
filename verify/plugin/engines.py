"""What makes the marks of a run beside what is built in: the engine that settings or command line choose."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from verify.config.layers import Layer
from verify.config.suggest import did_you_mean
from verify.mark.order import Marker, NoEngine
from verify.model.finding import Problem
from verify.plugin.failures import words_of
from verify.plugin.manager import Plugins

_OURS = ("", "default")
_WAYS = {"stanza": ': pip install "verify-copy[stanza]"'}
"""Engines of plugins of ours, and how to get each."""


class Made(Struct, frozen=True):
    """The markers of an engine, the folder of models that it was told to use, and what is wrong."""

    markers: tuple[Marker, ...] = ()
    models: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()


class Engines:
    """Makes the markers of the engines that settings choose, each once for a folder of models."""

    def __init__(self, plugins: Plugins) -> None:
        self._plugins = plugins
        self._made: dict[tuple[str, tuple[Path, ...]], Made] = {}

    def of(self, layers: Iterable[Layer]) -> Made:
        """What the nearest layer that chooses an engine asks for; without one, nothing beside ours."""
        speaking = [layer for layer in layers if not layer.table and layer.said.keys() & {"engine", "models"}]
        chosen = next((layer for layer in reversed(speaking) if "engine" in layer.said), None)
        if chosen is None or (name := chosen.said["engine"]) in _OURS:
            return Made()
        named = next((layer for layer in reversed(speaking) if layer.said.get("models")), None)
        models = (named.folder / named.said["models"],) if named else ()
        if (name, models) not in self._made:
            self._made[name, models] = self._make(name, models, chosen)
        return self._made[name, models]

    def _make(self, name: str, models: tuple[Path, ...], chosen: Layer) -> Made:
        engines = self._plugins.engines()
        where = chosen.place("engine") if chosen.path.suffix else str(chosen.path)
        if name not in engines:
            way = _WAYS.get(name) or did_you_mean(name, ("default", *engines))
            return Made(problems=(Problem(where, f'there is no engine "{name}"{way}'),))
        try:
            return Made(tuple(engines[name].markers(models[0] if models else None)), models)
        except NoEngine as error:
            return Made(problems=(Problem(where, f'the engine "{name}" cannot be had: {error}'),))
        except Exception as error:  # noqa: BLE001 - a plugin may raise anything
            return Made(problems=(Problem(where, f'the engine "{name}" failed: {words_of(error)}'),))
