"""What several rooms' tests share: a run of small rules over copy given as strings."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import settings

from verify.check.outcome import Report
from verify.check.rule import Rule
from verify.check.run import check
from verify.check.select import Chosen
from verify.check.setup import Memory, Setup, Source
from verify.model.finding import Flag
from verify.read.formats import TEXT as READER

ROOT = Path(__file__).parent.parent

# How long an example takes says nothing on a machine that is shared; speed is what tests/bench is for.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def script() -> Callable[[str], ModuleType]:
    """Load a script that lies among the tests, such as "planting/pairs.py"."""

    def load(name: str) -> ModuleType:
        path = ROOT / "tests" / name
        spec = importlib.util.spec_from_file_location(path.stem, path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[path.stem] = module
        spec.loader.exec_module(module)
        return module

    return load


@pytest.fixture
def a_rule() -> Callable[..., Rule]:
    """Make a rule that flags every place of a word."""

    def make(word: str = "bad", name: str = "typos/bad-word", **values: Any) -> Rule:
        def find(article: Any) -> Iterator[Flag]:
            at = article.text.find(word)
            while at >= 0:
                yield Flag((at, at + len(word)), f'"{word}" is wrong', fixes=("good",))
                at = article.text.find(word, at + 1)

        standing: dict[str, Any] = {
            "check": find, "summary": "A word is wrong.", "severity": "warning",
            "needs": frozenset(), "since": "0.1", "page": Path(), "advice": "Write it well.",
        }  # fmt: skip
        return Rule(id=name, **(standing | values))

    return make


@pytest.fixture
def checked() -> Callable[..., Report]:
    """Run rules over articles given as {path: copy or bytes}."""

    def run(articles: Mapping[str, str | bytes], rules: Iterable[Rule], **more: Any) -> Report:
        rules = tuple(rules)
        values: dict[str, Any] = {
            "readers": (READER,),
            "markers": (),
            "chosen": tuple(Chosen(rule, rule.severity) for rule in rules),
            "known": frozenset(rule.id for rule in rules),
            "usual": frozenset(rule.id for rule in rules),
            "version": "1",
        }
        setup = Setup(**(values | more))
        data = {path: copy.encode() if isinstance(copy, str) else copy for path, copy in articles.items()}
        return check([Source(path, copy) for path, copy in data.items()], setup)

    return run


@pytest.fixture
def memory() -> Callable[..., Memory]:
    """A plugin's memory for archive rules."""
    return Memory


@pytest.fixture
def verify(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run the command as a user does, in an empty folder."""

    def run(
        *arguments: str, stdin: bytes = b"", env: Mapping[str, str] | None = None, cwd: Path = tmp_path
    ) -> subprocess.CompletedProcess[bytes]:
        program = "import sys; from verify.cli.main import main; main()"
        plain = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "VERIFY_DISABLE_PLUGINS": "all"}
        return subprocess.run(
            [sys.executable, "-c", program, *arguments],
            input=stdin, capture_output=True, check=False, cwd=cwd, env=plain | dict(env or {}), timeout=60,
        )  # fmt: skip

    return run
