"""`verify quotes` as people and scripts call it."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from verify.cli.app import run

Verify = Callable[..., subprocess.CompletedProcess[bytes]]
STORY = """Ferry runs aground

The captain, Ann Lee, was at the wheel on Monday.

“We will sail again,” she said. “Soon.”

“It is, =1+1, a mess,” said Tom Reyes, a pilot.

Her favorite song is “The Long Tide.”
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.mark.usefixtures("story")
def test_the_ledger_of_a_story(verify: Verify) -> None:
    done = verify("quotes")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == (
        "a.txt  Ferry runs aground\n"
        "  Ann Lee, captain  2 quotes, 5 words\n"
        "    3:5   introduced     captain, Ann Lee\n"
        "    5:1   direct         “We will sail again,”  (she)\n"
        "    5:33  direct         “Soon.”  (she)\n"
        "  Tom Reyes, pilot  1 quote, 5 words\n"
        "    7:29  introduced     Tom Reyes, a pilot\n"
        "    7:1   direct         “It is, =1+1, a mess,”\n"
        "  Needs no speaker\n"
        "    9:22  title of work  “The Long Tide.”\n"
        "\n"
        "1 article: 3 quotes, 10 words, 2 speakers; 1 that needs none\n"
    )


@pytest.mark.usefixtures("story")
def test_the_order_of_the_copy_is_to_be_had_too(verify: Verify) -> None:
    lines = verify("quotes", "a.txt", "--order", "text").stdout.decode().splitlines()
    assert [line.split()[0] for line in lines[1:9:2]] == ["5:1", "5:33", "7:1", "9:22"]
    assert lines[1] == "  5:1  Ann Lee, captain (she)  direct"


@pytest.mark.usefixtures("story")
def test_one_speaker_alone_in_every_format(verify: Verify) -> None:
    done = verify("quotes", "--speaker", "reyes")
    assert done.stdout.decode().endswith("\n1 article: 1 quote, 5 words by “reyes”\n")
    assert "Ann Lee" not in done.stdout.decode()
    lines = verify("quotes", "--speaker", "Tom Reyes", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["start"] for line in lines] == [STORY.index("“It is")]
    none = verify("quotes", "--speaker", "Cole")
    assert (none.returncode, none.stdout.decode()) == (0, "1 article: no quotes by “Cole”\n")


@pytest.mark.usefixtures("story")
def test_csv_holds_what_jsonl_holds(verify: Verify, tmp_path: Path) -> None:
    done = verify("quotes", "--format", "csv", "-o", "out.csv")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    data = (tmp_path / "out.csv").read_bytes()
    assert data == verify("quotes", "--format", "csv").stdout
    assert data.count(b"\r\n") == data.count(b"\n") == 5
    rows = list(csv.DictReader(io.StringIO(data.decode(), newline=""), strict=True))
    quotes = [json.loads(line) for line in verify("quotes", "--format", "jsonl").stdout.splitlines()]
    assert len(rows) == len(quotes) == 4
    for row, quote in zip(rows, quotes, strict=True):
        speaker = quote["speaker"] or {"name": "", "title": "", "type": ""}
        assert [row[key] for key in ("path", "kind", "text")] == [
            quote[key] for key in ("path", "kind", "text")
        ]
        assert [row[key] for key in ("speaker", "title", "type")] == [
            speaker[key] for key in ("name", "title", "type")
        ]
        assert (int(row["start"]), int(row["end"])) == (quote["start"], quote["end"])
        assert float(row["confidence"]) == quote["confidence"]
        assert row["needs_none"] == quote.get("needs_none", "")
    assert (rows[0]["mention"], rows[0]["cue"], rows[0]["line"], rows[0]["column"]) == (
        "she",
        "said",
        "5",
        "1",
    )


