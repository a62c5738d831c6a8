"""The file itself: opened, known for what it is, asked and changed; what goes wrong is told as NoShelf."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from verify.store.shelf import NoShelf
from verify.store.sqlite.schema import APPLICATION, MIGRATIONS

Answer = TypeVar("Answer")
Row = tuple[Any, ...]
Migrations = Sequence[Sequence[str]]

PATIENCE = 120.0
"""Seconds to wait for others that write; each of their turns takes milliseconds."""
_TURN = 5.0
"""Seconds that SQLite itself waits before it says that the file is busy."""
_PAUSE = 0.05
_ADD = "the next “verify archive add”"
_UNFINISHED = f": somebody is adding to it, or was interrupted ({_ADD} puts it in order)"
_CACHE = 65_536
"""Kilobytes of the file that who writes keeps at hand."""
_WORDS = {
    sqlite3.SQLITE_NOTADB: "is no archive of verify",
    sqlite3.SQLITE_BUSY: "is kept busy by others; try again",
    sqlite3.SQLITE_LOCKED: "is kept busy by others; try again",
    sqlite3.SQLITE_READONLY: "cannot be written",
    sqlite3.SQLITE_FULL: "cannot be written: the disk is full",
    sqlite3.SQLITE_IOERR: "cannot be read or written: the disk or the network failed",
}


class File:
    """An archive file held open, for reading or for both.

    Who writes puts it into WAL mode, so that others read on meanwhile, and the last to leave puts it back:
    at rest the archive is one file, and reading it leaves nothing beside it.
    """

    __slots__ = ("_connection", "_patience", "_ready", "_tidy", "_writes", "path")

    def __init__(
        self,
        path: str,
        *,
        write: bool = False,
        create: bool = False,
        migrations: Migrations = MIGRATIONS,
        patience: float = PATIENCE,
    ) -> None:
        self.path = path
        self._writes, self._patience = write, patience
        self._ready, self._tidy = not write, True
        _must_be_there(path, create=create)
        mode = ("rwc" if create else "rw") if write else "ro"
        uri = f"{Path(path).absolute().as_uri()}?mode={mode}"
        with self._told():
            self._connection = sqlite3.connect(uri, uri=True, timeout=_TURN, isolation_level=None)
        try:
            if write:
                self._take_up(migrations)
            else:
                self._know(migrations)
        except BaseException:
            self.close()
            raise

    def rows(self, sql: str, *values: object) -> list[Row]:
        """The answer to one question, whole."""
        with self._told():
            return self._insist(lambda: self._connection.execute(sql, values).fetchall())

    def change(self, sql: str, *values: object) -> int:
        """Change rows within `together`; how many were."""
        with self._told():
            return self._connection.execute(sql, values).rowcount

    def insert(self, sql: str, rows: Iterable[Row]) -> None:
        """Insert many rows within `together`."""
        with self._told():
            self._connection.executemany(sql, rows)

    def together(self) -> contextlib.AbstractContextManager[None]:
        """What is asked or changed inside is of one piece: nobody else's change falls between."""
        if not self._ready:
            self._make_ready()
        # Who means to write says so at once: to ask first and write then may meet another who did the same.
        return self._within("BEGIN IMMEDIATE" if self._writes else "BEGIN")

    @contextlib.contextmanager
    def _within(self, begin: str) -> Iterator[None]:
        self._do(begin)
        try:
            yield
            self._do("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                self._connection.rollback()
            raise

    def close(self) -> None:
        """Let go of the file; who wrote and is alone with it leaves it as one file."""
        if not self._tidy:
            # With others about it stays as it is: the last of them does this.
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute("PRAGMA busy_timeout = 0")
                self._connection.execute("PRAGMA journal_mode = DELETE")
        self._connection.close()

    def _take_up(self, migrations: Migrations) -> None:
        """Make the file fit for writing: ours, and of this version."""
        with self._within("BEGIN"):
            version = self._version(migrations)
        # Whoever was interrupted left it in the other mode.
        self._tidy = self.rows("PRAGMA journal_mode") != [("wal",)]
        if version < len(migrations):
            with self.together():
                # Somebody else may have done it by now.
                self._migrate(migrations, self._version(migrations))

    def _make_ready(self) -> None:
        """Prepare for changes once there are any: an archive that stays as it is is not touched."""
        self._ready, self._tidy = True, False
        with self._told():
            # Where others keep it from changing its mode, writing works all the same, in turns.
            with contextlib.suppress(sqlite3.OperationalError):
                self._connection.execute("PRAGMA journal_mode = WAL")
            # What is removed is gone, not merely passed over.
            self._connection.execute("PRAGMA secure_delete = ON")
            self._connection.execute(f"PRAGMA cache_size = -{_CACHE}")

    def _migrate(self, migrations: Migrations, version: int) -> None:
        for step in migrations[version:]:
            for statement in step:
                self._do(statement)
        self._do(f"PRAGMA application_id = {APPLICATION}")
        self._do(f"PRAGMA user_version = {len(migrations)}")

    def _know(self, migrations: Migrations) -> None:
        """Refuse to read what is not an archive of this version."""
        with self.together():
            version = self._version(migrations)
        if version == 0:
            raise NoShelf(self.path, "is empty: nothing was ever added to it")
        if version < len(migrations):
            raise NoShelf(
                self.path,
                f"is of version {version} of the archive, older than {len(migrations)}; "
                f"{_ADD} brings it up to date",
            )

    def _version(self, migrations: Migrations) -> int:
        """The version of the file, 0 for a new one; raises NoShelf for what is not ours."""
        ((application,),) = self.rows("PRAGMA application_id")
        ((version,),) = self.rows("PRAGMA user_version")
        ((tables,),) = self.rows("SELECT count(*) FROM sqlite_master")
        if (application, version, tables) == (0, 0, 0):
            return 0
        if application != APPLICATION or version < 1:
            raise NoShelf(self.path, "is no archive of verify")
        if version > len(migrations):
            raise NoShelf(
                self.path,
                f"was written by a newer version of verify (version {version} of the archive; "
                f"this one knows {len(migrations)})",
            )
        return int(version)

    def _do(self, sql: str) -> None:
        with self._told():
            self._insist(lambda: self._connection.execute(sql))

    def _insist(self, call: Callable[[], Answer]) -> Answer:
        """Call until nobody else is in the way, or patience ends."""
        end = time.monotonic() + self._patience
        while True:
            try:
                return call()
            except sqlite3.OperationalError as error:
                if _kind(error) not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) or time.monotonic() > end:
                    raise
            time.sleep(_PAUSE)

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Say in our words what SQLite says in its own."""
        try:
            yield
        except sqlite3.Error as error:
            raise NoShelf(self.path, self._words(error)) from None

    def _words(self, error: sqlite3.Error) -> str:
        kind = _kind(error)
        if kind == sqlite3.SQLITE_CANTOPEN:
            return f"cannot be opened{_UNFINISHED if Path(f'{self.path}-wal').exists() else ''}"
        if kind == sqlite3.SQLITE_READONLY and not self._writes:
            return f"cannot be read{_UNFINISHED}"
        return _WORDS.get(kind) or f"cannot be used, it seems to be damaged: {error}"


def _must_be_there(path: str, *, create: bool) -> None:
    """Refuse what SQLite would only say of that it cannot open it."""
    try:
        if Path(path).is_dir():
            raise NoShelf(path, "is a folder, not an archive")
        if not create:
            Path(path).stat()
        elif not Path(path).parent.is_dir():
            raise NoShelf(path, "cannot be written: no such folder")
    except FileNotFoundError:
        raise NoShelf(path, "no such file") from None
    except (OSError, ValueError) as error:
        words = getattr(error, "strerror", None) or str(error)
        raise NoShelf(path, f"cannot be opened: {words[:1].lower()}{words[1:]}") from None


def _kind(error: sqlite3.Error) -> int:
    """The plain code of an error, without what SQLite adds to tell the cases of one apart."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
