"""The house style of a run: the profiles that the settings and the command line name, and whose they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from verify.check.house import House
from verify.config.layers import Layer
from verify.config.load import Loaded
from verify.model.finding import Problem
from verify.model.profile import Profile
from verify.plugin.manager import Plugins
from verify.plugin.scopes import scope_of
from verify.read.patterns import Scope

if TYPE_CHECKING:
    from verify.config.profile import Resolved

OVERRIDES = "profile-overrides"


def furnish(
    plugins: Plugins, loaded: Loaded, wanted: str | None = None
) -> tuple[House | None, tuple[Problem, ...]]:
    """The profiles of a run, None where there is none, and what could not be had.

    A profile that the command line names holds for every file, as it is; an empty name sets all aside.
    """
    speaking = [layer for layer in loaded.layers if layer.said.keys() & {"profile", OVERRIDES}]
    if not (speaking or wanted):
        return None, ()
    from verify.config.profile import named

    known = plugins.profiles()
    if wanted is not None:
        found, problems = named(wanted, known, "--profile") if wanted else (None, ())
        return (House((found.profile,), lambda _path: found.profile) if found else None), problems
    told: dict[Problem, None] = {}

    def have(layers: Sequence[Layer]) -> Profile | None:
        found, problems = resolved(layers, known)
        told.update(dict.fromkeys(problems))
        return found.profile if found else None

    usual = have([layer for layer in speaking if not layer.table])
    profiles = [usual]
    scopes: dict[str, Scope] = {}
    for layer in speaking:
        if layer.table:
            scopes[layer.where], _ = scope_of(layer)
            profiles.append(have([one for one in speaking if not one.table or one is layer]))
    choose = _chooser(speaking, scopes, have)
    settled = tuple(profile for profile in profiles if profile)
    return (House(settled, choose) if settled else None), tuple(told)


def resolved(
    layers: Sequence[Layer], known: Mapping[str, Path]
) -> tuple[Resolved | None, tuple[Problem, ...]]:
    """The profile that the layers of the settings name, the nearest last, with what they say otherwise."""
    from verify.config.profile import overridden, resolve

    found: Resolved | None = None
    broken = False
    problems: list[Problem] = []
    for layer in layers:
        if "profile" in layer.said:
            name, asked = layer.said["profile"], layer.place("profile")
            found, wrong = resolve(name, known, layer.folder, asked) if name else (None, ())
            broken = bool(name) and found is None
            problems += wrong
        if points := layer.said.get(OVERRIDES):
            where = layer.place(OVERRIDES)
            if found:
                found, wrong = overridden(found, points, where)
                problems += wrong
            elif not broken:
                problems.append(Problem(where, "there is no profile to say otherwise"))
    return found, tuple(problems)


def _chooser(
    layers: Sequence[Layer],
    scopes: Mapping[str, Scope],
    have: Callable[[Sequence[Layer]], Profile | None],
) -> Callable[[str], Profile | None]:
    """Which profile holds for a path: what the layers say that hold for it."""
    found: dict[tuple[str, ...], Profile | None] = {}

    def choose(path: str) -> Profile | None:
        here = [layer for layer in layers if layer.where not in scopes or scopes[layer.where].holds(path)]
        key = tuple(layer.where for layer in here)
        if key not in found:
            found[key] = have(here)
        return found[key]

    return choose
