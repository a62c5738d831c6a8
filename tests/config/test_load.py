from __future__ import annotations

from pathlib import Path

import pytest

from verify.config.load import load
from verify.config.sample import SAMPLE
from verify.config.schema import EXPECTED, Settings


def written(folder: Path, text: str, name: str = "verify.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def told(path: Path) -> list[str]:
    return [str(problem).removeprefix(str(path)) for problem in load(config=str(path)).problems]


def test_the_nearest_file_above_the_article_goes_first(tmp_path: Path) -> None:
    written(tmp_path, 'select = ["style"]')
    near = tmp_path / "desk"
    (near / "today").mkdir(parents=True)
    assert load(str(near / "today" / "a.txt")).settings.select == ("style",)
    written(near, 'select = ["typos"]')
    assert load(str(near / "today" / "a.txt")).settings.select == ("typos",)
    assert load(str(near / "today")).path == near / "verify.toml"


def test_a_pyproject_counts_only_with_a_table_for_us(tmp_path: Path) -> None:
    below = tmp_path / "copy"
    below.mkdir()
    written(tmp_path, 'fail-on = "error"')
    project = written(below, "[tool.other]\nverify = 1\n", "pyproject.toml")
    assert load(str(below)).settings.fail_on == "error"
    project.write_text('[tool.verify]\nfail-on = "info"\n')
    assert load(str(below)).settings.fail_on == "info"


def test_a_broken_pyproject_of_somebody_elses_is_passed_over(tmp_path: Path) -> None:
    written(tmp_path, "[tool.verify-other]\nx = \n", "pyproject.toml")
    assert load(str(tmp_path)).problems == ()


def test_without_a_file_and_when_isolated_the_defaults_hold(tmp_path: Path) -> None:
    written(tmp_path, 'fail-on = "error"')
    assert load(str(tmp_path), isolated=True).settings == Settings()


def test_standard_input_is_configured_from_where_we_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, 'fail-on = "error"')
    monkeypatch.chdir(tmp_path)
    assert load("-").path == Path("verify.toml")
    assert load("").settings.fail_on == "error"
    assert load("**/*.md").settings.fail_on == "error"


def test_broken_toml_is_one_line_with_its_place(tmp_path: Path) -> None:
    path = written(tmp_path, 'select = ["typos"]\nignore = [\n  nonsense\n]\n')
    (problem,) = load(config=str(path)).problems
    assert problem.where == f"{path}:3:3"
    assert problem.message.startswith("broken TOML: ")
    assert "\n" not in str(problem)


def test_an_unknown_key_is_named_with_a_suggestion_and_the_rest_is_used(tmp_path: Path) -> None:
    path = written(tmp_path, 'extend_select = ["a"]\nfail-on = "never"\n')
    loaded = load(config=str(path))
    assert told(path) == [': unknown key "extend_select" (did you mean "extend-select"?)']
    assert loaded.settings.fail_on == "never"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('select = "typos"', ": select: expected a list of rules, families or \"all\", got 'typos'"),
        ("ignore = [1]", ': ignore: expected a list of rules, families or "all", got [1]'),
        (
            'fail-on = "fatal"',
            ': fail-on: expected "error", "warning", "info", "new" or "never", got \'fatal\'',
        ),
        ("exclude = 3", ": exclude: expected a list of file patterns, got 3"),
    ],
)
def test_a_wrong_type_is_named_with_file_key_and_what_was_expected(
    tmp_path: Path, text: str, message: str
) -> None:
    assert told(written(tmp_path, text)) == [message]


def test_a_wrong_entry_of_a_table_is_named_and_the_others_are_used(tmp_path: Path) -> None:
    text = '[severity]\ntypos = "fatal"\nstyle = "info"\n[rules]\nnames = 1\n[rules.quotes]\nx = 2\n'
    path = written(tmp_path, text)
    assert told(path) == [
        ': severity."typos": expected "error", "warning", "info" or "off", got \'fatal\'',
        ': rules."names": expected a table of options, got 1',
    ]
    settings = load(config=str(path)).settings
    assert (settings.severity, settings.rules) == ({"style": "info"}, {"quotes": {"x": 2}})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x = " + "[" * 100_000, "nested too deeply"),
        (".".join("a" * 75_000) + " = 1", "nested too deeply"),
        ("x = " + "9" * 5_000, "a number is too large"),
        ("x = [{y = 0x" + "f" * 9_999 + "}]", "a number is too large"),
    ],
    ids=["brackets", "dots", "digits", "hexadecimal"],
)
def test_toml_without_bounds_is_broken(tmp_path: Path, text: str, message: str) -> None:
    assert told(written(tmp_path, text)) == [f": broken TOML: {message}"]


@pytest.mark.parametrize("tool", ["1", "[1]", "{verify = 1}"])
def test_a_pyproject_without_a_table_of_tools(tmp_path: Path, tool: str) -> None:
    path = written(tmp_path, f"tool = {tool}\n", "pyproject.toml")
    assert told(path) == [": tool.verify: expected a table"]


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    missing = tmp_path / "none.toml"
    assert told(missing) == [": cannot be read: No such file or directory"]
    path = tmp_path / "verify.toml"
    path.write_bytes(b"# caf\xe9\n")
    assert told(path) == [": is not UTF-8 (byte 5)"]
    path.write_bytes(b"\xef\xbb\xbffail-on = 'info'\n")
    assert load(config=str(path)).settings.fail_on == "info"


def test_the_sample_names_every_key_with_its_default(tmp_path: Path) -> None:
    assert load(config=str(written(tmp_path, SAMPLE))).problems == ()
    # Without its comment signs the sample must be valid too, and say what the defaults are.
    lines = [line.removeprefix("# ") for line in SAMPLE.splitlines() if "=" in line or line.startswith("# [")]
    path = written(tmp_path, "\n".join(lines))
    loaded = load(config=str(path))
    assert loaded.problems == ()
    assert loaded.settings.fail_on == Settings().fail_on
    for key in EXPECTED:
        assert any(line.startswith((f"{key} =", f"[{key}", f"[[{key}")) for line in lines), key
