"""Rules that were called otherwise once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from verify.check.baseline import NAME, settled, traced
from verify.check.outcome import Report
from verify.check.renamed import former_names, up_to_date
from verify.check.rule import Rule
from verify.check.select import Chosen, Wishes, choose
from verify.read.formats import MARKDOWN as READER
from verify.store.places import Places

OLD, NEW = "typos/awful-word", "typos/bad-word"


@pytest.fixture
def renamed(a_rule: Callable[..., Rule]) -> Rule:
    return a_rule(former=(OLD, "style/bad-word"))


def test_settings_with_a_former_name_hold_and_are_told_once(renamed: Rule) -> None:
    names = former_names([renamed])
    wishes, told = up_to_date(
        Wishes("verify.toml", select=(OLD,), ignore=("typos",), severity={OLD: "error"}), names
    )
    assert told == (
        f'verify.toml: "{OLD}" is now called "{NEW}"; the former name will go with the next major version',
    )
    chosen, problems = choose([renamed], (wishes, Wishes()))
    assert [(one.rule.id, one.severity) for one in chosen] == [(NEW, "error")]
    assert problems == ()


def test_of_an_entry_under_both_names_that_of_today_holds(renamed: Rule) -> None:
    wishes, _ = up_to_date(Wishes(severity={NEW: "info", OLD: "error"}), former_names([renamed]))
    assert wishes.severity == {NEW: "info"}


def test_an_id_that_another_rule_bears_today_is_that_rule_s(
    renamed: Rule, a_rule: Callable[..., Rule]
) -> None:
    other = a_rule(name=OLD)
    assert dict(former_names([renamed, other])) == {"style/bad-word": NEW}


def test_wishes_that_use_no_former_name_stay_as_they_are(renamed: Rule) -> None:
    wishes = Wishes(select=(NEW,), options={NEW: {}})
    assert up_to_date(wishes, former_names([renamed])) == (wishes, ())


def test_an_allowance_with_a_former_name_holds_and_is_told_once(
    checked: Callable[..., Report], renamed: Rule
) -> None:
    copy = (
        f"A bad day.\n\n<!-- verify: ignore {OLD} -->\nA bad one.\n\n<!-- verify: ignore {OLD} -->\nA bad.\n"
    )
    more: dict[str, Any] = {"readers": (READER,), "former": former_names([renamed])}
    (file,) = checked({"a.md": copy}, [renamed], **more).files
    assert [one.line for one in file.findings] == [1]
    assert [note.partition(";")[0] for note in file.notes] == [f'"{OLD}" is now called "{NEW}"']


def test_a_baseline_with_a_former_name_settles_for_the_same_findings(
    checked: Callable[..., Report], renamed: Rule, tmp_path: Path
) -> None:
    report = checked({"a.txt": "A bad pier and a bad harbour.\n"}, [renamed])
    places = Places(str(tmp_path / NAME))
    now = Counter(traced(report, places))
    before = {trace._replace(rule=OLD): count for trace, count in now.items()}
    setup: Any = SimpleNamespace(former=former_names([renamed]), chosen=(Chosen(renamed, "warning"),))
    found = settled(report, before, places, setup, ["a.txt"])
    assert (found.verdict.known, found.gone) == ((True, True), {})
    # Entries of one finding under both names are as many as they say together.
    one, _ = sorted(now)
    found = settled(report, {one._replace(rule=OLD): 2, one: 1}, places, setup, ["a.txt"])
    assert found.verdict.left == {one: 1}
