"""Puts a run together: the parts of all plugins, the settings, and what the command line wishes."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from verify import __version__
from verify.check.select import Wishes, choose
from verify.check.setup import Setup, Source
from verify.config.load import Loaded
from verify.config.words import Words
from verify.config.words import load as load_words
from verify.mark import identified, vocabulary
from verify.mark.order import Marker
from verify.model.finding import Problem
from verify.model.roster import Record, Roster
from verify.plugin.house import furnish
from verify.plugin.installed import Installed
from verify.plugin.manager import Plugins
from verify.read.patterns import Scope, scope
from verify.store.shelf import NoShelf, Shelf


@dataclass(frozen=True, slots=True)
class Desk:
    """A run put together, and what could not be had for it.

    `again` arranges the same setup in another process, where rules and markers could not be sent.
    """

    setup: Setup
    problems: tuple[Problem, ...]
    again: Callable[[], Setup]


def arrange(  # noqa: PLR0913 - as many as a run has sides; most by name
    plugins: Plugins,
    loaded: Loaded,
    wishes: Wishes,
    *,
    marks: Iterable[str] = (),
    with_rules: bool = True,
    keep_said: bool = False,
    keep_copy: bool = False,
    people: Iterable[str] = (),
    profile: str | None = None,
    timed: bool = False,
) -> Desk:
    """The setup of a run; `marks` are wanted whether or not a rule needs them.

    `people` are people files beside those of the settings; without rules nobody asks for any. `profile`
    is the house style that the command line names in place of the settings'; `timed` asks where time goes.
    """
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
    roster = _roster(loaded, people) if with_rules else Roster()
    words = _words(loaded) if with_rules else Words(frozenset())
    house, wrong = furnish(plugins, loaded, profile) if with_rules else (None, ())
    setup = Setup(
        readers=plugins.readers(),
        markers=_knowing(plugins.markers(), roster.records, words.words),
        chosen=chosen,
        known=frozenset(owners),
        usual=frozenset(rule.id for rule in rules if rule.default),
        version=__version__,
        memories=plugins.memories() if any(c.rule.scope == "archive" for c in chosen) else (),
        marks=frozenset(marks),
        keep_said=keep_said,
        keep_copy=keep_copy,
        house=house,
        judges=plugins.judges() if with_rules else (),
        timed=timed,
    )
    where = str(loaded.path or "")
    unusable = (Problem(where, f'{key}: "{glob}" is no file pattern') for key, glob in _scope(loaded)[1])
    wrongs = (
        *loaded.problems,
        *unusable,
        *wrong,
        *roster.problems,
        *words.problems,
        *problems,
        *plugins.problems,
    )
    again = partial(
        _setup, plugins.found, loaded, wishes,
        marks=setup.marks, with_rules=with_rules, keep_said=keep_said, keep_copy=keep_copy,
        people=tuple(people), profile=profile, timed=timed,
    )  # fmt: skip
    return Desk(setup, wrongs, again)


def _setup(found: tuple[Installed, ...], *told: Any, **more: Any) -> Setup:  # noqa: ANN401 - what `arrange` takes
    return arrange(Plugins(found), *told, **more).setup


def _roster(loaded: Loaded, people: Iterable[str]) -> Roster:
    """The people files of the settings, which count from their folder, and those named besides."""
    paths = (*(loaded.folder / name for name in loaded.settings.people), *map(Path, people))
    if not paths:
        return Roster()
    from verify.config.people import load

    return load(paths)


def _words(loaded: Loaded) -> Words:
    """The words of the files that the settings name, which count from their folder."""
    names = loaded.settings.words
    return load_words(loaded.folder / name for name in names) if names else Words(frozenset())


def _knowing(
    markers: Iterable[Marker], records: tuple[Record, ...], words: frozenset[str]
) -> tuple[Marker, ...]:
    """The markers, those of ours made anew that know people and words of the house; a plugin's stay."""
    ours = {
        id(identified.MARKER): identified.marker(records),
        id(vocabulary.MARKER): vocabulary.marker(words),
    }
    return tuple(ours.get(id(one), one) for one in markers)


@contextlib.contextmanager
def lent(
    archive: str, queue: Iterable[Source | Problem]
) -> Iterator[tuple[Shelf | None, tuple[Problem, ...]]]:
    """The archive named, if any, for a run over these articles, or why it cannot be read."""
    if not archive:
        yield None, ()
        return
    from verify.store.opening import reading
    from verify.store.places import Places, Shown

    with contextlib.ExitStack() as open_:
        try:
            shelf = open_.enter_context(reading(archive))
        except NoShelf as error:
            yield None, (error.problem,)
            return
        run = (source.path for source in queue if isinstance(source, Source))
        yield Shown(shelf, Places(archive), run), ()


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
    files = _scope(loaded)[0]
    as_shown = {path.replace(os.sep, "/") for path in named}
    suffixes = {suffix for reader in setup.readers for suffix in reader.suffixes}
    for found in find(named, suffixes) if named else ():
        if isinstance(found, Problem):
            yield found
        elif found in as_shown or files.holds(found):
            yield Source(found)


def _scope(loaded: Loaded) -> tuple[Scope, tuple[tuple[str, str], ...]]:
    """The files that the settings let in, and the patterns among them that mean nothing."""
    return scope(loaded.settings.include, loaded.settings.exclude, loaded.folder)
