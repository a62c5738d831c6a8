"""What the commands that list things write for machines: one JSON object, lines of JSON, or a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TextIO

from verify.check.outcome import FileReport, Report
from verify.report import wire

Values = Callable[[FileReport], Iterable[dict[str, Any]]]
"""The things of one article, as plain values."""


def write_jsonl(values: Values, report: Report, stream: TextIO) -> None:
    """Write each thing on a line of its own."""
    for file in report.files:
        stream.writelines(f"{wire.encoded(one)}\n" for one in values(file))


def write_json(values: Values, key: str, report: Report, stream: TextIO) -> None:
    """Write version, files with their things under the key, and problems."""
    files = [{"path": file.path, "headline": file.headline, key: list(values(file))} for file in report.files]
    told = {"version": report.version, "files": files, "problems": wire.problems(report)}
    stream.write(wire.encoded(told, indent=2) + "\n")


def write_csv(columns: Sequence[str], rows: Iterator[Sequence[str | float]], stream: TextIO) -> None:
    """Write rows under a head (RFC 4180)."""
    import csv

    writer = csv.writer(stream)
    writer.writerow(columns)
    writer.writerows(rows)
