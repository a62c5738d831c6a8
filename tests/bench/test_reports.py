"""How long each format takes for a thousand findings, all in one line of copy."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from verify.check.outcome import Report
from verify.check.rule import Rule
from verify.plugin.manager import Plugins

REPORTERS = Plugins(()).reporters()


@pytest.mark.benchmark(group="report")
@pytest.mark.parametrize("name", REPORTERS)
def test_writing(
    benchmark: BenchmarkFixture, a_rule: Callable[..., Rule], checked: Callable[..., Report], name: str
) -> None:
    report = checked({"a.txt": "It was bad – 🚢. " * 1000}, [a_rule()])

    def write() -> str:
        stream = io.StringIO()
        REPORTERS[name].write(report, stream)
        return stream.getvalue()

    assert benchmark(write).count("good") >= 1000
