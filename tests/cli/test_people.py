"""`verify people` as people and scripts call it."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from verify.cli import people
from verify.cli.app import run

Verify = Callable[..., subprocess.CompletedProcess[bytes]]
STORY = """Ferry runs aground

The captain, Ann Lee, 51, was at the wheel on Monday.

“We will sail again,” she said. The Harbor Institute sent Tom Reyes, a retired pilot.

Reyes (no relation to Mayor Reyes) left Oslo. Lee and Mayor Reyes stayed.
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.mark.usefixtures("story")
def test_the_people_of_a_story(verify: Verify) -> None:
    done = verify("people")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == (
        "a.txt  Ferry runs aground\n"
        "  Ann Lee, captain  2 mentions, aged 51, she\n"
        "    3:5   introduced  captain, Ann Lee\n"
        "    3:14  called      Ann Lee\n"
        "    7:47  called      Lee\n"
        "  Tom Reyes  2 mentions\n"
        "    5:59  introduced  Tom Reyes\n"
        "          role        a retired pilot\n"
        "    5:59  called      Tom Reyes\n"
        "    7:1   called      Reyes\n"
        "  Reyes, Mayor  2 mentions\n"
        "    7:23  introduced  Mayor Reyes\n"
        "    7:29  called      Mayor Reyes  (2 times, also 7:61)\n"
        "  Harbor Institute (organisation)  1 mention\n"
        "    5:37  introduced  Harbor Institute\n"
        "    5:37  called      Harbor Institute\n"
        "\n"
        "1 article: 3 people, 1 body\n"
    )


@pytest.mark.usefixtures("story")
def test_who_is_shown_and_in_which_order(verify: Verify) -> None:
    def names(*arguments: str) -> list[str]:
        done = verify("people", "--format", "jsonl", *arguments)
        return [json.loads(line)["name"] for line in done.stdout.splitlines()]

    assert names("--only", "place") == ["Oslo"]
    assert names("--only", "organisation", "--only", "place") == ["Harbor Institute", "Oslo"]
    assert names("--only", "person", "--order", "name") == ["Ann Lee", "Reyes", "Tom Reyes"]
    assert names("--name", "tom reyes") == ["Tom Reyes"]
    assert names("--name", "Cole") == []
    assert verify("people", "--name", "Cole").stdout == "1 article: nobody named by “Cole”\n".encode()


@pytest.mark.usefixtures("story")
def test_every_format_holds_the_same(verify: Verify, tmp_path: Path) -> None:
    lines = [json.loads(line) for line in verify("people", "--format", "jsonl").stdout.splitlines()]
    whole = json.loads(verify("people", "--format", "json").stdout)
    assert [file["people"] for file in whole["files"]] == [lines]
    done = verify("people", "--format", "csv", "-o", "out.csv")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    data = (tmp_path / "out.csv").read_bytes()
    assert data == verify("people", "--format", "csv").stdout
    table = list(csv.DictReader(io.StringIO(data.decode(), newline=""), strict=True))
    for row, one in zip(table, lines, strict=True):
        assert [row[key] for key in ("path", "kind", "name", "given", "family", "title", "pronoun")] == [
            one[key] for key in ("path", "kind", "name", "given", "family", "title", "pronoun")
        ]
        assert (int(row["start"]), int(row["line"])) == (one["first"]["start"], one["first"]["line"])
        assert int(row["mentions"]) == one["mentions"] == sum(form["count"] for form in one["forms"])
        for form in one["forms"]:
            for place in form["places"]:
                assert form["text"].endswith(STORY[place["start"] : place["end"]])


def test_the_order_of_the_files_and_the_run_change_nothing(verify: Verify, tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(STORY.replace("Ann", f"{name.upper()}nn"), encoding="utf-8")
    for form in ("text", "json", "jsonl", "csv"):
        one = verify(
            "people", "a.txt", "b.txt", "c.txt", "--format", form, env={"PYTHONHASHSEED": "1"}
        ).stdout
        other = verify(
            "people", "c.txt", "a.txt", "b.txt", "--format", form, env={"PYTHONHASHSEED": "2"}
        ).stdout
        assert one == other


@pytest.mark.usefixtures("story")
def test_what_cannot_be_read_is_told_and_the_rest_is_shown(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"Caf\xe9 burns\n")
    done = verify("people", "a.txt", "bad.txt", "none.txt", "--name", "lee")
    assert done.returncode == 2
    assert done.stdout.decode().endswith("\n1 article: 1 person by “lee”; 2 files could not be read\n")
    first, second = done.stderr.decode().splitlines()
    assert first.startswith("verify: bad.txt: ")
    assert second == "verify: none.txt: no such file or folder"


@pytest.mark.usefixtures("story")
def test_an_output_that_cannot_be_written_is_one_line(verify: Verify) -> None:
    done = verify("people", "-o", "no/such/folder.csv")
    assert (done.returncode, done.stdout) == (2, b"")
    assert len(done.stderr.splitlines()) == 1


def test_standard_input_and_an_empty_article(verify: Verify) -> None:
    piped = verify("people", "-", "--stdin-filename", "x.md", stdin=b"# Fire\n\n**Ann Lee** ran.\n")
    assert piped.stdout.decode().splitlines()[:2] == ["x.md  Fire", "  Ann Lee  1 mention"]
    empty = verify("people", "-", stdin=b"")
    assert (empty.returncode, empty.stdout, empty.stderr) == (0, b"1 article: nobody named\n", b"")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--format", "xml"],
            "Invalid value for '--format': 'xml' is not one of 'text', 'json', 'jsonl', 'csv'.",
        ),
        (
            ["--only", "group"],
            "Invalid value for '--only': 'group' is not one of 'person', 'organisation', 'place'.",
        ),
        (["--nobody"], "No such option"),
    ],
)
def test_a_wrong_option_is_one_line(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["people", *arguments]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"verify: {message}")
    assert told.err.count("\n") == 1


@pytest.mark.usefixtures("story")
def test_no_colour_reaches_a_pipe_unless_asked(verify: Verify) -> None:
    assert b"\x1b" not in verify("people", "a.txt").stdout
    assert b"\x1b[" in verify("people", "a.txt", "--color").stdout


def test_a_file_named_like_a_command_is_read_by_its_path(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / "import").write_text("Fire\n\nAnn Lee ran.\n", encoding="utf-8")
    assert verify("people", "./import").stdout.decode().endswith("\n1 article: 1 person\n")


def test_a_first_word_may_be_a_command_of_its_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "people_greeting.py").write_text(
        "import click\n\n\n@click.command('hello')\n@click.argument('name')\ndef command(name):\n"
        "    'Say good morning.'\n"
        "    click.echo(f'Good morning, {name}')\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setitem(people.WORDS, "hello", "people_greeting")
    monkeypatch.setitem(people.WORDS, "later", "people_not_written_yet")
    assert run(["people", "hello", "Ann"]) == 0
    assert capsys.readouterr() == ("Good morning, Ann\n", "")
    assert run(["people", "hello"]) == 2
    wrong = "verify: Missing argument 'NAME'. (see verify people hello --help)\n"
    assert capsys.readouterr() == ("", wrong)
    assert run(["people", "--help"]) == 0
    assert capsys.readouterr().out.endswith("\n  verify people hello   Say good morning.\n")
    assert run(["people", "later"]) == 2
    told = capsys.readouterr()
    assert told.err == "verify: later: no such file or folder\n"
