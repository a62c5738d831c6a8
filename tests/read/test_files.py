"""Which files a run reads, and in which order."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from verify.model.finding import Problem
from verify.read.files import find

SUFFIXES = (".txt", ".md")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content repository that the command runs in."""
    for name in (
        "b.txt", "a.md", "notes.pdf", "2025/z.md", "2025/a.TXT", "2025/deep/er/story.txt", "2025-old/x.md",
        ".hidden/x.txt", ".draft.md", "build/out.md", "2025/build/out.md", "2025/keep.md", "2025/skip.md",
    ):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Words.\n")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("/build/\nskip.md\nkeep.md\n")
    (tmp_path / "2025" / ".gitignore").write_text("!keep.md\ndeep/\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*paths: str) -> list[str]:
    return [str(path) for path in find(paths, SUFFIXES)]


WHOLE = ["2025-old/x.md", "2025/a.TXT", "2025/build/out.md", "2025/keep.md", "2025/z.md", "a.md", "b.txt"]


def test_a_folder_gives_its_files_sorted_without_the_hidden_and_the_ignored(desk: Path) -> None:
    assert found(".") == WHOLE
    assert found(str(desk)) == [f"{desk.as_posix()}/{name}" for name in WHOLE]
    assert found("2025/") == [name for name in WHOLE if name.startswith("2025/")]


@pytest.mark.usefixtures("desk")
def test_the_ignore_file_of_the_repository_holds_below_it() -> None:
    Path("2025/.gitignore").unlink()
    assert "2025/keep.md" not in found("2025")
    assert "2025/deep/er/story.txt" in found("2025")
    assert found("build") == ["build/out.md"], "an ignored folder that is named is read"


@pytest.mark.usefixtures("desk")
def test_named_files_are_read_whatever_they_are_and_shown_as_named() -> None:
    named = ["./b.txt", "notes.pdf", "build/out.md", ".draft.md", "2025/../a.md"]
    assert found(*named) == named


@pytest.mark.usefixtures("desk")
def test_each_file_once_where_it_is_first_named() -> None:
    assert found("a.md", ".", "b.txt", "./a.md") == ["a.md", *(name for name in WHOLE if name != "a.md")]


@pytest.mark.usefixtures("desk")
def test_patterns_that_the_shell_left() -> None:
    assert found("*.md") == ["a.md"]
    assert found("*.pdf") == ["notes.pdf"], "the suffix was asked for"
    assert found("2025/*") == [
        "2025/a.TXT",
        "2025/build/out.md",
        "2025/deep/er/story.txt",
        "2025/keep.md",
        "2025/skip.md",
        "2025/z.md",
    ], "as if the shell had named each"
    assert found("**/*.md") == ["2025-old/x.md", "2025/build/out.md", "2025/keep.md", "2025/z.md", "a.md"]


@pytest.mark.usefixtures("desk")
def test_what_leads_nowhere_is_a_problem_in_its_place() -> None:
    Path("lost.txt").symlink_to("nowhere.txt")
    assert list(find(["a.md", "gone.txt", "lost.txt", "gone/*.txt", "b.txt"], SUFFIXES)) == [
        "a.md",
        Problem("gone.txt", "no such file or folder"),
        Problem("lost.txt", "a symbolic link that leads nowhere"),
        Problem("gone/*.txt", "no file matches this pattern"),
        "b.txt",
    ]


def test_symbolic_links_are_passed_over_in_folders_and_followed_where_named(
    desk: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "other.txt").write_text("Words.\n")
    Path("out").symlink_to(outside)
    Path("2025/loop").symlink_to(desk)
    Path("latest.md").symlink_to("2025/z.md")
    assert found(".") == WHOLE
    assert found("out") == ["out/other.txt"]
    assert found("latest.md", "2025/z.md") == ["latest.md"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.usefixtures("desk")
def test_a_folder_that_may_not_be_read_is_a_problem() -> None:
    Path("shut").mkdir(mode=0)
    assert Problem("shut", "cannot be opened: Permission denied") in list(find(["."], SUFFIXES))


def test_a_line_of_an_ignore_file_that_means_nothing_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("\\\n[z-a]\nb.md\n")
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("Words.\n")
    assert found(str(tmp_path)) == [(tmp_path / "a.md").as_posix()]


def test_without_a_repository_the_ignore_files_below_the_folder_still_hold(tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / ".gitignore").write_text("drafts/\n")
    for name in ("a.md", "drafts/b.md"):
        (tmp_path / name).write_text("Words.\n")
    assert found(str(tmp_path)) == [(tmp_path / "a.md").as_posix()]
