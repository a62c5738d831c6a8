"""Articles marked by the engine, where it is installed; elsewhere these tests are skipped."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from verify import Article
from verify.mark.order import mark, plan
from verify.plugin.builtin import verify_markers
from verify.read.formats import TEXT as READER

# The scripts that train the models are no part of what is installed.
sys.path.append(str(Path(__file__).parents[1]))
NEEDED = ("torch", "stanza", "verify_stanza")
collect_ignore_glob = [] if all(map(find_spec, NEEDED)) else ["test_*.py"]


@pytest.fixture(scope="session")
def marked() -> Callable[..., Article]:
    """Marks some words with the engine: the marks named, and those that they are made of."""
    from verify_stanza.engine import markers

    every = [*verify_markers(), *markers(None)]

    def make(text: str, *marks: str) -> Article:
        return mark(READER.read("a.txt", text.encode()), plan(every, marks))

    return make
