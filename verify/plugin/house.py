"""The house style of a run: the profiles that the settings and the command line name, and whose they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from verify.check.house import House
from verify.config.load import Loaded
from verify.config.profile import Resolved, named, overridden, resolve
from verify.model.finding import Problem
from verify.model.profile import Profile
from verify.plugin.manager import Plugins
from verify.read.patterns import Scope, scope

OVERRIDES = "profile-overrides"


def furnish(
    plugins: Plugins, loaded: Loaded, wanted: str | None = None
) -> tuple[House | None, tuple[Problem, ...]]:
    """The profiles of a run, None where there is none, and what could not be had.

    A profile that the command line names holds for every file, as it is; an empty name sets all aside.
    """
    settings = loaded.settings
    if not (settings.profile or settings.paths or settings.profile_overrides or wanted):
        return None, ()
    known = plugins.profiles()
    if wanted is not None:
        found, problems = named(wanted, known, "--profile") if wanted else (None, ())
        return (House((found.profile,), lambda _path: found.profile) if found else None), problems
    where = str(loaded.path or "")
    told: dict[Problem, None] = {}

    def have(name: str, asked: str) -> Profile | None:
        found, problems = resolved(name, known, loaded, asked)
        told.update(dict.fromkeys(problems))
        return found.profile if found else None

    usual = have(settings.profile, f"{where}: profile")
    if settings.profile_overrides and not settings.profile:
        told[Problem(where, f"{OVERRIDES}: there is no profile to say otherwise")] = None
    places = []
    for number, place in enumerate(settings.paths, 1):
        files, unusable = scope(place.include, place.exclude, loaded.folder)
        for key, glob in unusable:
            told[Problem(where, f'paths[{number}].{key}: "{glob}" is no file pattern')] = None
        places.append((files, have(place.profile, f"{where}: paths[{number}].profile")))
    profiles = [profile for profile in (usual, *(profile for _, profile in places)) if profile]
    if not profiles:
        return None, tuple(told)
    return House(tuple(profiles), _chooser(usual, places)), tuple(told)


def resolved(
    name: str, known: Mapping[str, Path], loaded: Loaded, asked: str
) -> tuple[Resolved | None, tuple[Problem, ...]]:
    """A profile that the settings name, with what they say otherwise; that holds for the usual one."""
    settings = loaded.settings
    if not name:
        return None, ()
    found, problems = resolve(name, known, loaded.folder, asked)
    if found and settings.profile_overrides and name == settings.profile:
        over = f"{loaded.path}: {OVERRIDES}"
        found, wrong = overridden(found, settings.profile_overrides, over)
        problems += wrong
    return found, problems


def _chooser(
    usual: Profile | None, places: list[tuple[Scope, Profile | None]]
) -> Callable[[str], Profile | None]:
    """Which profile holds for a path: that of the last table that names it, else the usual one."""

    def choose(path: str) -> Profile | None:
        return next((profile for files, profile in reversed(places) if files.holds(path)), usual)

    return choose
