"""Which files a run reads: files, folders and patterns, in an order that never changes."""
# ruff: noqa: PTH100, PTH110, PTH112, PTH118, PTH120, PTH207
# Paths stay the strings that were given; pathlib would not keep them so.

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from verify.model.finding import Problem
from verify.read.patterns import patterns

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_MAGIC = frozenset("*?[")
_IGNORE = ".gitignore"


def find(paths: Iterable[str], suffixes: Collection[str]) -> Iterator[str | Problem]:
    """Yield each file to read, once, as a path with "/", or the Problem of a path that leads to none.

    A file that is named is read whatever its suffix, and shown as it was named. A folder gives the
    files below it with one of the suffixes, sorted; what is hidden, ignored by git, or a symbolic link
    is passed over, since a link into the folder is met there itself and one out of it is another's.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _one(path, tuple(suffix.lower() for suffix in suffixes)):
            if isinstance(found, Problem):
                yield found
                continue
            real = os.path.realpath(found)
            if real not in seen:
                seen.add(real)
                yield found


def _one(path: str, suffixes: tuple[str, ...]) -> Iterator[str | Problem]:
    """What one argument leads to."""
    if os.path.isdir(path):
        yield from sorted(_walk(path, suffixes), key=_order)
    elif os.path.lexists(path):
        shown = path.replace(os.sep, "/")
        yield shown if os.path.exists(path) else Problem(shown, "a symbolic link that leads nowhere")
    elif _MAGIC.intersection(path):
        yield from _matching(path, suffixes)
    else:
        yield Problem(_shown(path), "no such file or folder")


def _matching(pattern: str, suffixes: tuple[str, ...]) -> Iterator[str | Problem]:
    """The files that a pattern means, which the shell has not expanded."""
    import glob

    parts = pattern.replace(os.sep, "/").split("/")
    deep = "**" in parts
    any_suffix = not parts[-1].endswith("*")
    kept: list[str | Problem] = []
    above: dict[str, _Ignored] = {}
    hits = 0
    for hit in glob.iglob(pattern, recursive=True):
        hits += 1
        if not os.path.isdir(hit):
            if not any_suffix and not hit.lower().endswith(suffixes):
                continue
            folder = os.path.dirname(hit) or "."
            if deep and folder not in above:
                above[folder] = _above(folder)
            if not deep or not above[folder].holds(hit, folder=False):
                kept.append(_shown(hit))
        elif not deep:
            kept.extend(_walk(hit, suffixes))
    if not hits:
        yield Problem(_shown(pattern), "no file matches this pattern")
    yield from sorted(kept, key=_order)


def _walk(top: str, suffixes: tuple[str, ...]) -> Iterator[str | Problem]:
    """The files below a folder, in any order; a stack and no recursion, so that depth does not matter."""
    above = _above(os.path.dirname(os.path.abspath(top)))
    if above.holds(top, folder=True):
        # The folder itself was asked for: what hides it does not hide all that is in it.
        above = _Ignored(())
    waiting = [(top, above)]
    while waiting:
        folder, ignored = waiting.pop()
        try:
            with os.scandir(folder) as listing:
                entries = list(listing)
        except OSError as error:
            yield Problem(_shown(folder), f"cannot be opened: {error.strerror}")
            continue
        if any(entry.name == _IGNORE for entry in entries):
            ignored = ignored.under(folder, _lines(folder))
        for entry in entries:
            if entry.name.startswith(".") or entry.is_symlink():
                continue
            path = os.path.join(folder, entry.name)
            if entry.is_dir():
                if not ignored.holds(path, folder=True):
                    waiting.append((path, ignored))
            elif (
                entry.name.lower().endswith(suffixes)
                and entry.is_file()
                and not ignored.holds(path, folder=False)
            ):
                yield _shown(path)


class _Ignored:
    """The patterns of the .gitignore files from the top of a repository down to one folder."""

    __slots__ = ("_specs",)

    def __init__(self, specs: tuple[tuple[str, GitIgnoreSpec], ...]) -> None:
        self._specs = specs

    def under(self, folder: str, lines: Sequence[str]) -> _Ignored:
        """These patterns and those of one more folder."""
        # As in git, a pattern that means nothing matches nothing.
        spec, _ = patterns(lines)
        return _Ignored((*self._specs, (os.path.abspath(folder), spec)))

    def holds(self, path: str, *, folder: bool) -> bool:
        """Whether a path is ignored: the deepest file that speaks of it decides, as in git."""
        if not self._specs:
            return False
        full = os.path.abspath(path)
        for top, spec in reversed(self._specs):
            inside = os.path.relpath(full, top).replace(os.sep, "/")
            if inside == "." or inside.startswith("../"):
                continue
            verdict = spec.check_file(inside + "/" if folder else inside).include
            if verdict is not None:
                return verdict
        return False


def _above(folder: str) -> _Ignored:
    """The patterns that a repository sets above and in a folder; none where it lies in no repository."""
    folders = [Path(os.path.abspath(folder))]
    folders.extend(folders[0].parents)
    root = next((index for index, each in enumerate(folders) if (each / ".git").exists()), None)
    ignored = _Ignored(())
    for each in reversed(folders[: 0 if root is None else root + 1]):
        if (each / _IGNORE).is_file():
            ignored = ignored.under(str(each), _lines(str(each)))
    return ignored


def _lines(folder: str) -> list[str]:
    try:
        return (Path(folder) / _IGNORE).read_text("utf-8", "replace").splitlines()
    except OSError:
        return []


def _shown(path: str) -> str:
    """A path with forward slashes and no leading "./"."""
    return Path(path).as_posix()


def _order(found: str | Problem) -> str:
    return found.where if isinstance(found, Problem) else found
