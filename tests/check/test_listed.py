"""Rules known from an earlier run are the rules that their files make, and no longer than these last."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from verify.check.builtin import rules_in
from verify.check.listed import ListedRule, listed
from verify.check.rule import Rule
from verify.lexicon import kept
from verify.model.finding import Problem

RULE = '''
from verify import Flag, rule

@rule(severity="{severity}", since="0.1", needs={{"sentences"}}, advice="Mend it.", former=("old/name",))
def {name}(article):
    """The copy says {name}."""
    yield Flag((0, 1), "{name}")
'''


@pytest.fixture(autouse=True)
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for caches that nobody else uses."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "caches"))
    if sys.platform == "darwin":
        monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path / "caches"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., list[Rule | Problem]]]:
    """A package of rules, and what is listed of it by a run that has imported none of it yet."""
    family = tmp_path / "listed_desk" / "house"
    family.mkdir(parents=True)
    for folder in (family, family.parent):
        (folder / "__init__.py").touch()
    for name in ("one", "two"):
        (family / f"{name}.py").write_text(RULE.format(name=name, severity="error"), encoding="utf-8")
    (family / "helper.py").write_text("from .one import one\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))

    def again() -> list[Rule | Problem]:
        for name in [name for name in sys.modules if name.startswith("listed_desk")]:
            del sys.modules[name]
        return list(listed("listed_desk"))

    yield again
    for name in [name for name in sys.modules if name.startswith("listed_desk")]:
        del sys.modules[name]


def test_every_rule_of_the_house_is_the_same_from_the_list() -> None:
    made = {rule.id: rule for rule in rules_in("verify.rules") if isinstance(rule, Rule)}
    list(listed("verify.rules"))
    told = {rule.id: rule for rule in listed("verify.rules") if isinstance(rule, Rule)}
    assert told.keys() == made.keys()
    for name, rule in told.items():
        assert isinstance(rule, ListedRule)
        for field in (one.name for one in msgspec.structs.fields(Rule)):
            assert getattr(rule, field) == getattr(made[name], field), (name, field)
        assert rule.read_page() == made[name].read_page()


def test_files_that_have_not_changed_are_not_imported(desk: Callable[..., list[Rule | Problem]]) -> None:
    first = desk()
    assert {rule.id for rule in first if isinstance(rule, Rule)} == {"house/one", "house/two"}
    assert "listed_desk.house.one" in sys.modules
    again = desk()
    assert [rule.id for rule in again if isinstance(rule, ListedRule)] == ["house/one", "house/two"]
    assert "listed_desk.house.one" not in sys.modules
    (one, _) = again
    assert isinstance(one, Rule)
    assert (one.summary, one.former) == ("The copy says one.", ("old/name",))
    assert one.needs == {"sentences"}
    assert one.check.__name__ == "one"
    assert "listed_desk.house.one" in sys.modules
    assert "listed_desk.house.two" not in sys.modules


@pytest.mark.parametrize("what", ["edited", "added", "removed"])
def test_a_change_in_any_file_is_seen(
    desk: Callable[..., list[Rule | Problem]], tmp_path: Path, what: str
) -> None:
    desk()
    desk()
    family = tmp_path / "listed_desk" / "house"
    if what == "edited":
        (family / "two.py").write_text(RULE.format(name="two", severity="info"), encoding="utf-8")
    elif what == "added":
        (family / "three.py").write_text(RULE.format(name="three", severity="info"), encoding="utf-8")
    else:
        (family / "two.py").unlink()
    found = {rule.id: rule.severity for rule in desk() if isinstance(rule, Rule)}
    assert (
        found
        == {
            "edited": {"house/one": "error", "house/two": "info"},
            "added": {"house/one": "error", "house/two": "error", "house/three": "info"},
            "removed": {"house/one": "error"},
        }[what]
    )


def test_a_broken_file_is_told_each_time(desk: Callable[..., list[Rule | Problem]], tmp_path: Path) -> None:
    (tmp_path / "listed_desk" / "house" / "two.py").write_text("1 / 0\n", encoding="utf-8")
    for _ in range(2):
        one, broken = desk()
        assert isinstance(one, Rule)
        assert isinstance(broken, Problem)
        assert "division by zero" in broken.message


def test_a_damaged_list_is_made_anew(desk: Callable[..., list[Rule | Problem]], caches: Path) -> None:
    desk()
    (place,) = caches.rglob("rules-*")
    whole = place.read_bytes()
    for damaged in (b"", whole[:40], whole[:50] + bytes([whole[50] ^ 1]) + whole[51:]):
        place.write_bytes(damaged)
        assert [rule.id for rule in desk() if isinstance(rule, Rule)] == ["house/one", "house/two"]
        assert place.read_bytes() == whole


def test_a_list_of_another_shape_is_none(desk: Callable[..., list[Rule | Problem]], caches: Path) -> None:
    desk()
    (place,) = caches.rglob("rules-*")
    kept.write(place, [1, [["listed_desk.house.one"]]])
    assert [rule.id for rule in desk() if isinstance(rule, Rule)] == ["house/one", "house/two"]


def test_a_list_that_others_may_write_is_not_read(
    desk: Callable[..., list[Rule | Problem]], caches: Path
) -> None:
    desk()
    (place,) = caches.rglob("rules-*")
    kept.write(place, [msgspec.msgpack.decode(place.read_bytes()[4:])[0], []])
    assert desk() == []
    if hasattr(os, "geteuid"):
        place.chmod(0o602)
        assert [rule.id for rule in desk() if isinstance(rule, Rule)] == ["house/one", "house/two"]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links")
def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_bytes(b"as it was")
    (tmp_path / "list").symlink_to(precious)
    kept.write(tmp_path / "list", "anew")
    assert precious.read_bytes() == b"as it was"
    assert kept.read(tmp_path / "list", str) == "anew"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["list", "precious"]


def test_a_listed_rule_may_be_made_otherwise(desk: Callable[..., list[Rule | Problem]]) -> None:
    desk()
    one, _ = desk()
    assert isinstance(one, ListedRule)
    other = msgspec.structs.replace(one, id="house/three", check=print)
    assert other.id == "house/three"
    assert other.check.__name__ == "print"
    assert one.check.__name__ == "one"


def test_rules_without_docstrings_are_not_listed(tmp_path: Path) -> None:
    call = [sys.executable, "-OO", "-m", "verify", "rules"]
    subprocess.run(call, check=True, capture_output=True, cwd=tmp_path)
    assert not list(tmp_path.rglob("rules-*"))


def test_a_run_imports_no_rule_that_has_no_say(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("HARTWELL — The council voted on on Tuesday, said Mayor Ada Lindqvist.\n", "utf-8")
    program = (
        "import sys; from verify.cli.app import run; run(); "
        "print(*(name for name in sys.modules if name.startswith('verify.rules.')))"
    )
    call = [sys.executable, "-c", program, "check", "--isolated", "--quiet", str(story)]
    environment = {**os.environ, "VERIFY_DISABLE_PLUGINS": "all"}
    subprocess.run(call, check=True, capture_output=True, env=environment)
    done = subprocess.run(call, check=True, capture_output=True, env=environment, text=True)
    imported = done.stdout.splitlines()[-1].split()
    assert "verify.rules.typos.doubled_word" in imported
    for off in ("style.word_off_style", "titles.courtesy_title", "names.mixed_name_forms_across_articles"):
        assert f"verify.rules.{off}" not in imported
