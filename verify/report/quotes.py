"""Who said what for machines: one JSON object, lines of JSON, or a table for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from verify.check.outcome import Report
from verify.report import wire
from verify.report.cells import cell

_COLUMNS = (
    "path", "line", "column", "start", "end", "kind", "needs_none", "speaker", "title", "type", "mention",
    "cue", "confidence", "text",
)  # fmt: skip


def write_jsonl(report: Report, stream: TextIO) -> None:
    """Write every quote on a line of its own."""
    for file in report.files:
        stream.writelines(f"{wire.encoded(wire.quote(file.path, quote))}\n" for quote in file.said)


def write_json(report: Report, stream: TextIO) -> None:
    """Write version, files with their quotes, and problems."""
    values = {
        "version": report.version,
        "files": [
            {
                "path": file.path,
                "headline": file.headline,
                "quotes": [wire.quote(file.path, q) for q in file.said],
            }
            for file in report.files
        ],
        "problems": wire.problems(report),
    }
    stream.write(wire.encoded(values, indent=2) + "\n")


def write_csv(report: Report, stream: TextIO) -> None:
    """Write every quote in a row (RFC 4180), with no cell that a spreadsheet takes for a formula."""
    import csv

    writer = csv.writer(stream)
    writer.writerow(_COLUMNS)
    writer.writerows(_rows(report))


def _rows(report: Report) -> Iterator[tuple[str | int | float, ...]]:
    for file in report.files:
        for one in file.said:
            words = (one.kind, one.needs_none, one.speaker, one.title, wire.speaker_type(one) or "")
            told = (one.called, one.cued)
            yield (
                cell(file.path), one.line, one.column, one.start, one.end, *map(cell, words),
                *map(cell, told), one.confidence, cell(one.text),
            )  # fmt: skip
