"""How a run ends: the exit code that a script sees."""

from __future__ import annotations

from verify.check.outcome import Report
from verify.model.finding import SEVERITIES


def exit_code(report: Report, fail_on: str) -> int:
    """2 where work was left undone, 1 for a finding at or above `fail_on` ("never": none is), else 0."""
    if report.problems:
        return 2
    grave = SEVERITIES[SEVERITIES.index(fail_on) :] if fail_on in SEVERITIES else ()
    return int(any(finding.severity in grave for finding in report.findings))
