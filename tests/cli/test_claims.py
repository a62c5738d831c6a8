"""`verify claims` as people and scripts call it."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Verify = Callable[..., subprocess.CompletedProcess[bytes]]
FIRST = """---
date: 2024-03-05
---

# Quay to cost $4.5 million

Mayor Karin Lindqvist said on Tuesday that the quay would cost $4.5 million over three years.

“We will not close the harbor while a single fishing boat still needs it,” Lindqvist said.

Ola Dahl, a pilot, said that 34 percent of the berths were empty. The council meets on March 12, 2024.

The weather was fine.
"""
SECOND = """---
date: 2024-03-07
---

# Harbor stays open

“We will not close the harbor while a single fishing boat still needs it,” Mayor Karin Lindqvist said.
"""
THIRD = """---
date: 2024-03-08
---

# Harbor to close

“We will not close the harbor while a single sailing boat still needs it,” Senator Karin Lindqvist said.
"""
VTT = """WEBVTT

00:00:01.000 --> 00:00:05.000
<v Karin Lindqvist>The new quay will cost us $4.5 million over the next three years.

00:00:05.000 --> 00:00:09.000
We will not close the harbor while a single fishing boat still needs it.

00:00:10.000 --> 00:00:19.000
<v Ola Dahl>Last year 36 percent of the berths in the old basin were empty.
"""


@pytest.fixture(autouse=True)
def desk(tmp_path: Path) -> Path:
    for name, text in (("a.md", FIRST), ("b.md", SECOND), ("c.md", THIRD)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "meeting.vtt").write_text(VTT, encoding="utf-8")
    return tmp_path


def test_the_statements_of_articles_with_what_is_on_file(verify: Verify) -> None:
    done = verify("claims", "--sources", "sources")
    assert (done.returncode, done.stderr) == (0, b"")
    lines = [line.rstrip() for line in done.stdout.decode().splitlines()]
    assert lines[0] == "a.md  Quay to cost $4.5 million"
    assert lines[1].startswith("  7:1  Mayor Karin Lindqvist said on Tuesday that the quay")
    kinds = ("on file", "not on", "source")
    assert [line.split("  ")[3] for line in lines if line[6:].startswith(kinds)] == [
        "on file", "on file", "source differs", "not on file", "on file", "source differs"
    ]  # fmt: skip
    assert lines[-1] == (
        "3 articles: 6 statements; 3 on file; 2 source differs; 1 not on file; 1 told otherwise elsewhere"
    )


def test_what_other_articles_have_of_it(verify: Verify) -> None:
    done = verify("claims", "--format", "jsonl")
    claims = {(one["path"], one["line"]): one for one in map(json.loads, done.stdout.splitlines())}
    assert [one["agrees"] for one in claims["a.md", 9]["elsewhere"]] == [True]
    assert claims["a.md", 9]["elsewhere"][0] == {
        "path": "b.md", "line": 7, "column": 1, "agrees": True, "words": "quotes the same words",
    }  # fmt: skip
    told = [one["words"] for one in claims["c.md", 7]["elsewhere"] if not one["agrees"]]
    assert "Karin Lindqvist is senator here and mayor in a.md" in told
    assert all(one["on_file"] is None for one in claims.values())


def test_one_statement_as_json(verify: Verify) -> None:
    done = verify("claims", "a.md", "--sources", "sources", "--format", "json")
    (file,) = json.loads(done.stdout)["files"]
    assert [(one["line"], one["on_file"]) for one in file["claims"]] == [
        (7, "yes"), (9, "yes"), (11, "differs"), (11, "no")
    ]  # fmt: skip
    third = file["claims"][2]
    assert [figure["text"] for figure in third["figures"]] == ["34 percent"]
    assert third["said"][0]["speaker"]["name"] == "Ola Dahl"
    assert [(one["path"], one["line"], one["time"]) for one in third["sources"]] == [
        ("sources/meeting.vtt", 10, "00:00:10")
    ]
    assert [date["text"] for date in file["claims"][3]["dates"]] == ["March 12, 2024"]


def test_a_table_for_spreadsheets(verify: Verify) -> None:
    done = verify("claims", "a.md", "--sources", "sources", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode(), newline="")))
    assert [row["on_file"] for row in rows] == ["yes", "yes", "differs", "no"]
    assert (rows[1]["said"], rows[1]["source"]) == (
        "Karin Lindqvist, Mayor", "sources/meeting.vtt:7:1 at 00:00:05"
    )  # fmt: skip


def test_json_ld_has_claims_and_quotations_and_no_verdict(verify: Verify) -> None:
    done = verify("claims", "b.md", "--sources", "sources", "--format", "json-ld")
    graph = json.loads(done.stdout)
    speaker = {"@type": "Person", "name": "Karin Lindqvist", "jobTitle": "Mayor"}
    cited = {
        "@type": "CreativeWork",
        "name": "sources/meeting.vtt",
        "text": "We will not close the harbor while a single fishing boat still needs it",
    }
    assert graph["@context"] == "https://schema.org"
    article, claim, quotation = graph["@graph"]
    assert article == {"@type": "NewsArticle", "@id": "b.md", "headline": "Harbor stays open"}
    assert (claim["@type"], claim["creator"], claim["citation"]) == ("Claim", speaker, cited)
    assert quotation["@type"] == "Quotation"
    assert (quotation["spokenByCharacter"], quotation["citation"]) == (speaker, cited)
    assert "Review" not in done.stdout.decode()


def test_open_shows_what_is_left_to_check(verify: Verify) -> None:
    done = verify("claims", "a.md", "--sources", "sources", "--open", "--format", "jsonl")
    assert [json.loads(line)["on_file"] for line in done.stdout.splitlines()] == ["differs", "no"]


def test_an_archive_is_asked_too(verify: Verify) -> None:
    assert verify("archive", "add", "a.md", "--archive", "n.archive").returncode == 0
    done = verify("claims", "b.md", "--archive", "n.archive", "--format", "jsonl")
    (one,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(other["path"], other["line"], other["agrees"]) for other in one["elsewhere"]] == [
        ("a.md", 9, True)
    ]


def test_what_cannot_be_read_is_told(verify: Verify) -> None:
    done = verify("claims", "a.md", "gone.md", "--sources", "no", "--format", "jsonl")
    assert done.returncode == 2
    assert len(done.stdout.splitlines()) == 4
    assert [line.split(": ")[1] for line in done.stderr.decode().splitlines()] == ["gone.md", "no"]


def test_workers_change_nothing(verify: Verify) -> None:
    arguments = ("claims", ".", "--sources", "sources", "--format", "json", "--jobs")
    assert verify(*arguments, "1").stdout == verify(*arguments, "2").stdout
