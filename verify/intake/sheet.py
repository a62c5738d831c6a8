"""Reads a spreadsheet saved as CSV: its header, and its rows with the lines on which they begin."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator

from msgspec import Struct

from verify.lexicon.late import late
from verify.model.finding import Problem
from verify.read.decode import decode
from verify.read.reader import Unreadable

DELIMITERS = ",;\t|"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LOST = "\ufffd"
_EXCEL = late(r"sep=(.)\r?\n")
_FORMULA = ("=", "+", "-", "@")
_NONE = frozenset(("", "-", "–", "—"))
_LONGEST = 2_000


class Row(Struct, frozen=True):
    """A row by the columns of the header; `line` is where it begins, from 1."""

    line: int
    cells: dict[str, str]


class Sheet(Struct, frozen=True):
    """A spreadsheet: the columns as the header has them, its usable rows, and what is wrong in the others."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]


def read(data: bytes, where: str, delimiter: str = "") -> Sheet:
    """The sheet that the bytes hold; without a delimiter, the one that the header is parted by."""
    try:
        # A file with a NUL in one cell is still text in the others.
        text = decode(data if data.startswith(_UTF16) else data.replace(b"\0", _LOST.encode()))
    except Unreadable as error:
        return Sheet((), (), (Problem(where, f"{error} (save the sheet as “CSV UTF-8”)"),))
    first = 1
    if found := _EXCEL.match(text):
        delimiter = delimiter or found[1]
        text, first = text[found.end() :], 2
    problems: list[Problem] = []
    lines = _lines(text, delimiter or _delimiter(text), where, first, problems)
    header = next(lines, None)
    if header is None:
        problems.append(Problem(where, "has no header: its first row names the columns"))
        return Sheet((), (), tuple(problems))
    columns = tuple(" ".join(cell.split()) for cell in header[1])
    rows = []
    for line, cells in lines:
        message = _wrong(cells, columns)
        if message:
            problems.append(Problem(f"{where}:{line}", message))
        else:
            named = zip(columns, map(_plain, cells), strict=False)
            rows.append(Row(line, {name: cell for name, cell in named if name}))
    return Sheet(columns, tuple(rows), tuple(problems))


def _lines(
    text: str, delimiter: str, where: str, first: int, problems: list[Problem]
) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not empty, each with its line; one that is no CSV is told, and passed over."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + first
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            problems.append(Problem(f"{where}:{line}", f"no row of a table: {error}"))
            continue
        if any(cell.strip() for cell in cells):
            yield line, cells


def _delimiter(text: str) -> str:
    """What parts the cells of the header: the sign that it has most of, outside quotation marks."""
    header = re.sub(r'"[^"]*"', "", text.lstrip()[:_LONGEST].partition("\n")[0])
    return max(DELIMITERS, key=header.count)


def _wrong(cells: list[str], columns: tuple[str, ...]) -> str:
    """Why a row cannot be used, or nothing."""
    if any(cell.strip() for cell in cells[len(columns) :]):
        return f"has {len(cells):,} cells, and the header has {len(columns):,}"
    for column, cell in zip(columns, cells, strict=False):
        text = _plain(cell)
        if len(text) > _LONGEST:
            return f"{column}: is longer than {_LONGEST:,} characters"
        if not text.replace("\n", "").isprintable() or _LOST in text:
            return f"{column}: holds a character that cannot be printed"
        if text.startswith(_FORMULA) and text not in _NONE:
            return f"{column}: {text!r:.40} is a formula"
    return ""


def _plain(cell: str) -> str:
    """The cell with single spaces, its lines kept: they may be a list."""
    return "\n".join(" ".join(line.split()) for line in cell.splitlines() if line.strip())
