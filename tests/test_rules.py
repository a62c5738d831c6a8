"""Every rule is two files that agree with each other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from verify.check.rule import Rule
from verify.config.options import names
from verify.plugin.manager import OURS, Plugins
from verify.testing import blocks, findings

HOUSE = Plugins(())
RULES = [rule for _, rule in HOUSE.rules()]
SECTIONS = ["Why it matters", "Flagged", "Not flagged", "Options", "When to ignore it"]
each_rule = pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])


def test_every_rule_file_gives_a_rule(root: Path) -> None:
    assert [str(problem) for problem in HOUSE.problems] == []
    files = {
        f"{path.parent.name}/{path.stem}".replace("_", "-")
        for path in (root / "rules").glob("*/*.py")
        if re.search(r"^@(?:archive_)?rule\b", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert {rule.id for rule in RULES} == files
    assert {name for name, _ in HOUSE.rules()} == {OURS}


def test_every_page_belongs_to_a_rule(root: Path) -> None:
    pages = {path.resolve() for path in (root / "rules").glob("*/*.md")}
    assert {rule.page.resolve() for rule in RULES} == pages


@each_rule
def test_the_id_is_the_path(rule: Rule) -> None:
    assert rule.id == f"{rule.page.parent.name}/{rule.page.stem}".replace("_", "-")
    assert re.fullmatch(r"[a-z]+/[a-z]+(-[a-z]+)*", rule.id)


@each_rule
def test_the_page_begins_as_the_rule_does_and_has_every_section(rule: Rule) -> None:
    page = rule.page.read_text(encoding="utf-8")
    lines = page.splitlines()
    assert lines[0] == f"# {rule.id}"
    paragraph = " ".join(page.split("\n\n")[1].split())
    assert paragraph == " ".join(rule.summary.split()), "the first paragraph is the docstring's sentence"
    assert rule.summary.endswith(".")
    outside = re.sub(r"^```.*?^```$", "", page, flags=re.MULTILINE | re.DOTALL)
    assert re.findall(r"^## (.+)$", outside, re.MULTILINE) == SECTIONS


@each_rule
def test_the_page_shows_at_least_two_flagged_and_two_silent_articles(rule: Rule) -> None:
    found = list(blocks(rule.page.read_text(encoding="utf-8")))
    assert sum(bool(block.expected) for block in found) >= 2
    assert sum(not block.expected for block in found) >= 2


@each_rule
def test_every_option_is_documented(rule: Rule) -> None:
    section = rule.page.read_text(encoding="utf-8").split("## Options")[1].split("\n## ")[0]
    keys = [name.replace("_", "-") for name in names(rule.options)] if rule.options else []
    for name in keys:
        assert f"`{name}`" in section
    assert keys or section.strip(), "say that there are none"


@each_rule
def test_a_rule_says_what_to_do(rule: Rule) -> None:
    # A rule whose advice depends on the case gives it with each flag.
    found = [one for block in blocks(rule.page.read_text(encoding="utf-8")) for one in findings(rule, block)]
    for advice in (rule.advice, *(one.advice for one in found)):
        assert re.fullmatch(r"[A-Z“].*[.?]|", advice), "the advice is one sentence"
    assert all(one.advice or one.fixes for one in found)
    assert rule.needs <= {"profile", *(marker.provides for marker in HOUSE.markers())}
    assert ("profile" in rule.needs) == bool(rule.points)
    assert re.fullmatch(r"\d+\.\d+", rule.since)
