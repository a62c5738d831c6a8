"""The report for an editor at a terminal: what is wrong where, what to do, and who said what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TextIO

from verify.check.outcome import FileReport, Report
from verify.model.finding import SEVERITIES, Finding
from verify.report.cells import cells, clip, neutral, pad
from verify.report.counts import counted, undone
from verify.report.excerpt import around
from verify.report.paint import Line, coloured, paint, width_of
from verify.report.remedy import remedy

_INDENT = "    "


def write(
    report: Report, stream: TextIO, *, color: bool | None = None, quiet: bool = False, closing: str = ""
) -> None:
    """Write the report; `closing` stands below the summary, and `quiet` leaves out both and the speakers."""
    lines = _lines(report, width_of(stream), quiet=quiet, closing=closing)
    paint(lines, stream, color=coloured(stream, color))


def _lines(report: Report, width: int, *, quiet: bool, closing: str) -> Iterator[Line]:
    for file in report.files:
        if not file.findings and (quiet or not (file.voices or file.notes)):
            continue
        yield _heading(file)
        for note in file.notes:
            yield (("dim", f"  note: {neutral(note)}"),)
        for finding in file.findings:
            yield from _finding(finding, file.source, width)
        if file.voices and not quiet:
            yield from _voices(file)
        yield ()
    if not quiet:
        yield (("", summary(report)),)
        if closing:
            yield (("", closing),)


def _heading(file: FileReport) -> Line:
    path = ("path", neutral(file.path))
    return (path, ("", f"  {clip(neutral(file.headline), 80)}")) if file.headline else (path,)


def _finding(finding: Finding, source: str, width: int) -> Iterator[Line]:
    place = f"{finding.line}:{finding.column}"
    yield (
        ("", f"  {place}  "),
        (finding.severity, finding.severity),
        ("rule", f"  {finding.rule}"),
        ("dim", "  known" if finding.known else ""),
    )
    line_start = finding.start - finding.column + 1
    shown = around(source, finding.start, finding.end, line_start, width - len(_INDENT))
    yield (("", _INDENT + shown.before), ("words", shown.words), ("", shown.after))
    yield (("carets", _INDENT + shown.underline),)
    yield (("", _INDENT + neutral(finding.message)),)
    if what := remedy(finding):
        yield (("advice", f"{_INDENT}→ {neutral(what)}"),)
    for other in finding.related:
        if other.path == finding.path and finding.start <= other.start and other.end <= finding.end:
            continue  # underlined above
        path = "" if other.path == finding.path else f"{neutral(other.path)}:"
        yield (("dim", f"{_INDENT}see {path}{other.line}:{other.column}  {neutral(other.message)}"),)


def _voices(file: FileReport) -> Iterator[Line]:
    """A table of speakers, and the number of quotes that have none."""
    rows = [
        (
            clip(neutral(v.name), 40),
            clip(neutral(v.title), 40),
            counted(v.quotes, "quote"),
            counted(v.words, "word"),
        )
        for v in file.voices
        if v.name
    ]
    yield (("path", "  Who said what"),)
    widths = [max((cells(row[column]) for row in rows), default=0) for column in range(4)]
    for name, title, quotes, words in rows:
        numbers = f"{quotes.rjust(widths[2])}  {words.rjust(widths[3])}"
        yield (
            ("", f"{_INDENT}{pad(name, widths[0])}  "),
            ("dim", f"{pad(title, widths[1])}  "),
            ("", numbers),
        )
    if unknown := sum(voice.quotes for voice in file.voices if not voice.name):
        yield (("warning", f"{_INDENT}no speaker found: {unknown}"),)


def summary(report: Report) -> str:
    """One line over all articles."""
    counts = Counter(finding.severity for finding in report.findings)
    found = [counted(counts[severity], severity) for severity in reversed(SEVERITIES) if counts[severity]]
    if known := sum(finding.known for finding in report.findings):
        found.append(f"{known:,} of them known")
    nothing = "no rule ran" if report.idle else "nothing to mark"
    articles = counted(len(report.files), "article")
    return "; ".join((f"{articles}: {', '.join(found) or nothing}", *undone(report)))
