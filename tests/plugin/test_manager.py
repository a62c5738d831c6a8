from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest

from verify.check.outcome import Report
from verify.check.rule import Rule
from verify.check.select import Wishes
from verify.config.load import load
from verify.mark.order import Marker, plan
from verify.model.finding import Problem
from verify.plugin.desk import arrange
from verify.plugin.hookspecs import hookimpl
from verify.plugin.installed import Installed, installed
from verify.plugin.manager import Plugins
from verify.report.report import Reporter

Make = Callable[..., Rule]


class Offered:
    """An entry point whose module is at hand."""

    def __init__(self, load: Callable[[], object]) -> None:
        self.load = load


def plugin(name: str, **hooks: Callable[..., Any]) -> Installed:
    parts = type(name, (), {hook: staticmethod(hookimpl(call)) for hook, call in hooks.items()})
    return Installed(name, "1.0", name, Offered(lambda: parts))


def broken(name: str, error: BaseException) -> Installed:
    def load() -> object:
        raise error

    return Installed(name, "0.3", name, Offered(load))


def messages(plugins: Plugins) -> list[str]:
    return [str(problem) for problem in plugins.problems if not problem.where.startswith("verify.")]


def test_the_house_comes_through_the_same_door() -> None:
    plugins = Plugins(())
    assert {reader.name for reader in plugins.readers()} >= {"text"}
    assert {marker.provides for marker in plugins.markers()} >= {"sentences", "quotations"}
    assert set(plugins.reporters()) >= {"text", "json", "jsonl"}
    ids = [rule.id for _, rule in plugins.rules()]
    assert ids == sorted(ids)
    assert {name for name, _ in plugins.rules()} == {"verify"}
    assert "structure/unused-allow" in ids
    assert [memory.plugin for memory in plugins.memories()] == ["verify"]
    assert messages(plugins) == []


def test_a_plugin_adds_parts_after_ours(a_rule: Make) -> None:
    marker = Marker("dates", lambda _: ())
    plugins = Plugins(
        [
            plugin("b", verify_rules=lambda: [a_rule(name="house/b")], verify_markers=lambda: [marker]),
            plugin("a", verify_rules=lambda: iter([a_rule(name="house/a")])),
        ]
    )
    assert [(name, rule.id) for name, rule in plugins.rules() if rule.family == "house"] == [
        ("a 1.0", "house/a"),
        ("b 1.0", "house/b"),
    ]
    assert plugins.markers()[-1] is marker
    assert plugins.plugins() == ("b 1.0", "a 1.0")
    assert messages(plugins) == []


@pytest.mark.parametrize("error", [ImportError("No module named 'gone'"), SyntaxError("bad"), SystemExit(3)])
def test_a_plugin_that_cannot_be_imported_is_named_and_skipped(error: BaseException, a_rule: Make) -> None:
    plugins = Plugins(
        [broken("verify-odd", error), plugin("b", verify_rules=lambda: [a_rule(name="house/b")])]
    )
    (message,) = messages(plugins)
    assert message.startswith(f"plugin verify-odd 0.3: cannot be loaded: {type(error).__name__}: ")
    assert "house/b" in [rule.id for _, rule in plugins.rules()]
    assert plugins.plugins() == ("b 1.0",)


def test_a_hook_that_is_none_or_takes_other_arguments_is_named(a_rule: Make) -> None:
    plugins = Plugins(
        [
            plugin("typo", verify_rule=lambda: [a_rule()], verify_rules=lambda: [a_rule(name="house/typo")]),
            plugin("args", verify_facts=lambda artikel: [artikel]),
        ]
    )
    first, second = messages(plugins)
    load = "1.0: cannot be loaded:"
    assert first == f'plugin typo {load} there is no hook "verify_rule" (did you mean "verify_rules"?)'
    takes = 'verify_facts(article) has no argument "artikel" (did you mean "article"?)'
    assert second == f"plugin args {load} {takes}"
    assert "house/typo" not in [rule.id for _, rule in plugins.rules()]


def test_one_failing_hook_does_not_lose_the_others(a_rule: Make) -> None:
    def fail() -> Iterator[Rule]:
        yield a_rule(name="house/lost")
        raise OSError("no\nlist")

    plugins = Plugins([plugin("bad", verify_rules=fail), plugin("good", verify_rules=lambda: [a_rule()])])
    ids = [rule.id for _, rule in plugins.rules()]
    assert "typos/bad-word" in ids
    assert "house/lost" not in ids
    (message,) = messages(plugins)
    assert message.startswith("plugin bad 1.0: verify_rules: OSError: no list (test_manager.py, line ")


