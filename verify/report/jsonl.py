"""One finding a line, as JSON."""

from __future__ import annotations

import json
from typing import TextIO

from verify.report import wire
from verify.report.report import Report, Reporter


def write(report: Report, stream: TextIO) -> None:
    """Write every finding on a line of its own."""
    stream.writelines(json.dumps(wire.finding(one), ensure_ascii=False) + "\n" for one in report.findings)


REPORTER = Reporter("jsonl", write)
