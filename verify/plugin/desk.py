"""Puts a run together: the parts of all plugins, the settings, and what the command line wishes."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from verify.check.select import Wishes
from verify.check.setup import Setup, Source
from verify.config.layers import files
from verify.config.load import Cascade, Loaded
from verify.model.finding import Problem
from verify.plugin.installed import Installed
from verify.plugin.manager import Plugins
from verify.plugin.scopes import Scopes
from verify.plugin.setups import Setups, by_path
from verify.read.choose import concerns_us
from verify.store.shelf import NoShelf, Shelf

if TYPE_CHECKING:
    from verify.check.cache import Cache


class Desk(Struct, frozen=True):
    """A run put together, and what could not be had for it.

    `apart` are files and folders that hold no articles: sources. `again` arranges the same setup in another
    process, where rules and markers could not be sent; `plain` says that only the house is at work, no plugin
    and no engine, so that a copy of this process does as well. `cache` keeps what is found in articles, if
    anything does. `remarks` are what the user should know, though nothing is wrong.
    """

    setup: Setup
    problems: tuple[Problem, ...]
    again: Callable[[], Setup]
    cache: Cache | None = None
    apart: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    plain: bool = False

    def remarks_at(self, paths: Iterable[str]) -> tuple[str, ...]:
        """The remarks on settings that hold for these articles alone."""
        met = dict.fromkeys(words for path in paths for words in self.setup.at(path).remarks)
        return tuple(words for words in met if words not in self.remarks)


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
    supplied: Iterable[str] = (),
    timed: bool = False,
) -> Desk:
    """The setup of a run; `marks` are wanted whether or not a rule needs them.

    `people` are people files beside those of the settings; without rules nobody asks for any. `profile`
    is the house style that the command line names in place of the settings'. `supplied` are files and
    folders of sources beside those of the settings; they are read where something asks for them.
    `timed` asks where time goes.
    """
    setups = Setups(
        plugins, wishes, people=tuple(people), profile=profile, with_rules=with_rules,
        marks=frozenset(marks), keep_said=keep_said, keep_copy=keep_copy,
        supplied=tuple(supplied), timed=timed, line=loaded.line,
    )  # fmt: skip
    setup = setups.of(loaded, [layer for layer in loaded.layers if not layer.table])
    problems, remarks = setup.problems, setup.remarks
    if with_rules:
        # Settings that speak of no article of the run are no reason to be silent about what is wrong in them.
        every = setups.of(loaded, loaded.layers)
        problems, remarks = (*problems, *every.problems), (*remarks, *every.remarks)
        if not loaded.alone or any(layer.table for layer in loaded.layers):
            setup = replace(setup, elsewhere=by_path(loaded, setups))
    again = partial(
        _setup, plugins.found, loaded, wishes,
        marks=setup.marks, with_rules=with_rules, keep_said=keep_said, keep_copy=keep_copy,
        people=tuple(people), profile=profile, supplied=tuple(supplied), timed=timed,
    )  # fmt: skip
    wrong = tuple(dict.fromkeys((*problems, *plugins.problems)))
    return Desk(
        setup, wrong, again, apart=tuple(supplied), remarks=tuple(dict.fromkeys(remarks)),
        plain=not plugins.plugins(),
    )  # fmt: skip


def _setup(found: tuple[Installed, ...], *told: Any, **more: Any) -> Setup:  # noqa: ANN401 - what `arrange` takes
    return arrange(Plugins(found), *told, **more).setup


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
    paths: Iterable[str],
    setup: Setup,
    loaded: Loaded,
    stdin: Source | Problem | None = None,
    apart: Iterable[str] = (),
) -> Iterator[Source | Problem]:
    """The articles under the paths; "-" is the one given as `stdin`.

    What the settings include and exclude holds for files found in folders, not for those named; nor are
    files and folders that are kept `apart`, sources and lists of words looked for there.
    """
    from verify.read.files import find

    named = [path for path in paths if path != "-"]
    if stdin is not None:
        yield stdin
    as_shown = {path.replace(os.sep, "/") for path in named}
    suffixes = {suffix for reader in setup.readers for suffix in (*reader.suffixes, *reader.shared)}
    cascade, scopes, hidden = Cascade(), Scopes(), tuple(apart)
    for found in find(named, suffixes) if named else ():
        if isinstance(found, Problem):
            yield found
            continue
        layers = loaded.layers if loaded.alone else cascade.of_folder(os.path.dirname(found)).layers  # noqa: PTH120 - paths stay strings
        aside: tuple[str | Path, ...] = (*hidden, *files(layers, "sources"), *files(layers, "words"))
        if found in as_shown or (
            scopes.let_in(layers, found) and not _under(found, aside) and concerns_us(setup.readers, found)
        ):
            yield Source(found)


def _under(path: str, folders: tuple[str | Path, ...]) -> bool:
    """Whether a file is one of these, or lies in one of them."""
    real = os.path.realpath(path) if folders else ""
    tops = map(os.path.realpath, folders)
    return any(real == top or real.startswith(top + os.sep) for top in tops)