def test_what_is_no_part_is_named() -> None:
    missing = Problem("plugin x", "the word list is missing")
    plugins = Plugins([plugin("x", verify_rules=lambda: ["rule", missing], verify_readers=lambda: None)])
    plugins.rules()
    plugins.readers()
    assert messages(plugins) == ["plugin x 1.0: verify_rules gave a str, not a Rule", str(missing)]


def test_of_two_parts_with_one_name_the_first_is_kept(a_rule: Make) -> None:
    mine, theirs = a_rule(name="structure/unused-allow"), Reporter("jsonl", lambda _report, _stream: None)
    plugins = Plugins([plugin("x", verify_rules=lambda: [mine], verify_reporters=lambda: [theirs])])
    assert mine not in [rule for _, rule in plugins.rules()]
    assert plugins.reporters()["jsonl"] is not theirs
    assert messages(plugins) == [
        'plugin x 1.0: rule "structure/unused-allow" is left out: verify has one of that name; rename it',
        'plugin x 1.0: format "jsonl" is skipped: there is one of that name',
    ]


def test_facts_commands_and_the_end_reach_every_plugin() -> None:
    heard: list[Any] = []
    report = Report((), (), "1")

    def fail(report: Report) -> None:
        raise ConnectionError(f"{report.version}: no route")

    plugins = Plugins(
        [
            plugin("deaf", verify_done=fail),
            plugin(
                "ears",
                verify_done=lambda report: heard.append(report),  # noqa: PLW0108 - the argument's name counts
                verify_commands=lambda commands: heard.append(commands),  # noqa: PLW0108 - as above
            ),
        ]
    )
    plugins.commands("group")
    plugins.done(report)
    assert heard == ["group", report]
    (message,) = messages(plugins)
    assert message.startswith("plugin deaf 1.0: verify_done: ConnectionError: 1: no route (test_manager.py")


def distribution(folder: Path, name: str, entries: str) -> None:
    info = folder / f"{name.replace('-', '_')}-2.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 2.0\n")
    (info / "entry_points.txt").write_text(f"[verify]\n{entries}\n")


def test_plugins_are_found_by_their_entry_points_and_can_be_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    distribution(tmp_path, "verify-two", "two = two_rules\nthree = three_rules")
    distribution(tmp_path, "verify-one", "one = one_rules")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delenv("VERIFY_DISABLE_PLUGINS", raising=False)
    ours = {"verify-one", "verify-two"}

    def found() -> list[tuple[str, str]]:
        return [(str(one), one.name) for one in installed() if one.distribution in ours]

    assert found() == [("verify-one 2.0", "one"), ("verify-two 2.0", "three"), ("verify-two 2.0", "two")]
    assert isinstance(installed()[0].entry, EntryPoint)
    monkeypatch.setenv("VERIFY_DISABLE_PLUGINS", "verify-one, three")
    assert found() == [("verify-two 2.0", "two")]
    monkeypatch.setenv("VERIFY_DISABLE_PLUGINS", "all")
    assert installed() == ()


def test_a_plugin_that_wraps_the_hooks_of_others_is_refused() -> None:
    def wrap() -> Iterator[None]:
        yield

    parts = type("wrapper", (), {"verify_rules": staticmethod(hookimpl(wrapper=True)(wrap))})
    plugins = Plugins([Installed("wrapper", "1.0", "wrapper", Offered(lambda: parts))])
    assert messages(plugins) == [
        (
            "plugin wrapper 1.0: cannot be loaded: "
            "TypeError: verify_rules is a hook wrapper, which verify has no use for"
        )
    ]
    assert "structure/unused-allow" in [rule.id for _, rule in plugins.rules()]


def test_a_plugin_may_say_who_is_who_instead_of_the_people_file(tmp_path: Path) -> None:
    people = tmp_path / "people.toml"
    people.write_text('[[people]]\nname = "Ann Lee"\n')
    theirs = Marker("identified", lambda _article: ())
    plugins = Plugins((plugin("house", verify_markers=lambda: (theirs,)),))
    desk = arrange(plugins, load(isolated=True), Wishes(), people=[str(people)])
    assert plan(desk.setup.markers, ("identified",)) == (theirs,)
