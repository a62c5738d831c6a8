"""What a change of the articles brought about: findings that stand in it, and were not there before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from verify.check.examine import Examined
from verify.check.fresh import told_apart
from verify.check.known import compared, traces
from verify.check.outcome import Report
from verify.check.setup import Setup, Source, plans
from verify.check.stretches import Stretches
from verify.model.finding import Finding, Problem

Queue = Sequence[Source | Problem]
Touched = Mapping[str, tuple[tuple[int, int], ...] | None]
"""The lines of articles that were touched, as (first, after the last); None is all of a new article."""
Run = Callable[[Queue, dict[Source, Examined]], Report]
"""Checks a queue; the dictionary holds what was found in articles before, and gains what is found now."""


def to_read(queue: Queue, touched: Touched, setup: Setup) -> Queue:
    """The articles of a queue that have to be read: those touched, or all where rules compare articles."""
    drawn = plans(setup, (one.path for one in queue if isinstance(one, Source)), many=True)
    if any(plan.archive for _, plan in drawn.drawn.values()):
        return queue
    return [one for one in queue if isinstance(one, Problem) or one.path in touched]


def changed(queue: Queue, touched: Touched, before: Callable[[], Mapping[str, bytes]], run: Run) -> Report:
    """A report of the articles touched, in which what the change did not bring about is known.

    A finding is new where it, or a place that it points to, stands on a touched line, and nothing like it
    was found in the articles as they were `before`: a slip of old does not become new with its paragraph.
    Other articles are in the report where a finding in them is new.
    """
    passed: dict[Source, Examined] = {}
    report = run(queue, passed)
    spans = {path: None if lines is None else Stretches(lines) for path, lines in touched.items()}
    here = [_stands_in(one, spans) for one in report.findings]
    if any(here):
        old = before()
        earlier = run([_as_it_was(one, old) for one in queue if _was_there(one, touched, old)], passed)
        known = Counter(trace for file in earlier.files for trace in traces(file, file.path))
        found = [trace for file in report.files for trace in traces(file, file.path)]
        # Held against all of them: an old one elsewhere must not be left to stand for a new one here.
        same = compared(found, known).known
        here = [touches and not old_one for touches, old_one in zip(here, same, strict=True)]
    report = told_apart(report, (not new for new in here))
    return report.with_files(
        lambda file: file if file.path in touched or any(not one.known for one in file.findings) else None
    )


def _was_there(one: Source | Problem, touched: Touched, old: Mapping[str, bytes]) -> bool:
    return isinstance(one, Source) and (one.path not in touched or one.path in old)


def _as_it_was(one: Source | Problem, old: Mapping[str, bytes]) -> Source | Problem:
    return Source(one.path, old[one.path]) if isinstance(one, Source) and one.path in old else one


def _stands_in(finding: Finding, touched: Mapping[str, Stretches | None]) -> bool:
    """Whether the finding, or a place that it points to, stands on a touched line."""
    last = finding.end_line - (finding.end_column == 1 and finding.end_line > finding.line)
    if _on(touched, finding.path, finding.line, last):
        return True
    return any(_on(touched, one.path, one.line, one.line) for one in finding.related)


def _on(touched: Mapping[str, Stretches | None], path: str, first: int, last: int) -> bool:
    if path not in touched:
        return False
    lines = touched[path]
    return lines is None or lines.touch(first, last + 1)
