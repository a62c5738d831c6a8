"""What is planted into articles is found, and what agrees is left alone."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

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
def planting(script: Callable[[str], ModuleType]) -> ModuleType:
    """The script that plants."""
    return script("planting/figures.py")


KINDS = (
    "units percentages totals ages durations headlines currencies intervals weekdays orders ahead sentences"
).split()


def said(copies: list[str]) -> list[list[Finding]]:
    """What the rules about claims say of each copy, those that are off among them."""
    desk = arrange(Plugins(()), Loaded(Settings()), Wishes(select=("claims",)))
    return [
        list(file.findings)
        for copy in copies
        for file in check([Source("a.txt", copy.encode())], desk.setup).files
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_planted_is_found_and_what_agrees_is_not(planting: ModuleType, kind: str) -> None:
    planted = [planting.plant(COPY, kind, str(number)) for number in range(MANY)]
    found = 0
    for (_, start, end), findings in zip(planted, said([copy for copy, _, _ in planted]), strict=True):
        places = [(one.start, one.end) for one in findings]
        places += [(place.start, place.end) for one in findings for place in one.related]
        found += any(first < end and last > start for first, last in places)
    assert found >= MANY * 9 // 10
    sound = [planting.plant(COPY, kind, str(number), wrong=False) for number in range(MANY)]
    assert [[], *said([copy for copy, _, _ in sound])] == [[] for _ in range(MANY + 1)]


def test_every_kind_is_tried(planting: ModuleType) -> None:
    assert list(planting.KINDS) == KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_a_finding_shows_both_places(planting: ModuleType, kind: str) -> None:
    copies = [planting.plant(COPY, kind, str(number))[0] for number in range(5)]
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
