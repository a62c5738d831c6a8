from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from verify.check.rule import Rule
from verify.check.select import Wishes, choose

Make = Callable[..., Rule]


@pytest.fixture
def house(a_rule: Make) -> list[Rule]:
    return [
        a_rule(name="typos/missing-space"),
        a_rule(name="typos/misspelling"),
        a_rule(name="names/inconsistent-spelling", severity="error"),
        a_rule(name="style/passive", default=False, severity="info"),
    ]


def ids(rules: list[Rule], file: Wishes | None = None, line: Wishes | None = None) -> list[str]:
    chosen, problems = choose(rules, (file or Wishes(), line or Wishes()))
    assert problems == ()
    return [one.rule.id for one in chosen]


def test_the_default_rules_run_in_the_order_of_their_ids(house: list[Rule]) -> None:
    assert ids(house) == ["names/inconsistent-spelling", "typos/missing-space", "typos/misspelling"]


def test_select_runs_exactly_those(house: list[Rule]) -> None:
    assert ids(house, Wishes(select=("style",))) == ["style/passive"]
    assert len(ids(house, Wishes(select=("all",)))) == 4


def test_extend_select_adds(house: list[Rule]) -> None:
    assert "style/passive" in ids(house, Wishes(extend_select=("style/passive",)))
    assert len(ids(house, Wishes(extend_select=("style",)))) == 4


def test_ignore_removes_and_the_more_specific_wish_holds(house: list[Rule]) -> None:
    assert ids(house, Wishes(ignore=("typos",))) == ["names/inconsistent-spelling"]
    assert ids(house, Wishes(select=("typos/misspelling",), ignore=("typos",))) == ["typos/misspelling"]
    assert ids(house, Wishes(select=("typos",), ignore=("typos/misspelling",))) == ["typos/missing-space"]
    assert ids(house, Wishes(select=("typos",), ignore=("typos",))) == []
    assert ids(house, Wishes(ignore=("all",), extend_select=("names",))) == ["names/inconsistent-spelling"]


def test_the_command_line_goes_before_the_file(house: list[Rule]) -> None:
    file = Wishes(select=("names",), ignore=("typos/misspelling",))
    assert ids(house, file, Wishes(select=("typos/misspelling",))) == ["typos/misspelling"]
    assert ids(house, file, Wishes(extend_select=("style",))) == [
        "names/inconsistent-spelling",
        "style/passive",
    ]
    assert ids(house, file, Wishes(ignore=("names",))) == []


def test_severities(house: list[Rule]) -> None:
    def levels(file: Wishes, line: Wishes | None = None) -> dict[str, str]:
        return {one.rule.id: one.severity for one in choose(house, (file, line or Wishes()))[0]}

    assert levels(Wishes(severity={"typos": "error"}))["typos/misspelling"] == "error"
    both = Wishes(severity={"typos": "error", "typos/misspelling": "info"})
    assert levels(both)["typos/misspelling"] == "info"
    assert levels(both, Wishes(severity={"all": "warning"}))["names/inconsistent-spelling"] == "warning"
    off = Wishes(severity={"typos": "off"})
    assert "typos/misspelling" not in levels(off)
    assert levels(off, Wishes(severity={"all": "info"}))["typos/misspelling"] == "info"
    assert "typos/misspelling" not in levels(off, Wishes(severity={"names": "info"}))
    assert "style/passive" not in levels(Wishes(severity={"style/passive": "error"}))


def test_names_that_are_no_rules_are_told_with_a_suggestion(house: list[Rule]) -> None:
    file = Wishes("verify.toml", ignore=("typo",), severity={"style/pasive": "off"}, options={"typos": {}})
    problems = [str(problem) for problem in choose(house, (file, Wishes(select=("misspelling",))))[1]]
    assert problems == [
        'verify.toml: ignore: no rule or family is called "typo" (did you mean "typos"?)',
        'verify.toml: severity: no rule or family is called "style/pasive" (did you mean "style/passive"?)',
        'verify.toml: rules: no rule or family is called "typos"',
        '--select: no rule or family is called "misspelling" (did you mean "typos/misspelling"?)',
    ]


class Options(Struct, frozen=True):
    limit: int = 3


def test_options_come_from_the_rules_table(a_rule: Make) -> None:
    rules = [a_rule(name="style/long", options=Options), a_rule(name="style/plain")]
    file = Wishes("verify.toml", options={"style/long": {"limit": 5, "lmit": 6}, "style/plain": {"x": 1}})
    chosen, problems = choose(rules, (file, Wishes()))
    assert [one.options for one in chosen] == [Options(5), None]
    assert [str(problem) for problem in problems] == [
        'verify.toml: rules."style/long": unknown option "lmit" (did you mean "limit"?)',
        'verify.toml: rules."style/plain": this rule takes no options',
    ]


NAMES = st.lists(
    st.sampled_from(["all", "typos", "names", "style", "typos/misspelling", "style/passive"]), max_size=3
)


@given(select=NAMES, extend=NAMES, ignore=NAMES)
def test_what_is_named_by_its_id_decides_whatever_else_is_wished(
    select: list[str], extend: list[str], ignore: list[str]
) -> None:
    def make(name: str) -> Rule:
        from pathlib import Path

        return Rule(name, lambda _: iter(()), "", "info", frozenset(), "0.1", Path())

    rules = [make("typos/misspelling"), make("names/other"), make("style/passive")]
    chosen = {
        c.rule.id
        for c in choose(rules, (Wishes("", tuple(select), tuple(extend), tuple(ignore)), Wishes()))[0]
    }
    for rule in rules:
        if rule.id in ignore:
            assert rule.id not in chosen
        elif rule.id in (*select, *extend):
            assert rule.id in chosen
