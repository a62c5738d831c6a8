"""Work grows with the length of the copy and no faster: counted in steps of the interpreter, not in time."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from verify.check.run import check
from verify.check.select import Wishes
from verify.check.setup import Source
from verify.config.load import Loaded
from verify.config.schema import Settings
from verify.plugin.desk import Desk, arrange
from verify.plugin.manager import Plugins

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
@pytest.mark.parametrize("who", ["check", "quotes", "two articles"])
def test_work_grows_with_the_length(
    desk: Desk, paragraphs: Callable[[int], list[str]], joint: str, who: str
) -> None:
    if who == "quotes":
        marks = ("quotes", "indirect")
        desk = arrange(Plugins(), Loaded(Settings()), Wishes(), marks=marks, with_rules=False, keep_said=True)
    counts = []
    paths = ["story.txt", "again.txt"] if who == "two articles" else ["story.txt"]
    for words in (SHORT, SHORT, SHORT * TIMES):
        story = paragraphs(words)
        sources = [Source(path, f"{story[0]}\n\n{joint.join(story[1:])}".encode()) for path in paths]
        counts.append(steps(lambda sources=sources: check(sources, desk.setup)))  # type: ignore[misc]
    _warming_up, short, long = counts
    assert long < short * TIMES * SLACK
