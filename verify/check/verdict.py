"""How a run ends: the exit code that a script sees."""

from __future__ import annotations

from verify.check.outcome import Report
from verify.model.finding import SEVERITIES


def exit_code(report: Report, fail_on: str) -> int:
    """2 where work was left undone, 1 for a finding at or above `fail_on` ("never": none is), else 0.

    A finding that is known never counts; "new" is as "warning", in a run that tells the two apart.
    """
    if report.problems:
        return 2
    least = "warning" if fail_on == "new" else fail_on
    grave = SEVERITIES[SEVERITIES.index(least) :] if least in SEVERITIES else ()
    return int(any(finding.severity in grave and not finding.known for finding in report.findings))
