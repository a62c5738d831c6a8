"""The entries of a ledger as lines: a heading for each, and under it its rows in columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from verify.report.cells import cells, clip, neutral
from verify.report.paint import Line

LEAST = 24
"""Cells that the words get at the least, however narrow the page."""


class Row(NamedTuple):
    """A place of the copy, what is there, its words, and a note in brackets."""

    place: str
    kind: str
    words: str
    note: str = ""


class Entry(NamedTuple):
    """One person of the ledger, or what belongs to nobody: a heading, counts, and the places."""

    style: str
    name: str
    more: str
    counts: str
    rows: Sequence[Row]


def drawn(entries: Iterable[Entry], width: int) -> Iterator[Line]:
    """The lines of the entries, their columns of one width; words are cut where the page ends."""
    entries = list(entries)
    rows = [row for entry in entries for row in entry.rows]
    place, kind = (max(map(len, column)) for column in list(zip(*rows, strict=True))[:2])
    for entry in entries:
        counts = f"  {entry.counts}" if entry.counts else ""
        more = clip(entry.more, max(LEAST, width - 2 - cells(entry.name) - len(counts)))
        yield (("", "  "), (entry.style, entry.name), ("", more), ("dim", counts))
        for row in entry.rows:
            lead = f"    {row.place.ljust(place)}  {row.kind.ljust(kind)}  "
            note = f"  ({row.note})" if row.note else ""
            words = clip(row.words, max(LEAST, width - len(lead) - cells(note)))
            yield (("dim", lead), ("", words), ("warning" if "unsure" in note else "dim", note))


def one_line(text: str) -> str:
    """The words on one line, with nothing in them that a terminal would obey."""
    return neutral(" ".join(text.split()))
