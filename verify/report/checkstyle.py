"""A Checkstyle report, which many servers and review tools read."""

from __future__ import annotations

from typing import TextIO

from verify.report import xml
from verify.report.remedy import in_a_line
from verify.report.report import Report

_VERSION = "4.3"
"""The version of Checkstyle whose form this is; readers look for one."""


def write(report: Report, stream: TextIO) -> None:
    """Write every article in which something was found, with its findings."""
    top = xml.root("checkstyle", version=_VERSION)
    for file in report.files:
        if not file.findings:
            continue
        article = xml.below(top, "file", name=file.path)
        for finding in file.findings:
            xml.below(
                article, "error", line=finding.line, column=finding.column, severity=finding.severity,
                message=in_a_line(finding), source=f"verify.{finding.rule.replace('/', '.')}",
            )  # fmt: skip
    xml.write(top, stream)
