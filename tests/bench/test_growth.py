"""Work grows with the length of the copy and no faster: counted in steps of the interpreter, not in time."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from verify.check.run import check
from verify.check.select import Wishes
from verify.check.setup import Source
from verify.config.load import Loaded
from verify.config.schema import Settings
from verify.plugin.desk import Desk, arrange
from verify.plugin.manager import Plugins
from verify.report.formats import HTML as REPORTER

SHORT, TIMES = 500, 3
# Rounding of the story up to whole paragraphs, and bookkeeping that does not grow evenly.
SLACK = 1.3


def steps(call: Callable[[], object]) -> int:
    """How many bytecode instructions a call takes: the same on every machine."""
    count = 0

    def trace(frame: FrameType, event: str, _argument: object) -> object:
        nonlocal count
        frame.f_trace_opcodes = True
        frame.f_trace_lines = False
        count += event == "opcode"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type]
    try:
        call()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("joint", ["\n\n", " "], ids=["in many paragraphs", "in one paragraph"])
@pytest.mark.parametrize("who", ["check", "house", "quotes", "people", "two articles"])
def test_work_grows_with_the_length(
    desk: Desk, paragraphs: Callable[[int], list[str]], joint: str, who: str
) -> None:
    if who == "house":
        desk = arrange(Plugins(()), Loaded(Settings()), Wishes(), profile="ap")
    if who == "quotes":
        marks = ("quotes", "indirect")
        desk = arrange(Plugins(), Loaded(Settings()), Wishes(), marks=marks, with_rules=False, keep_said=True)
    if who == "people":
        desk = arrange(Plugins(), Loaded(Settings()), Wishes(), marks=("dossiers",), with_rules=False)
    counts = []
    paths = ["story.txt", "again.txt"] if who == "two articles" else ["story.txt"]
    for words in (SHORT, SHORT, SHORT * TIMES):
        story = paragraphs(words)
        sources = [Source(path, f"{story[0]}\n\n{joint.join(story[1:])}".encode()) for path in paths]
        counts.append(steps(lambda sources=sources: check(sources, desk.setup)))  # type: ignore[misc]
    _warming_up, short, long = counts
    assert long < short * TIMES * SLACK


PASSAGE = (
    "U.S. War Secretary Helena Marsh met the war secretary’s aide on Tuesday. Secretary of War Helena "
    "Mar{}sh said that Gov. Helena Marsh had left.{}"
)
ROSTER = """
[[people]]
name = "Helena Marsh"
offices = [{title = "governor", from = 2001, to = 2024}, {title = "secretary of defense"}]
titles = [{avoid = ["war secretary"], use = "defense secretary"}]
"""


@pytest.mark.parametrize("joint", ["\n\n", " "], ids=["in many paragraphs", "in one paragraph"])
def test_work_with_a_people_file_grows_with_the_length(tmp_path: Path, joint: str) -> None:
    (tmp_path / "people.toml").write_text(ROSTER)
    wishes = Wishes(
        select=("names/differs-from-people-file", "titles/avoided-title", "titles/office-not-held")
    )
    desk = arrange(Plugins(), Loaded(Settings()), wishes, people=[str(tmp_path / "people.toml")])
    counts = []
    for passages in (10, 10, 30):
        copy = "".join(PASSAGE.format("bcdfghjkl"[number % 9], joint) for number in range(passages))
        source = Source("story.md", f"---\ndate: 2025-03-04\n---\n\n{copy}".encode())
        counts.append(steps(lambda source=source: check([source], desk.setup)))  # type: ignore[misc]
    _warming_up, short, long = counts
    assert long < short * 3 * SLACK


SLIPS = "The the ferry ran to Utsira. “We *waited* &amp; waited,” said Ida Holm, the the captain.{}"


@pytest.mark.parametrize("joint", ["\n\n", " "], ids=["in many paragraphs", "in one paragraph"])
def test_the_page_for_editors_grows_with_the_length(joint: str) -> None:
    desk = arrange(
        Plugins(()), Loaded(Settings()), Wishes(select=("typos",)), marks=("quotes",), keep_said=True,
        keep_copy=True,
    )  # fmt: skip
    counts = []
    for passages in (60, 60, 180):
        report = check([Source("story.md", (SLIPS.format(joint) * passages).encode())], desk.setup)
        assert len(tuple(report.findings)) == 2 * passages
        counts.append(steps(lambda report=report: REPORTER.write(report, io.StringIO())))  # type: ignore[misc]
    _warming_up, short, long = counts
    assert long < short * 3 * SLACK
