"""Rules in a Python file beside the settings."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from verify.check.run import check
from verify.check.select import Wishes
from verify.check.setup import Source
from verify.config.load import load
from verify.plugin.desk import arrange
from verify.plugin.filing import edition
from verify.plugin.imprint import Imprint
from verify.plugin.installed import installed
from verify.plugin.local import plugins_of
from verify.plugin.manager import Plugins

RULES = '''
from verify import Flag, archive_rule, rule

@rule(severity="warning", since="1", advice="Give it in metres.")
def tide_in_feet(article):
    """The tide is told in feet.

    Our readers sail by metres.
    """
    at = article.text.find("feet")
    if at >= 0:
        yield Flag((at, at + 4), "feet")

@archive_rule(severity="info", since="1")
def nothing_new(story, archive):
    """A story says nothing new."""
    return ()
'''
GONE = "ModuleNotFoundError: No module named 'tides'"
Command = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VERIFY_DISABLE_PLUGINS", ",".join(one.distribution for one in installed()))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "verify.toml").write_text('plugins = ["house_rules.py"]\n')
    (tmp_path / "house_rules.py").write_text(RULES)
    (tmp_path / "a.txt").write_text("Tide\n\nThe tide rose 3 feet on Monday.\n")
    return tmp_path


def plugins() -> Plugins:
    return plugins_of(load("."))


def problems() -> list[str]:
    found = plugins()
    found.rules()
    return [str(problem) for problem in found.problems]


def test_its_rules_run_and_leave_nothing_beside_the_articles(folder: Path) -> None:
    desk = arrange(plugins(), load("a.txt"), Wishes())
    report = check([Source("a.txt")], desk.setup, problems=desk.problems)
    assert [(one.rule, one.text, one.advice) for one in report.findings] == [
        ("house-rules/tide-in-feet", "feet", "Give it in metres.")
    ]
    assert report.problems == ()
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "house_rules.py", "verify.toml"]


def test_its_rules_have_the_docstring_for_a_page() -> None:
    pages = {rule.id: rule.read_page() for owner, rule in plugins().rules() if owner == "house_rules.py"}
    assert pages == {
        "house-rules/nothing-new": "# house-rules/nothing-new\n\nA story says nothing new.\n",
        "house-rules/tide-in-feet": (
            "# house-rules/tide-in-feet\n\nThe tide is told in feet.\n\nOur readers sail by metres.\n"
        ),
    }


def test_its_hooks_are_taken(folder: Path) -> None:
    (folder / "house_rules.py").write_text(
        RULES + "\nfrom verify import hookimpl\n@hookimpl\ndef verify_rules():\n    return [nothing_new]\n"
    )
    assert [rule.id for owner, rule in plugins().rules() if owner != "verify"] == ["house-rules/nothing-new"]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("def broken(:", "SyntaxError: invalid syntax (house_rules.py, line 1)"),
        ("x = 1\nraise OSError('no list')", "OSError: no list (house_rules.py, line 2)"),
        ("import verify\nraise SystemExit", "SystemExit: no message (house_rules.py, line 2)"),
        (
            "import tides.feet",
            f'{GONE}; install "tides" into the environment of verify (house_rules.py, line 1)',
        ),
        ("x = 1", "it has no hook: mark its functions with @hookimpl (from verify import hookimpl)"),
        (
            "def verify_rules(): return ()",
            "verify_rules is not marked with @hookimpl, and would never be called",
        ),
    ],
)
def test_what_is_wrong_with_it_is_told(folder: Path, code: str, expected: str) -> None:
    (folder / "house_rules.py").write_text(code)
    assert problems()[0] == f"plugin house_rules.py: cannot be loaded: {expected}"
    assert not [rule for owner, rule in plugins().rules() if owner != "verify"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("../house_rules.py", 'plugins: "../house_rules.py" does not lie below the folder of the settings'),
        ("out.py", 'plugins: "out.py" does not lie below the folder of the settings'),
        ("none.py", 'plugins: "none.py" is not there'),
        ("a.txt", 'plugins: "a.txt" does not end in .py'),
    ],
)
def test_only_a_python_file_below_the_settings_is_one(
    folder: Path, name: str, expected: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "rules.py"
    outside.write_text(RULES)
    (folder / "out.py").symlink_to(outside)
    (folder / "verify.toml").write_text(f'plugins = ["{name}"]\n')
    assert problems() == [f"verify.toml: {expected}"]


def test_it_can_be_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    assert plugins().plugins() == ("house_rules.py",)
    for left_out in ("house_rules.py", "all"):
        monkeypatch.setenv("VERIFY_DISABLE_PLUGINS", left_out)
        assert "house_rules.py" not in plugins().plugins()
    assert plugins_of(load(".", isolated=True)).plugins() == ()


def test_an_archive_is_read_anew_once_the_file_changes(folder: Path) -> None:
    before = edition(plugins())
    assert edition(plugins()) == before
    (folder / "house_rules.py").write_text(RULES + "\n# now with more\n")
    assert edition(plugins()) != before


def test_verify_plugins_tells_what_is_loaded(verify: Command, folder: Path) -> None:
    (folder / "rules").mkdir()
    (folder / "rules" / "house.toml").write_text('[[rule]]\nid = "house/port"\nwords = ["port"]\n')
    (folder / "bad.py").write_text("raise OSError('no list')\n")
    (folder / "verify.toml").write_text('plugins = ["house_rules.py", "bad.py"]\n')
    env = {"VERIFY_DISABLE_PLUGINS": os.environ["VERIFY_DISABLE_PLUGINS"]}
    done = verify("plugins", "--format", "json", env=env)
    assert done.returncode == 2
    assert b"plugin bad.py: cannot be loaded: OSError: no list (bad.py, line 1)" in done.stderr
    told = json.loads(done.stdout)
    assert [(one["name"], one["kind"], one["loaded"], one["hooks"], one["rules"]) for one in told] == [
        ("house_rules.py", "file", True, ["verify_rules"], 2),
        ("bad.py", "file", False, [], 0),
        ("rules/house.toml", "pack", True, ["verify_rules"], 1),
    ]


def test_slowest_tells_where_the_time_goes(verify: Command) -> None:
    done = verify("check", "a.txt", "--slowest", "3", "--select", "typos")
    lines = done.stderr.decode().splitlines()
    assert len(lines) == 4
    assert lines[0].endswith(" s 100.0 %  in all")
    assert all("(1 time)" in line for line in lines[1:])


def test_workers_find_what_one_process_finds(verify: Command, folder: Path) -> None:
    (folder / "rules").mkdir()
    pack = "[[rule]]\nid = \"house/rise\"\n[rule.replace]\n'rose (\\d+)' = 'rises \\1'\n"
    (folder / "rules" / "house.toml").write_text(pack)
    raising = (
        '\n@rule(severity="info", since="1")\ndef odd(article):\n    """Odd."""\n    yield article.tide\n'
    )
    (folder / "house_rules.py").write_text(RULES + raising)
    for name in "bcd":
        (folder / f"{name}.txt").write_text((folder / "a.txt").read_text())
    env = {"VERIFY_DISABLE_PLUGINS": os.environ["VERIFY_DISABLE_PLUGINS"]}
    alone, shared = (verify("check", ".", "--format", "jsonl", "--jobs", jobs, env=env) for jobs in "12")
    assert (alone.returncode, alone.stdout, alone.stderr) == (2, shared.stdout, shared.stderr)
    assert alone.stdout.count(b'"house/rise"') == alone.stdout.count(b'"house-rules/tide-in-feet"') == 4
    odd = b"verify: a.txt: rule house-rules/odd (house_rules.py) raised AttributeError: "
    assert alone.stderr.startswith(odd)
    assert alone.stderr.endswith(b"(house_rules.py, line 22); and on 3 more articles\n")


def test_a_folder_adds_its_files_to_those_of_the_folders_above(folder: Path) -> None:
    (folder / "far" / "rules").mkdir(parents=True)
    (folder / "far" / "rules" / "far.toml").write_text('[[rule]]\nid = "far/port"\nwords = ["port"]\n')
    (folder / "far" / "far_rules.py").write_text(RULES)
    (folder / "far" / "verify.toml").write_text('plugins = ["far_rules.py"]\n')
    assert plugins_of(load("far")).plugins() == ("house_rules.py", "far/far_rules.py", "far/rules/far.toml")
    assert plugins().plugins() == ("house_rules.py",)


def test_a_change_of_a_file_changes_what_a_cache_goes_by(folder: Path) -> None:
    (folder / "rules").mkdir()
    pack = folder / "rules" / "house.toml"
    pack.write_text('[[rule]]\nid = "house/port"\nwords = ["port"]\n')

    def key() -> bytes:
        found = plugins()
        return Imprint(found, arrange(found, load("a.txt"), Wishes()).setup).at("a.txt")

    keys = [key(), key()]
    pack.write_text('[[rule]]\nid = "house/port"\nwords = ["tide"]\n')
    keys.append(key())
    (folder / "house_rules.py").write_text(RULES.replace("feet", "foot"))
    keys.append(key())
    assert keys[0] == keys[1]
    assert len(set(keys)) == 3
