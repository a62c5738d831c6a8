"""`verify config`: what holds for a path, and who said so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from verify.cli.config import command


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    settings = {
        "pyproject.toml": '[project]\nname = "post"\n\n[tool.verify]\nignore = ["style"]\n'
        'people = ["people.toml"]\n'
        'profile = "ap"\n\n[tool.verify.severity]\ntypos = "info"\nnames = "info"\n\n'
        '[[tool.verify.paths]]\ninclude = ["*.letter.md"]\nignore = ["speakers"]\nprofile = ""\n',
        "city/verify.toml": 'extend-select = ["style/passive"]\nexclude = ["raw/"]\n'
        'severity = {names = "error"}\n'
        'people = ["city.toml"]\n\n[profile-overrides.numbers]\npercent = "%"\n'
        '[rules."typos/misspelling"]\nquotes = false\n',
    }
    for name, text in settings.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text)


def run(*call: str, **env: str) -> Result:
    return CliRunner().invoke(command, call, env=env, standalone_mode=False)


def said(*call: str) -> list[str]:
    """The lines of values that somebody said."""
    return [
        " ".join(line.split()) for line in run(*call).output.splitlines() if not line.endswith("# default")
    ]


def test_each_value_is_shown_with_its_file_and_line() -> None:
    assert said("city/a.md") == [
        "# city/a.md: pyproject.toml, city/verify.toml",
        'extend-select = ["style/passive"] # city/verify.toml:1',
        'ignore = ["style"] # pyproject.toml:5',
        'severity.typos = "info" # pyproject.toml:10',
        'severity.names = "error" # city/verify.toml:3',
        'exclude = ["raw/"] # city/verify.toml:2',
        'people = ["people.toml"] # pyproject.toml:6',
        'people = ["city.toml"] # city/verify.toml:4',
        'profile = "ap" # pyproject.toml:7',
        'profile-overrides.numbers.percent = "%" # city/verify.toml:7',
        'rules."typos/misspelling".quotes = false # city/verify.toml:9',
    ]
    assert 'fail-on = "warning"' in run("city/a.md").output


def test_a_table_is_shown_where_it_holds() -> None:
    letter = said("x.letter.md")
    assert 'ignore = ["speakers"] # pyproject.toml:15' in letter
    assert 'profile = "" # pyproject.toml:16' in letter
    assert not [line for line in said(".") + said("x.md") if "speakers" in line]


def test_a_select_sets_aside_what_is_chosen_above() -> None:
    Path("city/verify.toml").write_text('select = ["names"]\n')
    assert [line for line in said("city/a.md") if line.startswith(("select", "ignore", "extend"))] == [
        'select = ["names"] # city/verify.toml:1'
    ]


def test_json_says_the_same() -> None:
    found = json.loads(run("city/a.md", "--format", "json").output)
    assert (found["path"], found["files"]) == ("city/a.md", ["pyproject.toml", "city/verify.toml"])
    assert {
        "key": ["severity", "names"],
        "value": "error",
        "file": "city/verify.toml",
        "line": 3,
        "table": None,
    } in (found["settings"])
    default = {"key": ["fail-on"], "value": "warning", "file": None, "line": None, "table": None}
    assert default in found["settings"]


def test_the_environment_names_file_and_archive() -> None:
    Path("other.toml").write_text('fail-on = "error"')
    done = run(VERIFY_CONFIG="other.toml", VERIFY_ARCHIVE="news.archive")
    assert "# .: other.toml\n" in done.output
    assert "--archive or VERIFY_ARCHIVE" in done.output
    assert "# .: no settings file\n" in run("--isolated", VERIFY_CONFIG="other.toml").output


def test_what_is_wrong_is_told() -> None:
    Path("city/verify.toml").write_text("selekt = 1\n")
    done = run("city/a.md")
    assert done.return_value == 2
    assert 'city/verify.toml: unknown key "selekt"' in done.output


def test_the_schema_is_printed() -> None:
    assert set(json.loads(run("--schema").output)) == {"$schema", "title", "$ref", "$defs"}
