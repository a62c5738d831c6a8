"""Who said what: as text, as one JSON object, or as lines of JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TextIO

from verify.check.outcome import FileReport, Report, Said
from verify.report import wire
from verify.report.cells import clip, neutral
from verify.report.paint import Line, coloured, paint, width_of


def write_jsonl(report: Report, stream: TextIO) -> None:
    """Write every quote on a line of its own."""
    for file in report.files:
        quotes = (wire.quote(file.path, quote) for quote in file.said)
        stream.writelines(json.dumps(quote, ensure_ascii=False) + "\n" for quote in quotes)


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
    stream.write(json.dumps(values, ensure_ascii=False, indent=2) + "\n")


def write_text(report: Report, stream: TextIO, *, color: bool | None = None) -> None:
    """Write article by article each quote with its speaker."""
    paint(_lines(report, width_of(stream)), stream, color=coloured(stream, color))


def _lines(report: Report, width: int) -> Iterator[Line]:
    for file in report.files:
        if file.said:
            yield (("path", neutral(file.path)), ("", f"  {clip(neutral(file.headline), 80)}"))
            yield from _file(file, width)
            yield ()


def _file(file: FileReport, width: int) -> Iterator[Line]:
    for quote in file.said:
        kind = "" if quote.needs_none else f"  {quote.kind}"
        yield (("dim", f"  {quote.line}:{quote.column}  "), _speaker(quote), ("dim", kind))
        yield (("", f"    {clip(neutral(quote.text), width - 4)}"),)


def _speaker(quote: Said) -> tuple[str, str]:
    if quote.needs_none:
        return ("dim", f"{quote.needs_none.replace('-', ' ')}, no speaker needed")
    if quote.mention is None:
        return ("warning", "no speaker found")
    if not quote.speaker:
        return ("warning", f"no name found (“{clip(neutral(quote.called), 40)}”)")
    title = f", {neutral(quote.title)}" if quote.title else ""
    return ("words", f"{neutral(quote.speaker)}{title}")
