"""One finding a line, as JSON."""

from __future__ import annotations

from typing import TextIO

from verify.report import wire
from verify.report.report import Report


def write(report: Report, stream: TextIO) -> None:
    """Write every finding on a line of its own."""
    stream.writelines(wire.encoded(wire.finding(one)) + "\n" for one in report.findings)
