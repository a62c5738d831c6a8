"""An archive that is filled by several at once, or by one who is killed: nothing is lost, nothing broken."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

MAIN = "from verify.cli.main import main; main()"
COPY = """\
---
date: 2024-03-{day:02}
---

Harbor vote {number}

Mayor {name} said on Tuesday that pier {number} would stay open. “We have waited,” {family} said.
"""
FAMILY = ("Lee", "Ek", "Dahl", "Falk", "Holm", "Berg", "Lund")
KILLS = 50
KEPT = """
import sys, itertools
from verify.store.facts import Fact, Story
from verify.store.opening import writing
from verify.store.shelf import Kept

def story(number):
    facts = [Fact("named", f"n{number}{at}", "N" * 50, at, at + 9, "words " * 9, 1, 1) for at in range(9)]
    return Kept(Story(f"{number}.md", "2024-03-01", tuple(facts)), b"1")

print("begun", flush=True)
with writing(sys.argv[1], create=True) as keeper:
    for begin in range(0, 600, 12):
        keeper.add(story(number) for number in range(begin, begin + 12))
"""
"""Keeps 600 stories in 50 small changes: hardly a moment in which nothing is written."""


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(240):
        family = FAMILY[number % 7]
        copy = COPY.format(day=number % 28 + 1, number=number, name=f"Ann {family}", family=family)
        (folder / f"{number:03}.md").write_text(copy, encoding="utf-8")
    return folder


def verify(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", MAIN, *arguments], cwd=folder, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True, env={"VERIFY_DISABLE_PLUGINS": "all", "PATH": "/usr/bin:/bin"},
    )  # fmt: skip


def done(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    out, err = process.communicate(timeout=300)
    return process.returncode, out, err


def dump(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return "\n".join(connection.iterdump())


@pytest.mark.slow
@pytest.mark.usefixtures("news")
def test_an_adding_that_is_killed_leaves_the_archive_whole(tmp_path: Path) -> None:
    begun = time.monotonic()
    assert done(verify(tmp_path, "archive", "add", "news", "--archive", "whole.archive"))[0] == 0
    length = time.monotonic() - begun
    whole = dump(tmp_path / "whole.archive")
    dice = random.Random(5)  # noqa: S311 - moments, not secrets
    stages = set()
    for number in range(KILLS):
        archive = tmp_path / f"{number}.archive"
        process = verify(tmp_path, "archive", "add", "news", "--archive", archive.name)
        time.sleep(length * dice.uniform(0.3, 1.1))
        process.kill()
        done(process)
        if archive.exists():
            dump(archive)
        code, out, err = done(verify(tmp_path, "archive", "add", "news", "--archive", archive.name))
        assert (code, err) == (0, "")
        stages.add(out.partition(": ")[2])
        assert dump(archive) == whole
        assert [path.name for path in tmp_path.glob(f"{number}.archive*")] == [archive.name]
    assert len(stages) > 1


@pytest.mark.slow
def test_a_change_that_is_killed_is_done_whole_or_not_at_all(tmp_path: Path) -> None:
    def keep(archive: Path) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", KEPT, str(archive)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        return process

    begun = time.monotonic()
    assert done(keep(tmp_path / "whole.archive"))[0] == 0
    length = time.monotonic() - begun
    whole = dump(tmp_path / "whole.archive")
    dice = random.Random(6)  # noqa: S311 - moments, not secrets
    counts = set()
    for number in range(KILLS):
        archive = tmp_path / f"{number}.archive"
        process = keep(archive)
        time.sleep(length * dice.uniform(0, 0.9))
        process.kill()
        done(process)
        if archive.exists() and archive.stat().st_size:
            stories = dump(archive).count('INSERT INTO "story"')
            assert stories % 12 == 0
            counts.add(stories)
        assert done(keep(archive))[0] == 0
        assert dump(archive) == whole
    assert len(counts) > 5


@pytest.mark.slow
@pytest.mark.usefixtures("news")
def test_two_add_and_one_checks_at_once(tmp_path: Path) -> None:
    assert done(verify(tmp_path, "archive", "add", "news", "--archive", "whole.archive"))[0] == 0
    (tmp_path / "today.md").write_text(
        COPY.format(day=9, number=7, name="Ann Lee", family="Lee").replace("Mayor", "Senator"),
        encoding="utf-8",
    )
    odd, even = ([f"news/{number:03}.md" for number in range(half, 240, 2)] for half in (0, 1))
    for round_ in range(4):
        archive = f"{round_}.archive"
        assert done(verify(tmp_path, "archive", "add", "news/001.md", "--archive", archive))[0] == 0
        # Each adds its half and a part of the other's.
        adding = [
            verify(tmp_path, "archive", "add", *half, "--archive", archive)
            for half in ((*odd, *even[:40]), (*even[::-1], *odd[80:]))
        ]
        checked = 0
        while any(process.poll() is None for process in adding) or not checked:
            check = verify(tmp_path, "check", "today.md", "--archive", archive, "--exit-zero", "--quiet")
            code, _, err = done(check)
            assert (code, err) == (0, "")
            checked += 1
        for process in adding:
            code, _, err = done(process)
            assert (code, err) == (0, "")
        assert dump(tmp_path / archive) == dump(tmp_path / "whole.archive")
