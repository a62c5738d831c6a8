"""What is planted into articles is found, and what agrees is left alone."""

from __future__ import annotations

import importlib.util
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from verify.check.outcome import Report
from verify.check.rule import Rule
from verify.plugin.builtin import Builtin
from verify.testing import rules

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
    path = Path(__file__).parent / "plant.py"
    spec = importlib.util.spec_from_file_location("plant", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["plant"] = module
    spec.loader.exec_module(module)
    return module
