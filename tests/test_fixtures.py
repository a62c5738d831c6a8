"""The shipped articles: what must be found in them, what must not, and who said each quote."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from verify.check.outcome import FileReport, Report
from verify.check.run import check
from verify.check.select import Wishes
from verify.check.setup import Source
from verify.config.load import load
from verify.plugin.desk import Desk, arrange
from verify.plugin.manager import Plugins
from verify.testing import blocks

FIXTURES = Path(__file__).parent.parent / "fixtures"
PAIR = FIXTURES / "flagged" / "pair"
LEAST_QUOTES = 40


def articles(folder: str) -> list[Path]:
    return sorted(path for path in (FIXTURES / folder).rglob("*.*") if path.suffix != ".json")


CLEAN, FLAGGED = articles("clean"), articles("flagged")
HEARD = sorted(FIXTURES.rglob("*.quotes.json"))


class Found(NamedTuple):
    rule: str
    line: int
    column: int
    text: str


class Heard(NamedTuple):
    line: int
    text: str
    speaker: str


@cache
def desk() -> Desk:
    """The rules as they come, without settings and without the plugins installed here."""
    return arrange(Plugins(()), load(isolated=True), Wishes(), marks=("quotes",), keep_said=True)


@cache
def checked(*paths: Path) -> Report:
    report = check([Source(path.as_posix()) for path in paths], desk().setup)
    assert report.problems == ()
    return report


def alone(path: Path) -> FileReport:
    (file,) = checked(path).files
    return file


def found(file: FileReport) -> list[Found]:
    return [Found(one.rule, one.line, one.column, one.text) for one in file.findings]


def told(path: Path, kind: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(path.with_name(f"{path.stem}.{kind}.json").read_text("utf-8"))
    return rows


def expected(path: Path) -> list[Found]:
    return [Found(**row) for row in told(path, "expected")]


def across() -> list[tuple[str, Found]]:
    return [(row.pop("path"), Found(**row)) for row in told(PAIR / "pair.txt", "expected")]


def by_path(path: Path) -> str:
    return path.relative_to(FIXTURES).as_posix()


def article_of(heard: Path) -> Path:
    stem = heard.name.removesuffix(".quotes.json")
    (article,) = (path for path in (*CLEAN, *FLAGGED) if path.parent == heard.parent and path.stem == stem)
    return article


def test_there_are_articles_enough() -> None:
    assert len(CLEAN) >= 8
    assert len(FLAGGED) >= 8
    assert len({path.suffix for path in CLEAN}) == len({path.suffix for path in FLAGGED}) == 3
    assert len(HEARD) >= 6
    assert sum(len(json.loads(path.read_text("utf-8"))) for path in HEARD) >= LEAST_QUOTES


@pytest.mark.parametrize("path", CLEAN, ids=by_path)
def test_clean_copy_is_left_alone(path: Path) -> None:
    assert found(alone(path)) == []
    assert alone(path).notes == ()


@pytest.mark.parametrize("path", FLAGGED, ids=by_path)
def test_flagged_copy_is_flagged_where_an_editor_would(path: Path) -> None:
    assert found(alone(path)) == expected(path)


def test_clean_copy_of_several_houses_differs_in_style_alone() -> None:
    rules = {one.rule for one in checked(*CLEAN).findings}
    assert rules
    assert all(rule.startswith("style/") and rule.endswith("-across-articles") for rule in rules)


def test_a_pair_is_held_against_itself() -> None:
    pair = [path for path in FLAGGED if path.parent == PAIR]
    single = Counter((path.name, one) for path in pair for one in found(alone(path)))
    both = Counter((Path(file.path).name, one) for file in checked(*pair).files for one in found(file))
    assert sorted((both - single).elements()) == sorted(across())
    assert both > single


def test_every_rule_is_met_here_or_on_its_page() -> None:
    met = {one.rule for path in FLAGGED for one in expected(path)} | {one.rule for _, one in across()}
    assert met <= desk().setup.usual
    rules = [rule for _, rule in Plugins(()).rules()]
    pages = {rule.id: rule.page.read_text("utf-8") for rule in rules}
    unmet = desk().setup.usual - met
    assert [rule for rule in unmet if not any(block.expected for block in blocks(pages[rule]))] == []
    # A few rules may rest on their pages alone, but these articles are where rules meet each other.
    # Those that read a house style meet in fixtures/styled.
    assert len(met) > len(unmet - {rule.id for rule in rules if rule.points})


@pytest.mark.parametrize("heard", HEARD, ids=by_path)
def test_who_said_what(heard: Path) -> None:
    file = alone(article_of(heard))
    said = [
        Heard(one.line, one.text, one.speaker)
        for one in file.said
        if one.kind != "indirect" and not one.needs_none
    ]
    assert said == [Heard(**row) for row in json.loads(heard.read_text("utf-8"))]
