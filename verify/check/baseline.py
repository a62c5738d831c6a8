"""A baseline: the findings that a house has settled for, in a file that people read and merge."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from verify.check.known import Trace, Verdict, compared, traces
from verify.check.outcome import FileReport, Report
from verify.check.setup import Setup
from verify.model.finding import Problem
from verify.store.places import Places

NAME = "verify-baseline.json"
"""What the file is called where nobody says otherwise."""
VERSION = 1


class _Entry(msgspec.Struct, forbid_unknown_fields=True):
    path: str
    rule: str
    text: str
    before: str = ""
    after: str = ""
    count: int = 1


class _File(msgspec.Struct, forbid_unknown_fields=True):
    version: int
    findings: list[_Entry]


class Settled(Struct, frozen=True):
    """What a baseline makes of a run: the verdict over its findings, and the entries that are gone.

    An entry is only gone if its article was read, or is not there any more, and its rule ran.
    """

    verdict: Verdict
    gone: Mapping[Trace, int]


def load(path: str) -> Mapping[Trace, int] | Problem:
    """The entries of a baseline, each with how many findings it stands for."""
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError:
        return Problem(path, 'no such baseline ("verify baseline" writes one)')
    except OSError as error:
        return Problem(path, f"cannot be read: {(error.strerror or str(error)).lower()}")
    if b"\n<<<<<<< " in data:
        return Problem(path, "not a baseline: it holds the marks of a merge that was not finished")
    try:
        held = msgspec.json.decode(data, type=_File)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return Problem(path, f"not a baseline: {error}")
    if held.version != VERSION:
        return Problem(path, f"a baseline of version {held.version}; this Verify reads version {VERSION}")
    entries: dict[Trace, int] = {}
    for number, one in enumerate(held.findings):
        if one.count < 1:
            return Problem(path, f"not a baseline: findings[{number}].count is less than 1")
        trace = Trace(one.path, one.rule, one.text, one.before, one.after)
        entries[trace] = entries.get(trace, 0) + one.count
    return entries


def encoded(entries: Mapping[Trace, int]) -> str:
    """The file: entries by path and rule, one a line, so that a change of one is a change of one line."""
    lines = ",\n".join(f"    {_line(trace, count)}" for trace, count in sorted(entries.items()))
    findings = f"[\n{lines}\n  ]" if lines else "[]"
    return f'{{\n  "version": {VERSION},\n  "findings": {findings}\n}}\n'


def _line(trace: Trace, count: int) -> str:
    values: dict[str, Any] = trace._asdict()
    if count > 1:
        values["count"] = count
    return json.dumps(values, ensure_ascii=False)


def traced(report: Report, places: Places) -> list[Trace]:
    """The trace of every finding, under the paths that a baseline knows."""
    return [trace for file in report.files for trace in _of(file, places)]


def _of(file: FileReport, places: Places) -> Iterable[Trace]:
    # A name that is no UTF-8 cannot be written; as a hint it need not come back letter by letter.
    path = places.key(file.path).encode("utf-8", "replace").decode()
    return traces(file, path) if file.findings else ()


def settled(
    report: Report, entries: Mapping[Trace, int], places: Places, setup: Setup, asked: Collection[str]
) -> Settled:
    """Hold a run against the entries of a baseline; `asked` are the paths that were to be checked.

    Entries of a rule that is called otherwise now count under its name of today.
    """
    entries = _up_to_date(entries, setup.former)
    verdict = compared(traced(report, places), entries)
    if report.problems:
        # What could not be done may be what would have found them.
        return Settled(verdict, {})
    read = {places.key(file.path) for file in report.files}
    folders = [Path(places.key(path)) for path in asked]
    standing = {path: Path(places.shown(path)).exists() for path in {trace.path for trace in entries}}
    scopes = {chosen.rule.id: chosen.rule.scope for chosen in setup.chosen}
    all_read = all(path in read for path, there in standing.items() if there) and len(read) > 1

    def looked_for(trace: Trace) -> bool:
        scope = scopes.get(trace.rule, "")
        if not scope or (scope == "archive" and not all_read):
            return False
        if standing[trace.path]:
            return trace.path in read
        home = Path(trace.path)
        return all_read or any(folder in (home, *home.parents) for folder in folders)

    return Settled(verdict, {trace: count for trace, count in verdict.left.items() if looked_for(trace)})


def _up_to_date(entries: Mapping[Trace, int], names: Mapping[str, str]) -> Mapping[Trace, int]:
    if not any(trace.rule in names for trace in entries):
        return entries
    renewed: Counter[Trace] = Counter()
    for trace, count in entries.items():
        renewed[trace._replace(rule=names.get(trace.rule, trace.rule))] += count
    return renewed
