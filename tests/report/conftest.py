"""Two reports for every format: over all articles that are shipped, and over copy with awkward characters."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from verify.check.outcome import Report
from verify.check.rule import Rule
from verify.check.run import check
from verify.check.select import Wishes
from verify.check.setup import Source
from verify.config.load import load
from verify.model.finding import Elsewhere, Flag, Problem
from verify.plugin.desk import arrange
from verify.plugin.manager import Plugins
from verify.report.report import Reporter

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"
AWKWARD = {
    "news desk/50% #1, über: 🚢 [a](1).txt": (
        "Harbor “talks” ]]> <b>&amp;\r\n\r\n"
        "🚢𐐀 said ]]> bad <!-- ::error file=x,line=1::pwned\x1b[31m\u202e [a](1) 100%0A bad\r\n"
        "{0} second\rline\x85 bad\u2028bad \ufffe\x7f\x9b31m \\ \t'\"bad"
    ),
    "caf\udce9/::warning::\n\x1b.txt": f"One line\n\n{'🚢 ö ' * 20_000}bad{' word' * 20_000} bad",
    "clean & fine.txt": "Ferry runs aground\n\nNothing is wrong.\n",
}
"""Articles by their paths; “bad” is what is wrong with them."""

PROBLEMS = (Problem("a b.txt", "not UTF-8: \x1b[31m ]]>\nbyte 3"), Problem("", "no reader, 100%"))


@pytest.fixture(scope="session")
def shipped() -> Report:
    """All fixtures with every rule, those of a house style among them."""
    paths = sorted(path for path in FIXTURES.rglob("*.*") if path.suffix != ".json")
    desk = arrange(Plugins(()), load(isolated=True), Wishes(select=("all",)), marks=("quotes",), profile="ap")
    report = check(
        [Source(path.relative_to(FIXTURES).as_posix(), path.read_bytes()) for path in paths], desk.setup
    )
    assert sum(1 for _ in report.findings) > 60
    assert report.problems == ()
    return report


def _flags(article: Any) -> Iterator[Flag]:
    text, at = article.text, article.text.find("bad")
    while at >= 0:
        around = text[max(0, at - 40) : at + 40]
        here = Elsewhere((0, 3), f"first ](9) [{text[:20]}")
        yield Flag((at, at + 3), f"wrong in “{around}”", fixes=("good ]]>\x1b", ""), related=(here,))
        yield Flag((at, at), "a point")
        yield Flag((max(0, at - 30), at + 3), "of several lines", advice="Say\nit at 100%.")
        at = text.find("bad", at + 1)


@pytest.fixture
def awkward(a_rule: Callable[..., Rule], checked: Callable[..., Report]) -> Report:
    """Three rules of three severities over awkward copy, with work that was not done."""
    severities = ("error", "warning", "info")
    rules = [a_rule(name=f"typos/{one}-word", severity=one, check=_flags) for one in severities]
    report = checked({path: copy.encode() for path, copy in AWKWARD.items()}, rules)
    assert report.problems == ()
    assert [len(file.findings) for file in report.files] == [18, 0, 45]
    return replace(report, problems=PROBLEMS)


@pytest.fixture(params=["shipped", "awkward"])
def report(request: pytest.FixtureRequest) -> Report:
    """Either of the two."""
    found: Report = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def written() -> Callable[[Reporter, Report], str]:
    """What a reporter writes, as it would stand in a file."""

    def write(reporter: Reporter, report: Report) -> str:
        stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="backslashreplace", newline="")
        reporter.write(report, stream)
        stream.flush()
        binary = stream.buffer
        assert isinstance(binary, io.BytesIO)
        return binary.getvalue().decode("utf-8")

    return write


@pytest.fixture(scope="session")
def published() -> Callable[[str], Any]:
    """A schema that lies beside the tests."""

    def read(name: str) -> Any:
        return json.loads((Path(__file__).parent / "schemas" / name).read_text(encoding="utf-8"))

    return read
