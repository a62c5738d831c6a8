"""The diagnostic format of reviewdog, which comments on pull requests and suggests the fixes there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TextIO

from verify.model.finding import Finding
from verify.report.place import relative
from verify.report.remedy import elsewhere, in_a_line
from verify.report.report import FileReport, Report
from verify.report.wire import portable


def write(report: Report, stream: TextIO) -> None:
    """Write one diagnostic a finding; columns count bytes of UTF-8, as the format has it."""
    diagnostics = [found for file in report.files for found in _file(file)]
    stream.write(portable({"source": {"name": "verify"}, "diagnostics": diagnostics}))


def _file(file: FileReport) -> Iterable[dict[str, Any]]:
    ends = (offset for finding in file.findings for offset in finding.span)
    columns = byte_columns(file.source, ends)
    return (_diagnostic(finding, columns) for finding in file.findings)


def _diagnostic(finding: Finding, columns: Mapping[int, int]) -> dict[str, Any]:
    span = {
        "start": {"line": finding.line, "column": columns[finding.start]},
        "end": {"line": finding.end_line, "column": columns[finding.end]},
    }
    values: dict[str, Any] = {
        # Its readers refuse keys they do not know, and old ones know none for other places.
        "message": "\n".join((in_a_line(finding), *elsewhere(finding))),
        "location": {"path": relative(finding.path), "range": span},
        "severity": finding.severity.upper(),
        "code": {"value": finding.rule},
    }
    if finding.fixes:
        values["suggestions"] = [{"range": span, "text": fix} for fix in finding.fixes]
    return values


def byte_columns(source: str, offsets: Iterable[int]) -> dict[int, int]:
    """For each offset of the source its column in bytes of UTF-8, counted from 1, in one pass."""
    columns: dict[int, int] = {}
    at, column = 0, 1
    for offset in sorted(set(offsets)):
        passed = source[at:offset]
        line = passed.rfind("\n") + 1
        column = (1 if line else column) + len(passed[line:].encode("utf-8", "surrogatepass"))
        columns[offset] = column
        at = offset
    return columns
