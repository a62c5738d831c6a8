"""Who said what for machines: one JSON object, lines of JSON, or a table for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TextIO

from verify.check.outcome import FileReport, Report
from verify.report import listed, wire
from verify.report.cells import cell

_COLUMNS = (
    "path", "line", "column", "start", "end", "kind", "needs_none", "speaker", "title", "type", "mention",
    "cue", "confidence", "text",
)  # fmt: skip


def write_jsonl(report: Report, stream: TextIO) -> None:
    """Write every quote on a line of its own."""
    listed.write_jsonl(_values, report, stream)


def write_json(report: Report, stream: TextIO) -> None:
    """Write version, files with their quotes, and problems."""
    listed.write_json(_values, "quotes", report, stream)


def write_csv(report: Report, stream: TextIO) -> None:
    """Write every quote in a row (RFC 4180), with no cell that a spreadsheet takes for a formula."""
    listed.write_csv(_COLUMNS, _rows(report), stream)


def _values(file: FileReport) -> Iterator[dict[str, Any]]:
    return (wire.quote(file.path, one) for one in file.said)


def _rows(report: Report) -> Iterator[tuple[str | int | float, ...]]:
    for file in report.files:
        for one in file.said:
            words = (one.kind, one.needs_none, one.speaker, one.title, wire.speaker_type(one) or "")
            told = (one.called, one.cued)
            yield (
                cell(file.path), one.line, one.column, one.start, one.end, *map(cell, words),
                *map(cell, told), one.confidence, cell(one.text),
            )  # fmt: skip
