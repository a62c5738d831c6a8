"""How long a run over a folder takes: every story that the project ships, as one run."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from verify.check.run import check
from verify.check.setup import Source
from verify.config.load import Loaded
from verify.config.schema import Settings
from verify.plugin.desk import Desk, sources

FOLDERS = ("clean", "flagged")


@pytest.mark.benchmark(group="folder")
@pytest.mark.parametrize("folder", FOLDERS)
def test_a_folder(benchmark: BenchmarkFixture, desk: Desk, root: Path, folder: str) -> None:
    found = tuple(sources([str(root / "fixtures" / folder)], desk.setup, Loaded(Settings())))
    report = benchmark.pedantic(check, (found, desk.setup), rounds=3 if benchmark.enabled else 1)  # type: ignore[no-untyped-call]
    assert report.problems == ()
    assert len(report.files) == sum(isinstance(one, Source) for one in found) > 0
