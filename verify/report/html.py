"""The report as one page for editors: the copy with what was found in its margin, and who speaks."""

from __future__ import annotations

from typing import TextIO

from verify.report.report import Report


def write(report: Report, stream: TextIO) -> None:
    """Write one file that needs nothing else: no network, no second file, no plugin of a browser."""
    from verify.report.pages.page import chunks

    stream.writelines(chunks(report))
