"""Workflow commands of GitHub Actions: each finding is an annotation of its line."""

from __future__ import annotations

from typing import TextIO

from verify.model.finding import Finding, Problem
from verify.report.cells import neutral
from verify.report.place import relative
from verify.report.remedy import elsewhere, in_a_line
from verify.report.report import Report

_COMMAND = {"error": "error", "warning": "warning", "info": "notice"}
_DATA = {ord("%"): "%25", ord("\r"): "%0D", ord("\n"): "%0A"}
_PROPERTY = _DATA | {ord(":"): "%3A", ord(","): "%2C"}


def write(report: Report, stream: TextIO) -> None:
    """Write a line for every finding, and one for all the work that was not done."""
    stream.writelines(_finding(finding) for finding in report.findings)
    stream.writelines(_problem(problem) for problem in report.problems)


def _finding(finding: Finding) -> str:
    properties = {
        "title": finding.rule,
        "file": relative(finding.path),
        "line": str(finding.line),
        "endLine": str(finding.end_line),
    }
    if finding.line == finding.end_line:
        # Columns of two lines are refused.
        properties |= {"col": str(finding.column), "endColumn": str(finding.end_column)}
    # A message may have lines: the places that it speaks of stand below it.
    message = "\n".join((in_a_line(finding), *elsewhere(finding)))
    return _command(_COMMAND[finding.severity], properties, message)


def _problem(problem: Problem) -> str:
    return _command("error", {"title": "verify could not do all its work"}, neutral(str(problem)))


def _command(name: str, properties: dict[str, str], message: str) -> str:
    told = ",".join(f"{key}={neutral(value.translate(_PROPERTY))}" for key, value in properties.items())
    return f"::{name} {told}::{message.translate(_DATA)}\n"
