"""What is planted into articles is found, and what agrees is left alone."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from verify.check.run import check
from verify.check.select import Wishes
from verify.check.setup import Source
from verify.config.load import Loaded
from verify.config.schema import Settings
from verify.model.finding import Finding
from verify.plugin.desk import arrange
from verify.plugin.manager import Plugins

PLANT = Path(__file__).with_name("figures.py")
COPY = """
Harbor board talks about the ferry

The harbor board met on Monday to talk about the old ferry, which has run to the islands for years.

“It is a good boat,” said Lotte Aakre, who leads the board. “We want to keep it.”

Fishermen from the north had asked for a larger quay. The board put the matter off.

It will meet again before the end of the month, and hear the people of the islands first.
""".strip()
MANY = 30


@pytest.fixture(scope="module")
def planting() -> ModuleType:
    """The script that plants."""
    spec = importlib.util.spec_from_file_location("plant", PLANT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


KINDS = (
    "units percentages totals ages durations headlines currencies intervals weekdays orders ahead sentences"
    " tolls places"
).split()


def said(copies: list[tuple[str, str]]) -> list[list[Finding]]:
    """What the rules about claims say of each copy, beside the second article that it may have."""
    desk = arrange(Plugins(()), Loaded(Settings()), Wishes(select=("claims",)))
    found = []
    for copy, other in copies:
        sources = [Source("b.txt", copy.encode()), *([Source("a.txt", other.encode())] if other else ())]
        files = check(sources, desk.setup).files
        found.append([finding for file in files for finding in file.findings])
    return found


def planted(planting: ModuleType, kind: str, many: int, *, wrong: bool = True) -> list[Any]:
    return [planting.plant(COPY, kind, str(number), wrong=wrong) for number in range(many)]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_planted_is_found_and_what_agrees_is_not(planting: ModuleType, kind: str) -> None:
    copies = planted(planting, kind, MANY)
    found = 0
    for copy, findings in zip(copies, said([(one.text, one.other) for one in copies]), strict=True):
        places = [(one.start, one.end) for one in findings if one.path == "b.txt"]
        places += [(one.start, one.end) for all_ in findings for one in all_.related if one.path == "b.txt"]
        found += any(first < copy.end and last > copy.start for first, last in places)
    assert found >= MANY * 9 // 10
    sound = planted(planting, kind, MANY, wrong=False)
    assert said([(one.text, one.other) for one in sound]) == [[] for _ in range(MANY)]


def test_every_kind_is_tried(planting: ModuleType) -> None:
    assert list(planting.KINDS) == KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_a_finding_shows_both_places(planting: ModuleType, kind: str) -> None:
    copies = [(one.text, one.other) for one in planted(planting, kind, 5)]
    for finding in (one for findings in said(copies) for one in findings):
        assert finding.related, finding.message


def test_the_script_writes_the_same_articles_and_where_the_figure_stands(tmp_path: Path) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    for number in range(3):
        (copies / f"{number}.txt").write_text(COPY, encoding="utf-8")
    for out in ("one", "two"):
        command = [sys.executable, str(PLANT), str(copies), str(tmp_path / out), "--kind", "totals"]
        subprocess.run(command, check=True, timeout=60)
    truth = (tmp_path / "one" / "truth.jsonl").read_text(encoding="utf-8")
    assert truth == (tmp_path / "two" / "truth.jsonl").read_text(encoding="utf-8")
    for line in truth.splitlines():
        record = json.loads(line)
        copy = (tmp_path / "one" / record["path"]).read_text(encoding="utf-8")
        assert copy[record["start"] : record["end"]] == record["now"]
