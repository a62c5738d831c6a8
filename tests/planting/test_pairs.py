"""What is planted into one of two articles of an event is found, and what agrees is not."""

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

PLANT = Path(__file__).with_name("pairs.py")
MANY = 30


@pytest.fixture(scope="module")
def pairs(script: Callable[[str], ModuleType]) -> ModuleType:
    """The script that writes pairs."""
    return script("planting/pairs.py")


def said(one: str, other: str) -> list[Finding]:
    """What the rules about claims say of two articles, those that are off among them."""
    desk = arrange(Plugins(()), Loaded(Settings()), Wishes(select=("claims",)))
    files = check([Source("a.txt", one.encode()), Source("b.txt", other.encode())], desk.setup).files
    return [finding for file in files for finding in file.findings]


@pytest.mark.parametrize("kind", ["tolls", "places"])
def test_what_is_planted_is_found_and_what_agrees_is_not(pairs: ModuleType, kind: str) -> None:
    assert kind in pairs.KINDS
    found = 0
    for number in range(MANY):
        pair = pairs.planted(kind, str(number))
        start, end = pair.place
        findings = said(pair.one, pair.other)
        found += any(one.path == "b.txt" and one.start < end and one.end > start for one in findings)
        assert all(one.related[0].path == "a.txt" for one in findings)
        sound = pairs.planted(kind, str(number), wrong=False)
        assert said(sound.one, sound.other) == []
    assert found >= MANY * 9 // 10


def test_the_script_writes_the_same_pairs_and_where_they_disagree(tmp_path: Path) -> None:
    for out in ("one", "two"):
        command = [sys.executable, str(PLANT), str(tmp_path / out), "--kind", "tolls", "--count", "3"]
        subprocess.run(command, check=True, timeout=60)
    for number in range(3):
        one, two = (tmp_path / out / f"{number:03}" for out in ("one", "two"))
        assert [(one / name).read_bytes() for name in ("a.txt", "b.txt", "truth.jsonl")] == [
            (two / name).read_bytes() for name in ("a.txt", "b.txt", "truth.jsonl")
        ]
        truth = json.loads((one / "truth.jsonl").read_text(encoding="utf-8"))
        assert (one / truth["path"]).read_text(encoding="utf-8")[truth["start"] : truth["end"]] == truth[
            "now"
        ]
