"""The parts that the settings name and that lie beside them: rule packs, and Python files of the house."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

from msgspec import Struct

from verify.check.rule import Rule
from verify.config.layers import Layer
from verify.config.load import Loaded
from verify.model.finding import Problem
from verify.plugin.installed import Installed, disabled, installed
from verify.plugin.manager import Plugins

_FOLDER = "rules"


class PythonFile(Struct, frozen=True):
    """A Python file of the house as a plugin: its hooks, or else the rules in it."""

    path: Path

    def load(self) -> ModuleType:
        """Import the file under a name of its own; nothing is written beside it."""
        from hashlib import blake2s

        name = f"_verify_{blake2s(str(self.path.resolve()).encode(), digest_size=6).hexdigest()}"
        loader = _Unwritten(name, str(self.path))
        module = ModuleType(name)
        module.__spec__ = ModuleSpec(name, loader, origin=str(self.path))
        module.__file__ = str(self.path)
        sys.modules[name] = module
        try:
            loader.exec_module(module)
        except BaseException:
            del sys.modules[name]
            raise
        rules = tuple(value for value in vars(module).values() if isinstance(value, Rule))
        if rules and not hasattr(module, "verify_rules"):
            from verify.plugin.hookspecs import hookimpl

            vars(module)["verify_rules"] = hookimpl(lambda: rules)
        return module

    def digest(self) -> str:
        """What tells one state of the file from another."""
        try:
            from hashlib import blake2s

            return blake2s(self.path.read_bytes(), digest_size=8).hexdigest()
        except OSError:
            return ""


class _Unwritten(SourceFileLoader):
    """Reads a module without leaving a compiled one in somebody's folder of articles."""

    def set_data(self, path: Any, data: Any, **_: Any) -> None:  # noqa: ANN401 - as the library has it
        """Write nothing."""


class Pack(Struct, frozen=True):
    """A TOML file of rules as a plugin; it is read once its rules are asked for."""

    path: Path

    def load(self) -> SimpleNamespace:
        """A plugin with one hook, that for rules."""
        from verify.plugin.hookspecs import hookimpl

        @hookimpl
        def verify_rules() -> Iterator[Rule | Problem]:
            from verify.packs.load import rules

            return rules(self.path)

        return SimpleNamespace(verify_rules=verify_rules)


class _Named(Struct, frozen=True):
    """A file as a plugin, and what the settings call it."""

    name: str
    entry: PythonFile | Pack


def plugins_of(loaded: Loaded) -> Plugins:
    """The plugins that are installed, and those of the settings."""
    problems: list[Problem] = []
    local = tuple(_beside(loaded, problems))
    plugins = Plugins((*installed(), *local))
    plugins.problems[:0] = problems
    return plugins


def _beside(loaded: Loaded, problems: list[Problem]) -> Iterator[Installed]:
    """The files that the settings name, layer by layer, each once."""
    met: set[Path] = set()
    for layer in loaded.layers:
        if layer.table:
            continue
        for one in _of_layer(layer, problems):
            place = one.entry.path.resolve()
            if place not in met:
                met.add(place)
                yield Installed(one.entry.path.as_posix(), "", one.name, one.entry)


def _of_layer(layer: Layer, problems: list[Problem]) -> Iterator[_Named]:
    """Those of one settings file; without `packs` the ones in `rules/` beside a verify.toml."""
    left_out = disabled()
    for name in dict.fromkeys(layer.said.get("plugins", ())):
        if {"all", name} & left_out:
            continue
        if path := _inside(layer, "plugins", name, ".py", problems):
            yield _Named(name, PythonFile(path))
    packs = layer.said.get("packs")
    if packs is None:
        folder = layer.folder / _FOLDER
        found = sorted(folder.glob("*.toml")) if layer.path.name == "verify.toml" else ()
        yield from (_Named(path.name, Pack(path)) for path in found)
        return
    for name in dict.fromkeys(packs):
        if path := _inside(layer, "packs", name, ".toml", problems):
            yield _Named(name, Pack(path))


def _inside(layer: Layer, key: str, name: str, suffix: str, problems: list[Problem]) -> Path | None:
    """The file of that name, which must lie in the folder of the settings or below."""
    path = Path(os.path.normpath(layer.folder / name)) if "\0" not in name else Path()
    wrong = ""
    if "\0" in name or not path.resolve().is_relative_to(layer.folder.resolve()):
        wrong = "does not lie below the folder of the settings"
    elif path.suffix != suffix:
        wrong = f"does not end in {suffix}"
    elif not path.is_file():
        wrong = "is not there"
    if wrong:
        problems.append(Problem(str(layer.path), f'{key}: "{name:.200}" {wrong}'))
        return None
    return path
