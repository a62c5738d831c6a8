"""A report in which known findings are marked, or left out."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from verify.check.outcome import FileReport, Report
from verify.model.finding import Finding


def told_apart(report: Report, known: Iterable[bool]) -> Report:
    """The report with those findings marked as known of which this is said, in their order.

    What was known before stays so.
    """
    answers = iter(known)

    def marked(file: FileReport) -> FileReport:
        return replace(file, findings=tuple(_marked(one, known=next(answers)) for one in file.findings))

    return report.with_files(marked)


def _marked(one: Finding, *, known: bool) -> Finding:
    return replace(one, known=True) if known and not one.known else one


def new_only(report: Report) -> Report:
    """The report without the findings that are known."""
    return report.with_files(_news)


def _news(file: FileReport) -> FileReport:
    kept = tuple(one for one in file.findings if not one.known)
    return replace(file, findings=kept, source=file.source if kept else "")
