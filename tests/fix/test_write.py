"""Writing over a file: whole or not at all, and never one that it should not touch."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from verify.fix.write import held, overwrite
from verify.model.finding import Problem

OLD, NEW = b"The the ferry.\n", b"The ferry.\n"


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("story.txt").write_bytes(OLD)
    return Path("story.txt")


def left() -> list[str]:
    return sorted(path.name for path in Path().iterdir())


def test_the_file_is_replaced_and_keeps_its_mode(story: Path) -> None:
    story.chmod(0o2664)
    assert overwrite("story.txt", OLD, NEW) is None
    assert (story.read_bytes(), story.stat().st_mode & 0o7777) == (NEW, 0o2664)
    assert left() == ["story.txt"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_the_file_keeps_its_owner(story: Path) -> None:
    os.chown(story, 1234, 4321)
    assert overwrite("story.txt", OLD, NEW) is None
    assert (story.stat().st_uid, story.stat().st_gid) == (1234, 4321)


def test_other_names_of_the_file_keep_what_they_have(story: Path) -> None:
    Path("copy.txt").hardlink_to(story)
    assert overwrite("story.txt", OLD, NEW) is None
    assert (story.read_bytes(), Path("copy.txt").read_bytes()) == (NEW, OLD)


def test_a_file_that_changed_meanwhile_is_left(story: Path) -> None:
    story.write_bytes(b"The the ferry sank.\n")
    problem = overwrite("story.txt", OLD, NEW)
    assert problem == Problem("story.txt", "cannot be fixed: the file has changed since it was read")
    assert story.read_bytes() == b"The the ferry sank.\n"
    assert left() == ["story.txt"]


def test_a_file_that_is_gone_is_not_made_anew(story: Path) -> None:
    story.unlink()
    assert overwrite("story.txt", OLD, NEW) == Problem(
        "story.txt", "cannot be fixed: no such file or directory"
    )
    assert left() == []


def test_a_read_only_file_is_left(story: Path) -> None:
    story.chmod(0o444)
    assert overwrite("story.txt", OLD, NEW) == Problem("story.txt", "cannot be fixed: the file is read-only")
    assert story.read_bytes() == OLD


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes into every folder")
def test_in_a_read_only_folder_nothing_happens(story: Path, tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    problem = overwrite("story.txt", OLD, NEW)
    tmp_path.chmod(0o755)
    assert problem == Problem("story.txt", "cannot be fixed: permission denied")
    assert (story.read_bytes(), left()) == (OLD, ["story.txt"])


@pytest.mark.parametrize("moment", ["os.replace", "os.fsync"])
def test_a_crash_before_the_last_step_leaves_the_old_file_whole(story: Path, moment: str) -> None:
    program = (
        "import os, signal\n"
        "from verify.fix.write import overwrite\n"
        f"{moment} = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        f"overwrite('story.txt', {OLD!r}, {NEW!r})\n"
    )
    done = subprocess.run([sys.executable, "-c", program], check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL
    assert story.read_bytes() == OLD
    assert all(name == "story.txt" or name.startswith(".") for name in left()), "hidden from every later run"
    assert overwrite("story.txt", OLD, NEW) is None
    assert story.read_bytes() == NEW


def test_a_link_is_followed_where_it_was_named(story: Path) -> None:
    Path("link.txt").symlink_to(story)
    assert overwrite("link.txt", OLD, NEW, ["./link.txt"]) is None
    assert (story.read_bytes(), Path("link.txt").is_symlink()) == (NEW, True)


@pytest.mark.parametrize(
    ("path", "named", "followed"),
    [
        ("desk/story.txt", "desk", True),
        ("desk/story.txt", "desk/", True),
        ("desk/story.txt", "./desk/*.txt", True),
        ("desk/story.txt", "*/*.txt", False),
        ("desk/story.txt", "**/story.txt", False),
        ("desk/story.txt", ".", False),
        ("link.txt", "*.txt", False),
        ("link.txt", "link.txt", True),
        ("in/link.txt", "in", False),
        ("in/story.txt", "i*", True),
    ],
)
def test_a_link_that_a_pattern_came_upon_is_not(
    tmp_path: Path, story: Path, *, path: str, named: str, followed: bool
) -> None:
    for folder in ("out", "in"):
        Path(folder).mkdir()
        Path(folder, "story.txt").write_bytes(OLD)
    Path("desk").symlink_to(tmp_path / "out")
    Path("link.txt").symlink_to(story)
    Path("in", "link.txt").symlink_to(tmp_path / "out" / "story.txt")
    problem = overwrite(path, OLD, NEW, [named])
    assert (problem is None) == followed
    assert Path(path).read_bytes() == (NEW if followed else OLD)
    if problem:
        assert (
            str(problem) == f"{path}: cannot be fixed: reached through a symbolic link; name the file itself"
        )


@pytest.mark.usefixtures("story")
def test_only_a_file_can_be_held_for_fixing(tmp_path: Path) -> None:
    assert held("story.txt") == OLD
    os.mkfifo("pipe.txt")
    assert held("pipe.txt") == Problem("pipe.txt", "cannot be fixed: not a regular file")
    assert held("none.txt") == Problem("none.txt", "cannot be fixed: no such file or directory")
    assert held(str(tmp_path)) == Problem(str(tmp_path), "cannot be fixed: not a regular file")
