"""The code quality report of GitLab, which a merge request shows beside the lines."""

from __future__ import annotations

from typing import Any, TextIO

from verify.model.finding import Finding
from verify.report.place import relative
from verify.report.remedy import in_a_line
from verify.report.report import Report
from verify.report.wire import portable

_SEVERITY = {"error": "major", "warning": "minor", "info": "info"}


def write(report: Report, stream: TextIO) -> None:
    """Write a list with an issue for every finding."""
    stream.write(portable([_issue(finding) for finding in report.findings]))


def _issue(finding: Finding) -> dict[str, Any]:
    return {
        "description": in_a_line(finding),
        "check_name": finding.rule,
        "fingerprint": _fingerprint(finding),
        "severity": _SEVERITY[finding.severity],
        "location": {
            "path": relative(finding.path),
            "lines": {"begin": finding.line, "end": finding.end_line},
        },
    }


def _fingerprint(finding: Finding) -> str:
    """A name that no other finding of the run has; that of the finding is its own in its file only."""
    from hashlib import blake2s

    path = relative(finding.path)
    return blake2s(f"{path}\0{finding.fingerprint}".encode("utf-8", "replace"), digest_size=16).hexdigest()
