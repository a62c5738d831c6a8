"""What to do about a finding, and the whole of it in one line for formats that have room for no more."""

from __future__ import annotations

from collections.abc import Iterator

from verify.model.finding import Finding
from verify.report.cells import neutral

_MOST = 3


def remedy(finding: Finding) -> str:
    """The fixes, the likeliest first, else the advice, else nothing."""
    return _fixes(finding, "{}") or finding.advice


def in_a_line(finding: Finding) -> str:
    """What is wrong and what to do, with no control in it that a terminal or a splitter of lines obeys."""
    what = _fixes(finding, "“{}”") or finding.advice
    return neutral(f"{finding.message} → {what}" if what else finding.message)


def _fixes(finding: Finding, written: str) -> str:
    return " or ".join(written.format(fix) if fix else "take it out" for fix in finding.fixes[:_MOST])


def elsewhere(finding: Finding) -> Iterator[str]:
    """The other places that the finding speaks of, each as it can be looked up."""
    for other in finding.related:
        path = "" if other.path == finding.path else f"{other.path}:"
        yield neutral(f"see {path}{other.line}:{other.column} {other.message}")
