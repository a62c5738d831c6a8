"""Opens the archive that the user names; the one place that says which store keeps it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from verify.store.shelf import Keeper, Stocked


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
