"""Fixes over a whole run: article by article, then held against each other, then written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from verify.check.allowances import RULE
from verify.check.examine import opened
from verify.check.outcome import FileReport, Report
from verify.check.setup import Setup, Source
from verify.fix.edits import wanted
from verify.fix.mend import hidden, mend
from verify.fix.write import held, overwrite
from verify.model.finding import Finding, Problem

Queue = tuple[Source | Problem, ...]


class Change(Struct, frozen=True):
    """An article before and after its fixes, and how many there were; `number` is its place in the queue."""

    number: int
    path: str
    before: bytes
    after: bytes
    fixed: int


class Fixed(Struct, frozen=True):
    """The reports before and after, the changes made, and how many more there are if unsafe."""

    before: Report
    report: Report
    changes: tuple[Change, ...]
    more: int

    @property
    def count(self) -> int:
        """How many findings were fixed."""
        return sum(change.fixed for change in self.changes)


def fix(
    queue: Queue, run: Callable[[Queue], Report], setup: Setup, *, unsafe: bool, named: Iterable[str] = ()
) -> Fixed:
    """Fix the articles of a run and write them; `named` are the paths that the user gave.

    An article that comes with its bytes (standard input) is not written: its change holds them. The
    report is that of a run over what stands there in the end.
    """
    found = plan_fixes(queue, run, setup, unsafe=unsafe)
    refused: list[Problem] = []
    made: list[Change] = []
    for change in found.changes:
        source = queue[change.number]
        problem = None
        if isinstance(source, Source) and source.data is None:
            problem = overwrite(change.path, change.before, change.after, named)
        if problem is None:
            made.append(change)
        else:
            refused.append(problem)
    report = run(_with(queue, made)) if refused else found.report
    return Fixed(found.before, told(report, refused), tuple(made), found.more)


def plan_fixes(queue: Queue, run: Callable[[Queue], Report], setup: Setup, *, unsafe: bool) -> Fixed:
    """What `fix` would do, with the report as it would be then; nothing is written."""
    first = run(queue)
    files = {file.path: file for file in first.files}
    changes: list[Change] = []
    problems: list[Problem] = []
    more = 0
    for number, source in enumerate(queue):
        file = files.get(source.path) if isinstance(source, Source) else None
        if isinstance(source, Problem) or file is None or not _hopeful(file):
            continue
        data = held(source.path) if source.data is None else source.data
        if isinstance(data, Problem):
            problems.append(data)
            continue
        if not any(wanted(one, unsafe=unsafe) is not None for one in file.findings):
            more += _more(file, data, setup.at(source.path))
            continue
        mended = mend(source.path, data, setup.at(source.path), unsafe=unsafe)
        more += mended.more if mended else 0
        if mended and mended.fixed:
            changes.append(Change(number, source.path, data, mended.data, mended.fixed))
    report, changes = _held_together(queue, run, setup, first, changes)
    return Fixed(first, told(report, problems), tuple(changes), more)


def told(report: Report, problems: Sequence[Problem]) -> Report:
    """The report with more problems in it."""
    every = {*report.problems, *problems}
    return replace(report, problems=tuple(sorted(every, key=lambda one: (one.where, one.message))))


def _hopeful(file: FileReport) -> bool:
    """Whether any finding has a fix at all."""
    return any(wanted(one, unsafe=True) is not None for one in file.findings)


def _more(file: FileReport, data: bytes, setup: Setup) -> int:
    """How many findings of an article that has no safe fix an unsafe one might mend."""
    document = opened(Source(file.path, data), setup)
    across = _across((setup,))
    findings = (one for one in file.findings if one.rule not in across)
    return 0 if isinstance(document, Problem) else hidden(findings, document, setup)


def _held_together(
    queue: Queue, run: Callable[[Queue], Report], setup: Setup, first: Report, changes: list[Change]
) -> tuple[Report, list[Change]]:
    """Take back the changes of articles that disagree with others because of them.

    Each round takes back one change at least, so that there is an end.
    """
    across = _across(setup.at(one.path) for one in queue if isinstance(one, Source))
    before = _counted(first, across)
    while changes:
        report = run(_with(queue, changes))
        allowed = before.copy()
        new = [one for one in report.findings if one.rule in across and not _taken(allowed, one)]
        if not new:
            return report, changes
        blamed = {one.path for one in new}
        if not any(change.path in blamed for change in changes):
            blamed |= {related.path for one in new for related in one.related}
        kept = [change for change in changes if change.path not in blamed]
        changes = kept if len(kept) < len(changes) else []
    return first, changes


def _across(setups: Iterable[Setup]) -> frozenset[str]:
    """The rules whose findings hang on other articles too."""
    rules = (one.rule for each in setups for one in each.chosen)
    return frozenset(rule.id for rule in rules if rule.scope == "archive") | {RULE}


def _counted(report: Report, rules: frozenset[str]) -> Counter[tuple[str, str, str]]:
    return Counter((one.path, one.rule, one.text) for one in report.findings if one.rule in rules)


def _taken(allowed: Counter[tuple[str, str, str]], finding: Finding) -> bool:
    """Whether the finding was there before; each counts once."""
    key = finding.path, finding.rule, finding.text
    allowed[key] -= 1
    return allowed[key] >= 0


def _with(queue: Queue, changes: Iterable[Change]) -> Queue:
    """The queue with the bytes of changed articles in their places."""
    after = {change.number: change.after for change in changes}
    return tuple(
        Source(source.path, after[number]) if number in after and isinstance(source, Source) else source
        for number, source in enumerate(queue)
    )
