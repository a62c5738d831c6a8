"""File patterns as .gitignore writes them."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING

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
