"""The script that plants changes in quotes, run on invented articles."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).parent


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """Invented articles, without their front matter."""
    invented = load(HERE.parent / "bench" / "invented.py")
    return [invented.article(number).split("---\n", 2)[-1] for number in range(12)]


def test_changed_quotes_are_found_and_true_ones_left_alone(texts: list[str]) -> None:
    tally = load(HERE / "quotes.py").measured(texts, 40)
    assert tally.planted.total() >= 40
    assert tally.found == tally.planted, tally.missed
    assert tally.false == 0, tally.wrong
