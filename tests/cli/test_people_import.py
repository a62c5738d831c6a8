from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from verify.cli.people_import import command
from verify.config.people import load

SHEET = "name,title,from\nAnn Lee,mayor,2020-01-07\nBo Roe,=1,\n"


@pytest.fixture
def sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("people.csv")
    path.write_text(SHEET)
    return path


def run(*arguments: str) -> Any:
    return command.main(list(arguments), standalone_mode=False)


@pytest.mark.usefixtures("sheet")
def test_the_good_rows_are_written_and_the_bad_one_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("people.csv") == 2
    out, err = capsys.readouterr()
    assert out.startswith('[[people]]\nname = "Ann Lee"\n')
    assert err == "verify: people.csv:3: title: '=1' is a formula\n"


def test_a_file_that_is_there_is_replaced_only_with_force(
    sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet.write_text(SHEET.replace("=1", ""))
    output = Path("people.toml")
    output.write_text("mine")
    assert run("people.csv", "--output", "people.toml") == 2
    assert output.read_text() == "mine"
    assert "people.toml: is there already (--force writes over it)" in capsys.readouterr().err
    assert run("people.csv", "--output", "people.toml", "--force") == 0
    assert [record.name for record in load([output]).records] == ["Ann Lee", "Bo Roe"]


def test_the_sheet_itself_is_never_written_over(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("people.csv", "-o", "./people.csv", "--force") == 2
    assert sheet.read_text() == SHEET
    assert "is the sheet itself" in capsys.readouterr().err


@pytest.mark.usefixtures("sheet")
def test_nothing_is_written_where_nobody_is_told_of(capsys: pytest.CaptureFixture[str]) -> None:
    Path("empty.csv").write_text("name\n")
    assert run("empty.csv", "-o", "out.toml") == 2
    assert run("none.csv", "-o", "out.toml") == 2
    assert not Path("out.toml").exists()
    assert capsys.readouterr().err == (
        "verify: empty.csv: tells of nobody\nverify: none.csv: cannot be read: no such file or directory\n"
    )


@pytest.mark.usefixtures("sheet")
def test_a_delimiter_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bars.csv").write_text("name|forms\nAnn Lee|Annie, Lee\n")
    assert run("bars.csv", "--delimiter", "bar") == 0
    assert '"Annie, Lee"' in capsys.readouterr().out
