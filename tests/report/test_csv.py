from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from verify.check.outcome import FileReport, Report, Said
from verify.model.span import Span
from verify.report.quotes import write_csv

HEADER = "path,line,column,start,end,kind,needs_none,speaker,title,type,mention,cue,confidence,text".split(
    ","
)
ANN = Said(
    3, 8, 1, 4, "direct", "“No, “never”,”", "Ann Lee", "mayor, once", Span(9, 12), "person",
    Span(13, 17), 0.93, called="she", cued="said",
)  # fmt: skip
NOBODY = Said(20, 25, 2, 1, "mixed", '"x"\r\n  y', "", "", None, None, None, 0.5, needs_none="slogan")


def table(*said: Said, path: str = "a/b.md") -> str:
    stream = io.StringIO(newline="")
    write_csv(Report((FileReport(path, "", (), said=said),), (), "1"), stream)
    return stream.getvalue()


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def test_one_quote_a_row() -> None:
    place = replace(ANN, type="place", speaker="Carrow", text="it, too, is ready", kind="indirect")
    assert rows(table(ANN, NOBODY, place)) == [
        HEADER,
        ["a/b.md", "1", "4", "3", "8", "direct", "", "Ann Lee", "mayor, once", "person", "she", "said",
         "0.93", "“No, “never”,”"],
        ["a/b.md", "2", "1", "20", "25", "mixed", "slogan", "", "", "", "", "", "0.5", '"x" y'],
        ["a/b.md", "1", "4", "3", "8", "indirect", "", "Carrow", "mayor, once", "organisation", "she", "said",
         "0.93", "it, too, is ready"],
    ]  # fmt: skip


def test_rows_end_as_the_standard_has_it_and_marks_are_doubled() -> None:
    text = table(NOBODY)
    assert text.count("\r\n") == 2
    assert text.endswith('"""x"" y"\r\n')


def test_without_quotes_there_is_a_header_alone() -> None:
    assert rows(table()) == [HEADER]


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t=", "\r=", "＝", "\n@"])
def test_no_cell_is_a_formula(first: str) -> None:
    evil = f"{first}HYPERLINK(0)"
    said = replace(ANN, text=evil, speaker=evil, title=evil, called=evil, cued=evil)
    row = dict(zip(HEADER, rows(table(said, path=evil))[1], strict=True))
    for column in ("path", "text", "speaker", "title", "mention", "cue"):
        assert row[column] == f"'{first.strip()}HYPERLINK(0)"


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_copy_is_one_row_of_harmless_cells(words: str, name: str) -> None:
    made = rows(table(replace(ANN, text=words, speaker=name), NOBODY))
    assert [len(row) for row in made] == [len(HEADER)] * 3
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in made for cell in row)
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for row in made for cell in row for c in cell)
