"""File patterns as .gitignore writes them."""

from __future__ import annotations

import os
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def patterns(lines: Sequence[str]) -> tuple[GitIgnoreSpec, tuple[str, ...]]:
    """The patterns as one matcher, and those that cannot be used; the others hold all the same."""
    from pathspec import GitIgnoreSpec

    try:
        with warnings.catch_warnings():
            # Of Python's expressions, which nobody here wrote.
            warnings.simplefilter("ignore", FutureWarning)
            return GitIgnoreSpec.from_lines(lines), ()
    except Exception:  # noqa: BLE001 - the engines that pathspec may run on have no error in common
        if len(lines) == 1:
            return GitIgnoreSpec([]), tuple(lines)
    usable = [line for line in lines if not patterns([line])[1]]
    return GitIgnoreSpec.from_lines(usable), tuple(line for line in lines if line not in usable)


class Scope(Struct, frozen=True):
    """Which files something holds for, as patterns that count from a folder; without any, for all."""

    folder: Path
    include: GitIgnoreSpec | None = None
    exclude: GitIgnoreSpec | None = None

    def holds(self, path: str) -> bool:
        """Whether the patterns let the file in."""
        if self.include is None and self.exclude is None:
            return True
        place = os.path.relpath(path, self.folder).replace(os.sep, "/")
        return (self.include is None or self.include.match_file(place)) and not (
            self.exclude and self.exclude.match_file(place)
        )


def scope(
    include: Sequence[str], exclude: Sequence[str], folder: Path
) -> tuple[Scope, tuple[tuple[str, str], ...]]:
    """The files that two lists of patterns let in, and (list, pattern) of each that cannot be used."""
    wanted, unusable = patterns(include) if include else (None, ())
    left_out, useless = patterns(exclude) if exclude else (None, ())
    wrong = (*(("include", glob) for glob in unusable), *(("exclude", glob) for glob in useless))
    return Scope(folder, wanted, left_out), wrong
