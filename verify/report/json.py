"""The whole report as one JSON object."""

from __future__ import annotations

from typing import TextIO

from verify.report import wire
from verify.report.report import Report

SCHEMA = 1
"""Which edition of the schema holds: a key may be added under a number, none is taken away."""


def write(report: Report, stream: TextIO) -> None:
    """Write version, files with their findings, and problems; `verify schema` tells what each key holds."""
    values = {
        "schema": SCHEMA,
        "version": report.version,
        "files": [wire.file(file) for file in report.files],
        "problems": wire.problems(report),
    }
    stream.write(wire.encoded(values, indent=2) + "\n")
