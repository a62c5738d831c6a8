"""The people and bodies of articles: as text for an editor, as JSON, or as a table for spreadsheets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from verify.check.outcome import Called, FileReport, Named, Report
from verify.model.marks import Kind
from verify.report import listed, wire
from verify.report.cells import cell, clip, neutral
from verify.report.counts import undone
from verify.report.entries import Entry, Row, drawn, one_line
from verify.report.paint import Line, coloured, paint, width_of

_NAME, _TITLE, _HEADLINE, _WISH = 40, 60, 80, 40
_PLACES = 6
"""Places of one form that are shown; the count says how many there are."""
_NOUNS: dict[Kind, tuple[str, str]] = {
    "person": ("person", "people"),
    "organisation": ("body", "bodies"),
    "place": ("place", "places"),
}
_COLUMNS = (
    "path", "line", "column", "start", "end", "kind", "name", "given", "family", "title", "roles",
    "affiliations", "age", "pronoun", "mentions", "forms", "introduced",
)  # fmt: skip


def write_text(report: Report, stream: TextIO, *, color: bool | None = None, name: str = "") -> None:
    """Write everybody and every body, article by article, and a summary; `name` is what was asked for."""
    paint(_lines(report, width_of(stream), name), stream, color=coloured(stream, color))


def write_jsonl(report: Report, stream: TextIO) -> None:
    """Write every person and body on a line of its own."""
    listed.write_jsonl(_values, report, stream)


def write_json(report: Report, stream: TextIO) -> None:
    """Write version, files with their people, and problems."""
    listed.write_json(_values, "people", report, stream)


def write_csv(report: Report, stream: TextIO) -> None:
    """Write each in a row (RFC 4180), with no cell that a spreadsheet takes for a formula."""
    rows = (_cells(file.path, one) for file in report.files for one in file.people)
    listed.write_csv(_COLUMNS, rows, stream)


def _values(file: FileReport) -> Iterator[dict[str, Any]]:
    return (wire.person(file.path, one) for one in file.people)


def _cells(path: str, one: Named) -> tuple[str | int, ...]:
    first = one.first
    names = (one.kind, one.name, one.given, one.family, one.title)
    forms = "; ".join(f"{form.text} ({len(form.places)})" for form in one.forms)
    return (
        cell(path), first.line, first.column, first.start, first.end, *map(cell, names),
        cell("; ".join(one.roles)), cell("; ".join(one.affiliations)), "" if one.age is None else one.age,
        one.pronoun, one.mentions, cell(forms), cell(first.words),
    )  # fmt: skip


# -- as text -----------------------------------------------------------------------------------


def _lines(report: Report, width: int, name: str) -> Iterator[Line]:
    for file in report.files:
        if file.people:
            path = ("path", neutral(file.path))
            headline = ("", f"  {clip(one_line(file.headline), _HEADLINE)}")
            yield (path, headline) if file.headline else (path,)
            yield from drawn(map(_entry, file.people), width)
            yield ()
    yield (("", summary(report, name)),)


def summary(report: Report, name: str = "") -> str:
    """One line over all articles."""
    count = len(report.files)
    kinds = Counter(one.kind for file in report.files for one in file.people)
    found = ", ".join(
        f"{kinds[kind]:,} {nouns[kinds[kind] > 1]}" for kind, nouns in _NOUNS.items() if kinds[kind]
    )
    called = f" by “{clip(one_line(name), _WISH)}”" if name else ""
    articles = f"{count:,} article{'' if count == 1 else 's'}"
    return "; ".join((f"{articles}: {found or 'nobody named'}{called}", *undone(report)))


def _entry(one: Named) -> Entry:
    title = f", {clip(one_line(one.title), _TITLE)}" if one.title else ""
    kind = "" if one.kind == "person" else f" ({one.kind})"
    told = (
        f"{one.mentions:,} mention{'' if one.mentions == 1 else 's'}",
        f"aged {one.age}" if one.age is not None else "",
        one.pronoun,
    )
    return Entry(
        "words",
        clip(one_line(one.name), _NAME),
        title + kind,
        ", ".join(filter(None, told)),
        list(_rows(one)),
    )


def _rows(one: Named) -> Iterator[Row]:
    first = one.first
    yield Row(f"{first.line}:{first.column}", "introduced", one_line(first.words))
    yield from (Row("", "role", one_line(role)) for role in one.roles)
    if one.affiliations:
        yield Row("", "of", one_line("; ".join(one.affiliations)))
    yield from _forms(one.forms)


def _forms(forms: Iterable[Called]) -> Iterator[Row]:
    """Every form with the first of its places, the others behind it."""
    for form in forms:
        places = [f"{place.line}:{place.column}" for place in form.places]
        rest = ", ".join(places[1:_PLACES]) + (", …" if len(places) > _PLACES else "")
        yield Row(
            places[0], "called", one_line(form.text), f"{len(places):,} times, also {rest}" if rest else ""
        )
