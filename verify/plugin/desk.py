"""Puts a run together: the parts of all plugins, the settings, and what the command line wishes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from verify import __version__
from verify.check.select import Wishes, choose
from verify.check.setup import Setup, Source
from verify.config.load import Loaded
from verify.model.finding import Problem
from verify.plugin.installed import Installed
from verify.plugin.manager import Plugins

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@dataclass(frozen=True, slots=True)
class Desk:
    """A run put together, and what could not be had for it.

    `again` arranges the same setup in another process, where rules and markers could not be sent.
    """

    setup: Setup
    problems: tuple[Problem, ...]
    again: Callable[[], Setup]


def arrange(
    plugins: Plugins,
    loaded: Loaded,
    wishes: Wishes,
    *,
    marks: Iterable[str] = (),
    with_rules: bool = True,
    keep_said: bool = False,
) -> Desk:
    """The setup of a run; `marks` are wanted whether or not a rule needs them."""
    offered = plugins.rules() if with_rules else ()
    settings = loaded.settings
    file = Wishes(
        where=str(loaded.path or ""),
        select=settings.select,
        extend_select=settings.extend_select,
        ignore=settings.ignore,
        severity=settings.severity,
        options=settings.rules,
    )
    rules = [rule for _, rule in offered]
    owners = {rule.id: plugin for plugin, rule in offered}
    chosen, problems = choose(rules, file, wishes, owners) if with_rules else ((), ())
    setup = Setup(
        readers=plugins.readers(),
        markers=plugins.markers(),
        chosen=chosen,
        known=frozenset(owners),
        usual=frozenset(rule.id for rule in rules if rule.default),
        version=__version__,
        memories=plugins.memories() if any(c.rule.scope == "archive" for c in chosen) else (),
        marks=frozenset(marks),
        keep_said=keep_said,
    )
    unusable = (problem for key in ("include", "exclude") for problem in _patterns(key, loaded)[1])
    again = partial(
        _setup, plugins.found, loaded, wishes,
        marks=setup.marks, with_rules=with_rules, keep_said=keep_said,
    )  # fmt: skip
    return Desk(setup, (*loaded.problems, *unusable, *problems, *plugins.problems), again)


def _setup(found: tuple[Installed, ...], *told: Any, **more: Any) -> Setup:  # noqa: ANN401 - what `arrange` takes
    return arrange(Plugins(found), *told, **more).setup


def sources(
    paths: Iterable[str], setup: Setup, loaded: Loaded, stdin: Source | Problem | None = None
) -> Iterator[Source | Problem]:
    """The articles under the paths; "-" is the one given as `stdin`.

    What the settings include and exclude holds for files found in folders, not for those named.
    """
    from verify.read.files import find

    named = [path for path in paths if path != "-"]
    if stdin is not None:
        yield stdin
    (include, _), (exclude, _) = _patterns("include", loaded), _patterns("exclude", loaded)
    as_shown = {path.replace(os.sep, "/") for path in named}
    suffixes = {suffix for reader in setup.readers for suffix in reader.suffixes}
    for found in find(named, suffixes) if named else ():
        if isinstance(found, Problem):
            yield found
        elif found in as_shown or _in_scope(found, loaded, include, exclude):
            yield Source(found)


def _patterns(key: str, loaded: Loaded) -> tuple[GitIgnoreSpec | None, tuple[Problem, ...]]:
    """The patterns under a key of the settings, and those among them that mean nothing."""
    globs: tuple[str, ...] = getattr(loaded.settings, key)
    if not globs:
        return None, ()
    from verify.read.patterns import patterns

    spec, unusable = patterns(globs)
    where = str(loaded.path or "")
    return spec, tuple(Problem(where, f'{key}: "{glob}" is no file pattern') for glob in unusable)


def _in_scope(
    path: str, loaded: Loaded, include: GitIgnoreSpec | None, exclude: GitIgnoreSpec | None
) -> bool:
    """Whether the patterns let the file in; they count from the folder of the settings file."""
    if include is None and exclude is None:
        return True
    place = os.path.relpath(path, loaded.folder).replace(os.sep, "/")
    return (include is None or include.match_file(place)) and not (exclude and exclude.match_file(place))
