"""Opens the archive that the user names, and that of one run; the one place that says which store it is."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from verify.store.facts import Story
from verify.store.shelf import Keeper, Stocked

if TYPE_CHECKING:
    from verify.store.sqlite.run import OnDisk


@contextlib.contextmanager
def reading(path: str) -> Iterator[Stocked]:
    """The archive at a path, to be asked; raises NoShelf."""
    # SQLite is loaded only where an archive is named.
    from verify.store.sqlite.file import File
    from verify.store.sqlite.shelf import SqliteShelf

    with contextlib.closing(File(path)) as file:
        yield SqliteShelf(file)


@contextlib.contextmanager
def writing(path: str, *, create: bool = False) -> Iterator[Keeper]:
    """The archive at a path, to be changed, with `create` a new one where there is none; raises NoShelf."""
    from verify.store.sqlite.file import File
    from verify.store.sqlite.keeper import SqliteKeeper

    with contextlib.closing(File(path, write=True, create=create)) as file:
        yield SqliteKeeper(file)


def on_disk(paths: Sequence[str], story: Callable[[str], Story | None]) -> OnDisk:
    """The stories of a run in a file that is gone when they are closed; raises NoShelf.

    `paths` are theirs, each once, in the order of their days; `story` gives the story of a path.
    """
    from verify.store.sqlite.run import OnDisk

    return OnDisk(paths, story)
