"""What two runs find differently: two settings over the same articles, or two saved lists of findings."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import Struct

from verify.model.finding import Finding, Problem


class Told(NamedTuple):
    """A finding as far as two runs are compared: what it is, where, and what it says."""

    path: str
    start: int
    end: int
    rule: str
    line: int
    column: int
    severity: str
    message: str
    text: str

    @property
    def place(self) -> tuple[str, int, int, str]:
        """What makes two findings of two runs the same one."""
        return self.path, self.start, self.end, self.rule


class Difference(Struct, frozen=True):
    """A finding that only one run has, or that both have and tell otherwise."""

    before: Told | None
    after: Told | None

    @property
    def one(self) -> Told:
        """The finding, as the second run tells it if it does."""
        told = self.after or self.before
        if told is None:
            raise ValueError("a difference is about a finding")
        return told


def of_run(findings: Iterable[Finding]) -> tuple[Told, ...]:
    """The findings of a run."""
    return tuple(
        Told(f.path, f.start, f.end, f.rule, f.line, f.column, f.severity, f.message, f.text)
        for f in findings
    )


def saved(path: str) -> tuple[Told, ...] | Problem:
    """The findings that `verify check --format jsonl` wrote to a file."""
    told = []
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeError) as error:
        return Problem(path, f"cannot be read: {getattr(error, 'strerror', None) or error}")
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            one: dict[str, Any] = json.loads(line)
            told.append(Told(**{name: kind(one[name]) for name, kind in _KINDS.items()}))
        except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
            return Problem(f"{path}:{number}", "is no finding as --format jsonl writes it")
    return tuple(told)


_KINDS = {
    "path": str, "start": int, "end": int, "rule": str, "line": int, "column": int, "severity": str,
    "message": str, "text": str,
}  # fmt: skip


def differences(before: Iterable[Told], after: Iterable[Told]) -> list[Difference]:
    """What the two runs find differently, in the order of rules, then of articles."""
    old, new = ({one.place: one for one in run} for run in (before, after))
    found = (
        Difference(old.get(place), new.get(place))
        for place in {*old, *new}
        if _said(old.get(place)) != _said(new.get(place))
    )
    return sorted(found, key=lambda one: (one.one.rule, one.one.place))


def _said(one: Told | None) -> tuple[str, str] | None:
    return (one.severity, one.message) if one else None


def lines(found: Iterable[Difference], names: tuple[str, str]) -> Iterator[str]:
    """The differences as they are read: rule by rule, what came and what went, and the counts over all."""
    found = tuple(found)
    counts: dict[str, Counter[str]] = {}
    for one in found:
        counts.setdefault(one.one.rule, Counter())[_kind(one)] += 1
    for rule, count in counts.items():
        yield f"{rule}: {_counted(count)}"
        for one in found:
            if one.one.rule == rule:
                yield from _told(one)
        yield ""
    total: Counter[str] = sum(counts.values(), Counter())
    what = _counted(total) if total else "no difference"
    articles = len({one.one.path for one in found})
    where = f" in {articles:,} article{'s' * (articles != 1)}" if articles else ""
    yield f"{names[0]} against {names[1]}: {what}{where}"


def _kind(one: Difference) -> str:
    return "added" if one.before is None else "gone" if one.after is None else "changed"


def _counted(count: Counter[str]) -> str:
    return ", ".join(f"{count[kind]:,} {kind}" for kind in ("added", "gone", "changed") if count[kind])


def _told(one: Difference) -> Iterator[str]:
    for sign, told in (("-", one.before), ("+", one.after)):
        if told:
            where = f"{told.path}:{told.line}:{told.column}"
            yield f"  {sign} {where}  {told.severity}  “{' '.join(told.text.split())}”  {told.message}"
