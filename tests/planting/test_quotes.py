"""The script that plants changes in quotes, run on invented articles."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

import pytest

Script = Callable[[str], ModuleType]


@pytest.fixture(scope="module")
def texts(script: Script) -> list[str]:
    """Invented articles, without their front matter."""
    invented = script("bench/invented.py")
    return [invented.article(number).split("---\n", 2)[-1] for number in range(12)]


def test_changed_quotes_are_found_and_true_ones_left_alone(texts: list[str], script: Script) -> None:
    tally = script("planting/quotes.py").measured(texts, 40)
    assert tally.planted.total() >= 40
    assert tally.found == tally.planted, tally.missed
    assert tally.false == 0, tally.wrong
