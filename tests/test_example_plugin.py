"""The example plugin, found and run as any plugin is: through its installation."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from verify import Rule
from verify.plugin.installed import installed
from verify.plugin.manager import Plugins
from verify.testing import blocks, check_page

Verify = Callable[..., subprocess.CompletedProcess[bytes]]
RULE, OURS = "house/exclamation-mark", "claims/weekday-mismatch"
ENABLED = {"VERIFY_DISABLE_PLUGINS": ""}
COPY = "Cup goes north\n\nThe band won! “We won!” said Hanne Brook. It returns on Tuesday, March 4, 2024!\n"
COLUMNS = [13, len(COPY.splitlines()[2])]


@pytest.fixture(scope="module", autouse=True)
def _installation() -> None:
    try:
        version("verify-example")
    except PackageNotFoundError:
        pytest.skip("verify-example is not installed (pip install -e plugins/verify-example)")


@pytest.fixture
def plugins(monkeypatch: pytest.MonkeyPatch) -> Plugins:
    monkeypatch.setenv("VERIFY_DISABLE_PLUGINS", "")
    return Plugins([one for one in installed() if one.distribution == "verify-example"])


@pytest.fixture
def rule(plugins: Plugins) -> Iterator[Rule]:
    return (one for _, one in plugins.rules() if one.id == RULE)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "cup.txt"
    path.write_text(COPY, encoding="utf-8")
    return path


def test_it_is_found_and_nothing_is_wrong_with_it(plugins: Plugins) -> None:
    assert (plugins.problems, plugins.plugins()) == ([], (f"verify-example {version('verify-example')}",))


def test_its_page_holds(rule: Iterator[Rule]) -> None:
    (one,) = rule
    expected = [block.expected for block in blocks(one.page.read_text(encoding="utf-8"))]
    assert (sum(map(bool, expected)), len(expected)) == (2, 5)
    assert check_page(one) == []


def test_it_is_named_beside_the_version(verify: Verify) -> None:
    line = f"  verify-example {version('verify-example')}"
    assert line in verify("--version", env=ENABLED).stdout.decode().splitlines()
    assert line not in verify("--version", env={"VERIFY_DISABLE_PLUGINS": "verify-example"}).stdout.decode()


def test_its_rule_is_listed_explained_and_run(verify: Verify, story: Path) -> None:
    listed = json.loads(verify("rules", "house", "--format", "json", env=ENABLED).stdout)
    assert {one["id"]: one["plugin"] for one in listed} == {
        RULE: f"verify-example {version('verify-example')}"
    }
    assert verify("explain", RULE, env=ENABLED).stdout.decode().startswith(f"# {RULE}\n")
    run = verify("check", story.name, "--select", "house", "--format", "jsonl", env=ENABLED)
    found = [json.loads(line) for line in run.stdout.decode().splitlines()]
    assert [(one["rule"], one["column"], one["fixes"]) for one in found] == [
        (RULE, c, ["."]) for c in COLUMNS
    ]
    assert run.returncode == 1


def test_its_option_is_read_from_the_settings(verify: Verify, story: Path) -> None:
    settings = story.with_name("verify.toml")
    settings.write_text(f'[rules."{RULE}"]\nnames = ["won!"]\n')
    run = verify("check", story.name, "--select", RULE, "--format", "jsonl", env=ENABLED)
    assert [json.loads(line)["column"] for line in run.stdout.decode().splitlines()] == [COLUMNS[1]]
    settings.write_text(f'[rules."{RULE}"]\nnames = 1\n')
    run = verify("check", story.name, "--select", RULE, env=ENABLED)
    assert run.returncode == 2
    assert run.stderr.decode().startswith(f'verify: verify.toml: rules."{RULE}": names: ')


def test_its_format_counts_what_each_rule_found(verify: Verify, story: Path) -> None:
    run = verify("check", story.name, "--select", f"house,{OURS}", "--format", "tally", env=ENABLED)
    assert run.stdout.decode() == f"2\t{RULE}\n1\t{OURS}\n"
    assert (run.stderr, run.returncode) == (b"", 1)


def test_its_format_is_read_and_findings_stand_where_they_are(verify: Verify, tmp_path: Path) -> None:
    copy = "HEAD: Cup goes north\nDESK: sport!\nBY: Ann Lee\nTEXT: The band won! It returns.\n"
    (tmp_path / "cup.slugged").write_text(copy)
    run = verify("check", ".", "--select", "house", "--format", "jsonl", env=ENABLED)
    found = [json.loads(line) for line in run.stdout.decode().splitlines()]
    assert [(one["line"], one["column"], one["text"]) for one in found] == [(4, 19, "!")]
    (tmp_path / "cup.slugged").write_text("nothing")
    run = verify("check", ".", env=ENABLED)
    message = "verify: cup.slugged: no line begins with a slug such as TEXT:\n"
    assert (run.stderr.decode(), run.returncode) == (message, 2)


COAST = """---
title: Harbor vote
date: 2024-03-04
section: {section}
---

Portreeve Hannick Quend said on Monday that the stathe would close.

“We cannot pay,” averred Ostrel Mayhew. Later Quénd left.
"""


def test_its_words_are_known_to_marks_and_rules(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / "vote.md").write_text(COAST.format(section="Sport"), encoding="utf-8")
    for env, names, slips in (
        (ENABLED, ["Hannick Quend", "Ostrel Mayhew"], []),
        ({}, ["Portreeve Hannick Quend", "Ostrel Mayhew"], ["stathe"]),
    ):
        listed = verify("people", "vote.md", "--format", "jsonl", env=env).stdout.decode().splitlines()
        assert [json.loads(line)["name"] for line in listed] == names
        run = verify("check", "vote.md", "--select", "typos/misspelling", "--format", "jsonl", env=env)
        assert [json.loads(line)["text"] for line in run.stdout.decode().splitlines()] == slips


def test_who_is_in_its_register_is_held_against_it_on_the_county_desk(verify: Verify, tmp_path: Path) -> None:
    for section, found in (("County", ["Quénd"]), ("Sport", [])):
        (tmp_path / "vote.md").write_text(COAST.format(section=section), encoding="utf-8")
        rule = "names/differs-from-people-file"
        run = verify("check", "vote.md", "--select", rule, "--format", "jsonl", env=ENABLED)
        assert [json.loads(line)["text"] for line in run.stdout.decode().splitlines()] == found
        assert run.stderr == b""


def test_without_it_neither_is_there(verify: Verify, story: Path) -> None:
    assert verify("check", story.name, "--format", "tally").returncode == 2
    assert verify("check", story.name, "--select", RULE).returncode == 2
