"""`verify check --sources` as people and scripts call it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Verify = Callable[..., subprocess.CompletedProcess[bytes]]
STORY = """Mayor promises an open harbor

“We will close the harbor this year,” Mayor Karin Lindqvist told the council on Monday.
"""
SRT = """1
00:12:04,000 --> 00:12:08,000
We will not close

2
00:12:08,000 --> 00:12:10,000
the harbor this year.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "meeting.srt").write_text(SRT, encoding="utf-8")
    return tmp_path


def findings(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.usefixtures("desk")
def test_a_quote_that_differs_is_shown_with_its_source_and_time(verify: Verify) -> None:
    done = verify("check", "story.txt", "--sources", "sources", "--format", "jsonl")
    assert (done.returncode, done.stderr) == (1, b"")
    (one,) = findings(done)
    assert (one["rule"], one["severity"], one["text"]) == (
        "quotes/differs-from-source",
        "error",
        "will close",
    )
    assert one["message"] == "leaves out “not”, which the source has here: a “not” is lost or added"
    assert one["related"] == [
        {
            "path": "sources/meeting.srt", "start": 32, "end": 103, "line": 3, "column": 1,
            "message": "the source has “We will not close the harbor this year”, at 00:12:04",
        }
    ]  # fmt: skip


@pytest.mark.usefixtures("desk")
def test_without_sources_nothing_is_said(verify: Verify) -> None:
    done = verify("check", "story.txt", "--format", "jsonl")
    assert (done.returncode, done.stdout) == (0, b"")


def test_sources_of_the_settings_count_from_their_folder_and_are_no_articles(
    desk: Path, verify: Verify
) -> None:
    (desk / "verify.toml").write_text('sources = ["sources"]\n')
    (desk / "sources" / "release.txt").write_text("The the harbor stays open.\n")
    elsewhere = desk / "elsewhere"
    elsewhere.mkdir()
    done = verify("check", "..", "--format", "jsonl", cwd=elsewhere)
    assert [(one["path"], one["rule"]) for one in findings(done)] == [
        ("../story.txt", "quotes/differs-from-source")
    ]


def test_sources_that_fail_are_told_and_the_rest_is_held_against(desk: Path, verify: Verify) -> None:
    (desk / "sources" / "old.docx").write_bytes(b"PK no more")
    done = verify("check", "story.txt", "--sources", "sources", "--sources", "gone", "--format", "jsonl")
    assert done.returncode == 2
    assert [line.split(": ")[1] for line in done.stderr.decode().splitlines()] == ["gone", "sources/old.docx"]
    assert [one["rule"] for one in findings(done)] == ["quotes/differs-from-source"]


@pytest.mark.usefixtures("desk")
def test_the_report_is_the_same_with_several_workers(verify: Verify, desk: Path) -> None:
    for name in ("b.txt", "c.txt"):
        (desk / name).write_text(STORY, encoding="utf-8")
    arguments = ("check", ".", "--sources", "sources", "--format", "jsonl", "--jobs")
    alone, together = verify(*arguments, "1"), verify(*arguments, "2")
    assert len(findings(alone)) == 3
    assert (together.stdout, together.stderr) == (alone.stdout, alone.stderr)


@pytest.mark.usefixtures("desk")
def test_fixes_leave_quotes_alone(verify: Verify, desk: Path) -> None:
    verify("check", "story.txt", "--sources", "sources", "--fix", "--unsafe-fixes")
    assert (desk / "story.txt").read_text(encoding="utf-8") == STORY
