"""The paths that stories go by in an archive, and those that the user knows them by."""
# ruff: noqa: PTH118
# Hundreds of paths are put together for one question; as strings that costs next to nothing.

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from verify.store.facts import Story, Told
from verify.store.shelf import Shelf


class Places:
    """Where articles lie as an archive sees it: from its own folder, so that both may move together.

    What does not lie below that folder goes by its whole path. Links are followed: an article is the same
    whichever way leads to it.
    """

    __slots__ = ("_first", "_folder", "_here", "_way")

    def __init__(self, archive: str) -> None:
        self._folder = Path(archive).resolve().parent.as_posix()
        self._here = Path.cwd().resolve().as_posix()
        # Where the user stands below the archive, paths that begin as that place does lead less far up.
        below = _below(self._here, self._folder)
        self._first = "" if below == self._here else below.partition("/")[0]
        self._way = self._led(self._folder)

    def key(self, path: str) -> str:
        """The path that an article goes by in the archive."""
        return _below(Path(os.path.realpath(path)).as_posix(), self._folder)

    def shown(self, key: str) -> str:
        """The path of a story of the archive, from where the user stands as far as there is a way."""
        whole = self._whole(key)
        shown = _below(whole, self._here)
        if shown != whole or whole == key:
            return shown
        if key.partition("/")[0] == self._first:
            return self._led(whole)
        return f"{self._way}/{key}"

    def _led(self, whole: str) -> str:
        """The way from where the user stands to a place."""
        try:
            return os.path.relpath(whole, self._here).replace(os.sep, "/")
        except ValueError:  # on another drive
            return whole

    def led_to(self, paths: Iterable[str], keys: Iterable[str]) -> dict[str, list[str]]:
        """For each path of an article or a folder, the stories of the archive that lie there."""
        found: dict[str, list[str]] = {path: [] for path in paths}
        wanted: dict[str, list[str]] = {}
        for path in found:
            wanted.setdefault(Path(os.path.realpath(path)).as_posix(), []).append(path)
        for key in keys:
            whole = Path(self._whole(key))
            for place in (whole, *whole.parents):
                for path in wanted.get(place.as_posix(), ()):
                    found[path].append(key)
        return found

    def _whole(self, key: str) -> str:
        return os.path.join(self._folder, key).replace(os.sep, "/")


class Shown:
    """A shelf whose stories go by the paths that the user knows: those of the run, as the run calls them."""

    __slots__ = ("_names", "_places", "_shelf")

    def __init__(self, shelf: Shelf, places: Places, run: Iterable[str]) -> None:
        self._shelf = shelf
        self._places = places
        self._names = {places.key(path): path for path in run}

    def told(self, kind: str, subject: str, days: tuple[str, str] | None, most: int) -> Iterator[Told]:
        """The facts of one kind and subject."""
        told = self._shelf.told(kind, subject, days, most)
        shown = [one._replace(path=self._name(one.path)) for one in told]
        yield from sorted(shown, key=lambda one: (one.path, one.fact.start, one.fact.end, one.fact.value))

    def sharing(
        self, names: Collection[str], days: tuple[str, str] | None, least: int, most: int
    ) -> Iterator[Story]:
        """The stories that hold at least `least` of these subjects of "named" facts, most first."""
        for story in self._shelf.sharing(names, days, least, most):
            yield Story(self._name(story.path), story.date, story.facts)

    def _name(self, key: str) -> str:
        if key not in self._names:
            self._names[key] = self._places.shown(key)
        return self._names[key]


def _below(path: str, folder: str) -> str:
    """The path from the folder where it lies below it, else as it is."""
    top = f"{folder.rstrip('/')}/"
    return path.removeprefix(top)
