"""What can be checked, and what is on file for it: as text for an editor, as JSON, or as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from msgspec.structs import asdict, replace

from verify.check.outcome import Claim, Figure, FileReport, Parallel, Report, Said
from verify.model.supplied import OnFile, Passage
from verify.report import listed, wire
from verify.report.cells import cell, clip, neutral
from verify.report.counts import counted, undone
from verify.report.entries import Entry, Row, drawn, one_line
from verify.report.paint import Line, coloured, paint, width_of

_HEADLINE, _NAME = 80, 60
_TOLD: dict[OnFile, str] = {
    "": "",
    "yes": "on file",
    "no": "not on file",
    "differs": "source differs",
}
_COLUMNS = (
    "path", "line", "column", "start", "end", "text", "figures", "dates", "said", "on_file", "source",
    "elsewhere",
)  # fmt: skip


def open_only(report: Report) -> Report:
    """The report with those claims alone that nobody can tick off yet."""

    def is_open(one: Claim) -> bool:
        return one.on_file != "yes" or any(not other.agrees for other in one.elsewhere)

    return report.with_files(lambda file: replace(file, claims=tuple(filter(is_open, file.claims))))


def write_text(report: Report, stream: TextIO, *, color: bool | None = None) -> None:
    """Write the statements in the order of the copy, article by article, and a summary."""
    paint(_lines(report, width_of(stream)), stream, color=coloured(stream, color))


def write_jsonl(report: Report, stream: TextIO) -> None:
    """Write every statement on a line of its own."""
    listed.write_jsonl(_values, report, stream)


def write_json(report: Report, stream: TextIO) -> None:
    """Write version, files with their statements, and problems."""
    listed.write_json(_values, "claims", report, stream)


def write_csv(report: Report, stream: TextIO) -> None:
    """Write each in a row (RFC 4180), with no cell that a spreadsheet takes for a formula."""
    rows = (_cells(file.path, one) for file in report.files for one in file.claims)
    listed.write_csv(_COLUMNS, rows, stream)


def _values(file: FileReport) -> Iterator[dict[str, Any]]:
    return (claim(file.path, one) for one in file.claims)


def _cells(path: str, one: Claim) -> tuple[str | int, ...]:
    place = one.place
    told = (
        one.text, _texts(one.figures), _texts(one.dates), "; ".join(map(_by, one.said)), one.on_file,
        "; ".join(map(_at, one.passages)), "; ".join(map(_other, one.elsewhere)),
    )  # fmt: skip
    return (cell(path), place.line, place.column, place.start, place.end, *map(cell, told))


def claim(path: str, one: Claim) -> dict[str, Any]:
    """One statement as JSON has it."""
    place = one.place
    return {
        "path": path,
        "start": place.start,
        "end": place.end,
        "line": place.line,
        "column": place.column,
        "text": one.text,
        "figures": [_figure(figure) for figure in one.figures],
        "dates": [_figure(date) for date in one.dates],
        "said": [wire.quote(path, said) for said in one.said],
        "on_file": one.on_file or None,
        "sources": [_passage(passage) for passage in one.passages],
        "elsewhere": [asdict(other) for other in one.elsewhere],
    }


def _figure(one: Figure) -> dict[str, Any]:
    return {"text": one.text, **asdict(one.place)}


def _passage(one: Passage) -> dict[str, Any]:
    return {
        "path": one.path,
        "start": one.span.start,
        "end": one.span.end,
        "line": one.line,
        "column": one.column,
        "time": one.time or None,
        "text": one.words,
    }


# -- as text -----------------------------------------------------------------------------------


def _lines(report: Report, width: int) -> Iterator[Line]:
    for file in report.files:
        if file.claims:
            path = ("path", neutral(file.path))
            headline = ("", f"  {clip(one_line(file.headline), _HEADLINE)}")
            yield (path, headline) if file.headline else (path,)
            yield from drawn(map(_entry, file.claims), width)
            yield ()
    yield (("", summary(report)),)


def summary(report: Report) -> str:
    """One line over all articles."""
    claims = [one for file in report.files for one in file.claims]
    kinds = Counter(one.on_file for one in claims)
    parts = [f"{counted(len(report.files), 'article')}: {counted(len(claims), 'statement')}"]
    parts += [f"{kinds[kind]:,} {_TOLD[kind]}" for kind in ("yes", "differs", "no") if kinds[kind]]
    if otherwise := sum(any(not other.agrees for other in one.elsewhere) for one in claims):
        parts.append(f"{otherwise:,} told otherwise elsewhere")
    return "; ".join((*parts, *undone(report)))


def _entry(one: Claim) -> Entry:
    style = "error" if one.on_file == "differs" else "words"
    return Entry(
        style, f"{one.place.line}:{one.place.column}", f"  {one_line(one.text)}", "", list(_rows(one))
    )


def _rows(one: Claim) -> Iterator[Row]:
    yield from (Row("", said.kind, one_line(said.text), _by(said)) for said in one.said)
    for kind, figures in (("figures", one.figures), ("dates", one.dates)):
        if figures:
            yield Row("", kind, one_line(_texts(figures)))
    if one.on_file:
        places = one.passages or (None,)
        for passage in places:
            words = f"{neutral(_at(passage))}  {one_line(passage.words)}" if passage else ""
            yield Row("", _TOLD[one.on_file], words)
    for other in one.elsewhere:
        yield Row("", "agrees" if other.agrees else "disagrees", neutral(_other(other)))


def _texts(figures: Iterable[Figure]) -> str:
    return "; ".join(figure.text for figure in figures)


def _by(said: Said) -> str:
    """Who said it, with the title."""
    title = f", {said.title}" if said.title else ""
    return clip(one_line(f"{said.speaker}{title}"), _NAME) if said.speaker else "no speaker"


def _at(passage: Passage) -> str:
    """The place of a passage, for subtitles the time."""
    return f"{passage.path}:{passage.line}:{passage.column}" + (f" at {passage.time}" if passage.time else "")


def _other(other: Parallel) -> str:
    return f"{other.path}:{other.line}:{other.column}  {other.words}"
