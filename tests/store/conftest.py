"""An archive in a file, and everything that it holds as text."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from verify.store.facts import Fact, Story
from verify.store.opening import writing
from verify.store.shelf import Kept, Tally


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return tmp_path / "news.archive"


@pytest.fixture
def dump() -> Callable[[Path], str]:
    """Every table and row of an archive, in the order of its keys, once it is found whole."""

    def read(path: Path) -> str:
        connection = sqlite3.connect(path)
        try:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            return "\n".join(connection.iterdump())
        finally:
            connection.close()

    return read


@pytest.fixture
def add(archive: Path) -> Callable[..., Tally]:
    """Keep stories in the archive, all at once."""

    def keep(stories: Iterable[Story], digest: bytes = b"1") -> Tally:
        with writing(str(archive), create=True) as keeper:
            return keeper.add(Kept(story, digest) for story in stories)

    return keep


@pytest.fixture
def named() -> Callable[..., Story]:
    """A story that names people."""

    def make(path: str, date: str, *names: str) -> Story:
        facts = (
            Fact("named", name.casefold(), name, 9 * at, 9 * at + len(name), name, at + 1, 4)
            for at, name in enumerate(names)
        )
        return Story(path, date, tuple(facts))

    return make
