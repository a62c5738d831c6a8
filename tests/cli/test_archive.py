"""`verify archive`, and `verify check` against one."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Verify = Callable[..., subprocess.CompletedProcess[bytes]]

BEFORE = """\
---
date: 2024-03-05
---

Harbor vote put off

Mayor Ann Lee said on Tuesday that the port would stay open. Bo Ek, a pilot, told the council he was glad.
"""
TODAY = """\
---
date: 2024-03-09
---

Harbor to close

Senator Ann Lee said on Saturday that the port would close after all.
"""
TITLES = ("--select", "titles/inconsistent-title-across-articles")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    (folder / "old").mkdir(parents=True)
    (folder / "old" / "vote.md").write_text(BEFORE, encoding="utf-8")
    (folder / "today.md").write_text(TODAY, encoding="utf-8")
    return folder


def said(run: subprocess.CompletedProcess[bytes]) -> tuple[int, str, list[str]]:
    return run.returncode, run.stdout.decode(), run.stderr.decode().splitlines()


def findings(run: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run.stdout.decode().splitlines()]


@pytest.mark.usefixtures("news")
def test_articles_are_added_counted_and_removed(verify: Verify, tmp_path: Path) -> None:
    named = ("--archive", "n.archive")
    assert said(verify("archive", "add", "news", *named)) == (
        0, "n.archive: 2 articles added, 0 replaced, 0 unchanged\n", [],
    )  # fmt: skip
    kept = (tmp_path / "n.archive").read_bytes()
    assert said(verify("archive", "add", "news/old", "news/today.md", *named)) == (
        0, "n.archive: 0 articles added, 0 replaced, 2 unchanged\n", [],
    )  # fmt: skip
    assert (tmp_path / "n.archive").read_bytes() == kept
    (tmp_path / "news" / "today.md").write_text(TODAY.replace("Senator", "Mayor"), encoding="utf-8")
    assert verify("archive", "add", "news", *named).stdout.endswith(
        b"0 articles added, 1 replaced, 1 unchanged\n"
    )
    (tmp_path / "news" / "old" / "vote.md").unlink()
    assert said(verify("archive", "remove", "news/old", "news/none.md", *named)) == (
        2, "n.archive: 1 article removed\n",
        ["verify: news/none.md: nothing of it is in the archive"],
    )  # fmt: skip
    assert said(verify("archive", "remove", "news", *named)) == (0, "n.archive: 1 article removed\n", [])
    assert said(verify("archive", "info", *named)) == (
        0, f"n.archive\n  0 articles\n  0 facts\n  {len(kept) / 1000:.1f} kB, version 1\n", [],
    )  # fmt: skip


@pytest.mark.usefixtures("news")
def test_what_an_archive_holds_as_text_and_json(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / "news" / "undated.md").write_text(
        "Harbor vote\n\nAnn Lee and Bo Ek said no.\n", encoding="utf-8"
    )
    verify("archive", "add", "news", "--archive", "n.archive")
    held = json.loads(verify("archive", "info", "--archive", "n.archive", "--format", "json").stdout)
    assert {key: held[key] for key in ("path", "articles", "undated", "first", "last", "version")} == {
        "path": "n.archive", "articles": 3, "undated": 1, "first": "2024-03-05", "last": "2024-03-09",
        "version": 1,
    }  # fmt: skip
    assert held["size"] == (tmp_path / "n.archive").stat().st_size
    assert held["facts"]["called"] == 2
    text = verify("archive", "info", "--archive", "n.archive").stdout.decode().splitlines()
    assert text[:2] == ["n.archive", "  3 articles from 2024-03-05 to 2024-03-09 (1 without a date)"]
    assert text[2] == f"  {sum(held['facts'].values())} facts"
    assert [line.split() for line in text[3:-1]] == [[kind, str(n)] for kind, n in held["facts"].items()]


@pytest.mark.usefixtures("news")
def test_one_article_is_checked_against_the_archive_and_does_not_change_it(
    verify: Verify, tmp_path: Path
) -> None:
    verify("archive", "add", "news/old", "--archive", "n.archive")
    before = (tmp_path / "n.archive").read_bytes()
    checked = ("check", "news/today.md", *TITLES, "--format", "jsonl")
    assert verify(*checked).stdout == b""
    run = verify(*checked, "--archive", "n.archive")
    (one,) = findings(run)
    assert (run.returncode, run.stderr) == (1, b"")
    assert (one["text"], one["message"]) == (
        "Senator Ann Lee", "Ann Lee is senator here and mayor in news/old/vote.md",
    )  # fmt: skip
    at = BEFORE.index("Mayor Ann Lee")
    assert one["related"] == [
        {"path": "news/old/vote.md", "start": at, "end": at + 13, "line": 7, "column": 1,
         "message": "called mayor here"}
    ]  # fmt: skip
    assert (tmp_path / "n.archive").read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"news", "n.archive"}


@pytest.mark.usefixtures("news")
def test_the_other_article_is_shown_from_where_the_user_stands(verify: Verify, tmp_path: Path) -> None:
    verify("archive", "add", "news/old", "--archive", "n.archive")
    run = verify(
        "check", "today.md", *TITLES, "--archive", "../n.archive", "--format", "jsonl", cwd=tmp_path / "news"
    )
    (one,) = findings(run)
    assert one["related"][0]["path"] == "old/vote.md"
    run = verify("check", "../today.md", *TITLES, "--archive", "../../n.archive", "--format", "jsonl",
                 cwd=tmp_path / "news" / "old")  # fmt: skip
    assert findings(run)[0]["related"][0]["path"] == "vote.md"


@pytest.mark.usefixtures("news")
@pytest.mark.parametrize("name", ["news/today.md", "./news/today.md", "news/../news/today.md", "-"])
def test_an_article_is_never_held_against_what_it_said_itself(
    verify: Verify, tmp_path: Path, name: str
) -> None:
    verify("archive", "add", "news/today.md", "--archive", "n.archive")
    changed = TODAY.replace("Senator", "Mayor")
    (tmp_path / "news" / "today.md").write_text(changed, encoding="utf-8")
    stdin = ("--stdin-filename", "news/today.md")
    run = verify("check", name, *TITLES, *stdin, "--archive", "n.archive", stdin=changed.encode())
    assert (run.returncode, run.stderr) == (0, b"")


@pytest.mark.usefixtures("news")
def test_the_settings_name_an_archive_from_their_own_folder(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / "news" / "verify.toml").write_text('archive = "kept/n.archive"\n')
    (tmp_path / "news" / "kept").mkdir()
    assert said(verify("archive", "add", "news/old"))[:2] == (
        0, "news/kept/n.archive: 1 article added, 0 replaced, 0 unchanged\n",
    )  # fmt: skip
    checked = ("check", "news/today.md", *TITLES)
    assert verify(*checked).returncode == 1
    assert verify(*checked, "--isolated").returncode == 0
    assert verify(*checked, "--archive", "").returncode == 0
    assert said(verify(*checked, "--archive", "none.archive"))[::2] == (
        2,
        ["verify: none.archive: no such file"],
    )
    assert verify("archive", "info", cwd=tmp_path / "news").stdout.startswith(b"kept/n.archive\n  1 article ")
    (tmp_path / "news" / "verify.toml").write_text("archive = 1\n")
    assert said(verify(*checked))[2] == [
        "verify: news/verify.toml: archive: expected the name of a file, got 1"
    ]


@pytest.mark.usefixtures("news")
def test_an_archive_that_cannot_be_read_is_one_line_and_the_rest_is_done(
    verify: Verify, tmp_path: Path
) -> None:
    slip = TODAY + "\nThe the pilots left.\n"
    (tmp_path / "news" / "today.md").write_text(slip, encoding="utf-8")
    (tmp_path / "bad.archive").write_text("no archive at all")
    for name, words in (("none.archive", "no such file"), ("bad.archive", "is no archive of verify")):
        run = verify("check", "news", "--format", "jsonl", "--archive", name)
        assert (run.returncode, run.stderr.decode()) == (2, f"verify: {name}: {words}\n")
        rules = {one["rule"] for one in findings(run)}
        assert {"typos/doubled-word", "titles/inconsistent-title-across-articles"} <= rules


@pytest.mark.usefixtures("news")
def test_an_archive_that_fails_while_it_is_asked_is_one_line(verify: Verify, tmp_path: Path) -> None:
    verify("archive", "add", "news", "--archive", "n.archive")
    data = bytearray((tmp_path / "n.archive").read_bytes())
    data[4096:] = bytes(len(data) - 4096)
    (tmp_path / "n.archive").write_bytes(data)
    run = verify("check", "news", *TITLES, "--archive", "n.archive", "--format", "jsonl")
    assert run.returncode == 2
    assert len(findings(run)) == 1
    (line,) = run.stderr.decode().splitlines()
    assert line.startswith("verify: n.archive: cannot be used, it seems to be damaged: ")


@pytest.mark.usefixtures("news")
def test_work_that_cannot_be_done_is_told_with_2(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / "news" / "latin.md").write_bytes(b"Caf\xe9 society\n")
    code, out, told = said(verify("archive", "add", "news", "none.md", "--archive", "n.archive"))
    assert (code, out) == (2, "n.archive: 2 articles added, 0 replaced, 0 unchanged\n")
    assert [line.split(": ")[1] for line in told] == ["news/latin.md", "none.md"]
    nothing = "verify: no archive is named: give --archive FILE, or archive in the settings"
    for command in (("add", "news"), ("remove", "news"), ("info",)):
        assert said(verify("archive", *command)) == (
            2, "", [f"{nothing} (see verify archive {command[0]} --help)"],
        )  # fmt: skip
        run = verify("archive", *command, "--archive", "news")
        assert said(run) == (2, "", ["verify: news: is a folder, not an archive"])
    assert verify("archive", "add", "--archive", "n.archive").returncode == 2
    code, out, told = said(verify("archive", "add", "-", "--archive", "n.archive"))
    assert (code, out, len(told)) == (2, "", 1)
    assert said(verify("archive", "remove", "news", "--archive", "none.archive"))[2] == [
        "verify: none.archive: no such file"
    ]
    assert not (tmp_path / "none.archive").exists()


@pytest.mark.parametrize("command", ["add", "remove", "info"])
def test_every_command_about_an_archive_has_help(verify: Verify, command: str) -> None:
    assert (
        verify("archive", command, "--help").stdout.decode().startswith(f"Usage: verify archive {command} ")
    )
    assert f"  {command} " in verify("archive", "--help").stdout.decode()


@pytest.mark.usefixtures("news")
def test_sqlite_is_loaded_only_where_an_archive_is_named(tmp_path: Path) -> None:
    program = "import sys; from verify.cli.app import run; run(sys.argv[1:]); print('sqlite3' in sys.modules)"

    def loaded(*arguments: str) -> str:
        command = [sys.executable, "-c", program, *arguments]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60)
        return done.stdout.splitlines()[-1]

    assert loaded("check", "news", "--exit-zero", "--isolated") == "False"
    assert loaded("archive", "add", "news", "--archive", "n.archive") == "True"
    assert loaded("check", "news", "--archive", "n.archive") == "True"
