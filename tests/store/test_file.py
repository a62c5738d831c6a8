"""A file that is no archive, of another version, damaged, shut or in use: one clear line, and no harm."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from verify.store.facts import Story
from verify.store.opening import reading, writing
from verify.store.shelf import Kept, NoShelf, Tally
from verify.store.sqlite.file import File
from verify.store.sqlite.schema import APPLICATION, MIGRATIONS
from verify.store.sqlite.shelf import SqliteShelf

Add = Callable[..., Tally]
Named = Callable[..., Story]
Dump = Callable[[Path], str]

NEXT = (*MIGRATIONS, ("ALTER TABLE story ADD COLUMN section TEXT NOT NULL DEFAULT ''",))
"""A made-up next version."""


def refused(path: Path, *, write: bool = False, create: bool = False) -> str:
    with pytest.raises(NoShelf) as told:
        File(str(path), write=write, create=create, patience=0)
    assert told.value.problem.where == str(path)
    assert "\n" not in told.value.problem.message
    return told.value.problem.message


def database(path: Path, *statements: str) -> Path:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
    return path


def test_what_is_no_archive_is_refused_and_left_alone(tmp_path: Path) -> None:
    text = tmp_path / "story.md"
    text.write_text("Harbor vote\n\nThe council voted on the harbor.\n" * 99)
    other = database(tmp_path / "other.db", "CREATE TABLE poem (line TEXT)")
    stranger = database(tmp_path / "stranger.db", "PRAGMA application_id = 7", "CREATE TABLE fact (a)")
    for path in (text, other, stranger):
        before = path.read_bytes()
        assert refused(path) == "is no archive of verify"
        assert refused(path, write=True, create=True) == "is no archive of verify"
        assert path.read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"story.md", "other.db", "stranger.db"}


def test_what_is_not_there(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.archive") == "no such file"
    assert refused(tmp_path / "none.archive", write=True) == "no such file"
    assert refused(tmp_path) == "is a folder, not an archive"
    assert (
        refused(tmp_path / "no" / "a.archive", write=True, create=True) == "cannot be written: no such folder"
    )
    (tmp_path / "empty.archive").touch()
    assert refused(tmp_path / "empty.archive") == "is empty: nothing was ever added to it"
    assert refused(tmp_path / ("long" * 99)) == "cannot be opened: file name too long"
    assert [path.name for path in tmp_path.iterdir()] == ["empty.archive"]


def test_an_empty_file_can_be_filled(archive: Path, add: Add, named: Named) -> None:
    archive.touch()
    assert add([named("a.md", "", "Ann Lee")]) == Tally(added=1)


def test_a_newer_version_is_refused(archive: Path, add: Add, named: Named) -> None:
    add([named("a.md", "", "Ann Lee")])
    database(archive, "PRAGMA user_version = 9")
    words = "was written by a newer version of verify (version 9 of the archive; this one knows 1)"
    assert refused(archive) == refused(archive, write=True) == words


def test_an_older_version_is_brought_up_to_date_by_who_writes(archive: Path, add: Add, named: Named) -> None:
    add([named("a.md", "2024-03-01", "Ann Lee")])
    with pytest.raises(
        NoShelf, match="is of version 1 of the archive, older than 2; the next “verify archive"
    ):
        File(str(archive), migrations=NEXT)
    with closing(File(str(archive), write=True, migrations=NEXT)) as file:
        assert file.rows("SELECT path, section FROM story") == [("a.md", "")]
    with closing(File(str(archive), migrations=NEXT)) as file:
        assert SqliteShelf(file).holdings().version == 2
        assert len(SqliteShelf(file).told("named", "ann lee", None, 9)) == 1
    assert refused(archive).startswith("was written by a newer version of verify (version 2")


def test_a_migration_is_done_whole_or_not_at_all(archive: Path, add: Add, named: Named, dump: Dump) -> None:
    add([named("a.md", "2024-03-01", "Ann Lee")])
    before = dump(archive)
    broken = (*NEXT, ("CREATE TABLE more (a)", "INSERT INTO nowhere VALUES (1)"))
    with pytest.raises(NoShelf, match="no such table: nowhere"):
        File(str(archive), write=True, migrations=broken)
    assert dump(archive) == before


def ask_everything(path: Path) -> None:
    with reading(str(path)) as shelf:
        list(shelf.sharing(["ann lee", "bo ek"], None, 1, 400))
        list(shelf.told("named", "ann lee", None, 400))
        shelf.holdings()


@pytest.mark.parametrize("at", [3, 4096, 4096 * 5 + 7])
def test_a_damaged_file_is_told_and_nothing_raises(archive: Path, add: Add, named: Named, at: int) -> None:
    add([named(f"{n:03}.md", "2024-03-01", "Ann Lee", "Bo Ek", "Cy Dahl") for n in range(300)])
    data = bytearray(archive.read_bytes())
    data[at:] = b"\xff" * (len(data) - at)
    archive.write_bytes(data)
    with pytest.raises(NoShelf, match=r"seems to be damaged|is no archive") as told:
        ask_everything(archive)
    assert told.value.problem.where == str(archive)


def test_a_file_cut_short_is_told(archive: Path, add: Add, named: Named) -> None:
    add([named(f"{n:03}.md", "2024-03-01", "Ann Lee", "Bo Ek", "Cy Dahl") for n in range(300)])
    archive.write_bytes(archive.read_bytes()[:9000])
    with pytest.raises(NoShelf, match="damaged"):
        ask_everything(archive)


def test_reading_leaves_nothing_beside_the_file(archive: Path, add: Add, named: Named) -> None:
    add([named("a.md", "2024-03-01", "Ann Lee")])
    before = archive.read_bytes(), archive.stat().st_mtime_ns
    with reading(str(archive)) as shelf:
        assert len(list(shelf.told("named", "ann lee", None, 9))) == 1
        assert list(archive.parent.iterdir()) == [archive]
    assert list(archive.parent.iterdir()) == [archive]
    assert (archive.read_bytes(), archive.stat().st_mtime_ns) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_may_not_be_written_is_still_read(archive: Path, add: Add, named: Named) -> None:
    add([named("a.md", "2024-03-01", "Ann Lee")])
    archive.chmod(0o444)
    archive.parent.chmod(0o555)
    try:
        with reading(str(archive)) as shelf:
            assert len(list(shelf.told("named", "ann lee", None, 9))) == 1
        with pytest.raises(NoShelf, match="cannot be written"), writing(str(archive)) as keeper:
            keeper.add([Kept(named("b.md", "", "Bo Ek"), b"1")])
        assert refused(archive.parent / "b.archive", write=True, create=True) == "cannot be opened"
    finally:
        archive.parent.chmod(0o755)


def test_others_read_while_one_writes(archive: Path, add: Add, named: Named) -> None:
    add([named("a.md", "2024-03-01", "Ann Lee")])
    with reading(str(archive)) as before, writing(str(archive)) as keeper:
        keeper.add([Kept(named("b.md", "2024-03-01", "Ann Lee"), b"1")])
        assert len(list(before.told("named", "ann lee", None, 9))) == 2
        with reading(str(archive)) as during:
            assert len(list(during.told("named", "ann lee", None, 9))) == 2
    with writing(str(archive)):
        pass
    assert list(archive.parent.iterdir()) == [archive]


def test_who_was_interrupted_is_tidied_up_after(archive: Path, add: Add, named: Named, dump: Dump) -> None:
    add([named("a.md", "2024-03-01", "Ann Lee")])
    program = (
        "import os, sys; from verify.store.facts import Story; from verify.store.shelf import Kept;"
        "from verify.store.sqlite.file import File; from verify.store.sqlite.keeper import SqliteKeeper;"
        "keeper = SqliteKeeper(File(sys.argv[1], write=True));"
        "keeper.add([Kept(Story('b.md', '2024-03-01', ()), b'1')]); os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", program, str(archive)], check=False).returncode == 9
    assert len(list(archive.parent.iterdir())) == 3
    with reading(str(archive)) as shelf:
        assert shelf.holdings().articles == 2
    with writing(str(archive)) as keeper:
        assert list(keeper.paths()) == ["a.md", "b.md"]
    assert list(archive.parent.iterdir()) == [archive]
    assert "b.md" in dump(archive)


def test_who_is_kept_waiting_for_too_long_is_told_so(archive: Path, add: Add, named: Named) -> None:
    add([named("a.md", "2024-03-01", "Ann Lee")])
    hold = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "c.execute('BEGIN EXCLUSIVE'); print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", hold, str(archive)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        assert refused(archive) == "is kept busy by others; try again"
        holder.communicate(b"")
    with reading(str(archive)) as shelf:
        assert shelf.holdings().articles == 1


def test_a_name_with_signs_that_mean_something_elsewhere(tmp_path: Path, named: Named) -> None:
    path = tmp_path / "a?mode=memory#b%20c &.archive"
    with writing(str(path), create=True) as keeper:
        keeper.add([Kept(named("a.md", "", "Ann Lee"), b"1")])
    with reading(str(path)) as shelf:
        assert shelf.holdings().articles == 1
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_the_head_of_the_file_says_what_it_is(archive: Path, add: Add, named: Named) -> None:
    add([named("a.md", "", "Ann Lee")])
    head = archive.read_bytes()[:100]
    assert head.startswith(b"SQLite format 3\0")
    assert int.from_bytes(head[68:72], "big") == APPLICATION
    assert int.from_bytes(head[60:64], "big") == len(MIGRATIONS) == 1