@pytest.mark.usefixtures("story")
def test_why_a_quote_has_its_speaker(verify: Verify) -> None:
    done = verify("quotes", "a.txt", "--explain", "5")
    assert (done.returncode, done.stderr) == (0, b"")
    lines = done.stdout.decode().splitlines()
    assert lines[:5] == [
        "a.txt:5:1  direct",
        "  “We will sail again,”",
        "",
        "Ann Lee, captain",
        "The copy says “she” at 5:23, with the cue “said” at 5:27.",
    ]
    second = json.loads(verify("quotes", "a.txt", "--explain", "5:20", "--format", "json").stdout)
    assert (second["line"], second["column"], second["quote"]["text"]) == (5, 1, "“We will sail again,”")
    third = json.loads(verify("quotes", "a.txt", "--explain", "5:22", "--format", "json").stdout)
    assert third["quote"]["text"] == "“Soon.”"
    piped = verify("quotes", "-", "--explain", "5", stdin=STORY.encode())
    assert piped.stdout.decode().splitlines()[0] == "<stdin>:5:1  direct"


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a.txt", "--explain", "3"], "a.txt: there is no quote on line 3; the nearest: 5:1, 5:33, 7:1"),
        (["none.txt", "--explain", "3"], "none.txt: no such file or folder"),
    ],
)  # fmt: skip
def test_what_cannot_be_explained_is_told_in_one_line(
    verify: Verify, arguments: list[str], message: str
) -> None:
    done = verify("quotes", *arguments)
    assert (done.returncode, done.stdout, done.stderr.decode()) == (2, b"", f"verify: {message}\n")


def test_indirect_statements_and_quotes_are_explained_each_as_itself(verify: Verify, tmp_path: Path) -> None:
    copy = (
        "Ferry aground\n\nAnn Lee said on Monday that the ferry would sail. “We were lucky,” she said.\n\n"
        "Tom Reyes, a pilot, said that the tide was late. “It was no luck,” he said.\n"
    )
    (tmp_path / "b.txt").write_text(copy, encoding="utf-8")
    seen = []
    for place in ("3", "3:53", "5", "5:51"):
        told = json.loads(verify("quotes", "b.txt", "--explain", place, "--format", "json").stdout)
        names = [one["speaker"]["name"] for one in told["contenders"][:1]]
        seen.append((told["quote"]["kind"], told["quote"]["speaker"]["name"], names, told["basis"]))
    assert seen == [
        ("indirect", "Ann Lee", [], "reported, before"),
        ("direct", "Ann Lee", ["Ann Lee"], "quote, source, cue"),
        ("indirect", "Tom Reyes", [], "reported, before"),
        ("direct", "Tom Reyes", ["Tom Reyes"], "quote, source, cue"),
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "--explain takes exactly one article"),
        (["a.txt", "b.txt"], "--explain takes exactly one article"),
        (["a.txt", "--format", "csv"], "--explain writes text or json, not csv"),
        (["a.txt", "--format", "jsonl"], "--explain writes text or json, not jsonl"),
        (["a.txt", "--speaker", "Lee"], "--explain speaks of one quote; leave out --speaker"),
    ],
)
def test_what_does_not_go_with_explain_is_refused(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["quotes", *arguments, "--explain", "5"]) == 2
    assert capsys.readouterr() == ("", f"verify: {message} (see verify quotes --help)\n")


@pytest.mark.usefixtures("story")
def test_a_folder_of_several_articles_is_not_one(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(STORY, encoding="utf-8")
    done = verify("quotes", ".", "--explain", "5")
    assert (done.returncode, done.stderr) == (2, b"verify: .: one article is wanted, and here are 2\n")


@pytest.mark.parametrize(
    "place", ["0", "5:0", "-1", "five", "5:", ":5", "5:1:1", "", "5.1", "9999999999", "٥"]
)
def test_a_place_is_a_line_and_perhaps_a_column(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["quotes", "a.txt", f"--explain={place}"]) == 2
    told = capsys.readouterr()
    wrong = (
        f"verify: Invalid value for '--explain': \"{place}\": expected LINE or LINE:COLUMN, counted from 1"
    )
    assert (told.out, told.err) == ("", f"{wrong} (see verify quotes --help)\n")


@pytest.mark.usefixtures("story")
def test_no_colour_reaches_a_pipe_unless_asked(verify: Verify) -> None:
    for more in ([], ["--order", "text"], ["--explain", "5"]):
        assert b"\x1b" not in verify("quotes", "a.txt", *more).stdout
        assert b"\x1b[" in verify("quotes", "a.txt", *more, "--color").stdout
        assert b"\x1b" not in verify("quotes", "a.txt", *more, env={"NO_COLOR": "1"}).stdout


def test_articles_without_quotes_are_counted(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rain\n\nIt rained.\n", encoding="utf-8")
    done = verify("quotes", "a.txt", "none.txt")
    assert (done.returncode, done.stdout) == (2, b"1 article: no quotes; 1 file could not be read\n")
