from __future__ import annotations

import pytest

from verify.intake.sheet import read


def told(data: bytes) -> list[str]:
    return [str(problem) for problem in read(data, "p.csv").problems]


@pytest.mark.parametrize(
    "data",
    [
        b"name,title\nAnn Lee,mayor\n",
        b"name;title\r\nAnn Lee;mayor\r\n",
        b"name\ttitle\nAnn Lee\tmayor",
        b"\xef\xbb\xbfname|title\nAnn Lee|mayor\n\n",
        b'sep=;\r\nname;title\r\n"Ann Lee";"mayor"\r\n;;\r\n',
        "name,title\nAnn Lee,mayor\n".encode("utf-16"),
        b'"na me"'.replace(b" ", b"") + b',title\n" Ann  Lee ",mayor,,\n',
        b'"name","a,b,c"\n'.replace(b'"a,b,c"', b"title") + b"Ann Lee,mayor",
    ],
)
def test_a_sheet_in_every_dress(data: bytes) -> None:
    sheet = read(data, "p.csv")
    assert sheet.problems == ()
    assert [row.cells for row in sheet.rows] == [{"name": "Ann Lee", "title": "mayor"}]


def test_rows_bear_the_line_on_which_they_begin() -> None:
    sheet = read(b'name,forms\n"Ann\nLee","a\nb"\n\nBo,x\n', "p.csv")
    assert [(row.line, row.cells["name"]) for row in sheet.rows] == [(2, "Ann\nLee"), (6, "Bo")]


def test_a_delimiter_that_is_told_goes_before_the_one_seen() -> None:
    assert read(b"name;a,b\nx;y,z\n", "p.csv", ",").rows[0].cells == {"name;a": "x;y", "b": "z"}


HOSTILE = b"""name,title
=HYPERLINK("http://x"),mayor
Ann Lee,+1
Bo\0,mayor
Cy,mayor,too,many
"Di"x,mayor
Ed Roe,mayor
"Flo,mayor
"""


def test_each_hostile_row_is_told_with_its_line_and_the_others_are_read() -> None:
    sheet = read(HOSTILE, "p.csv")
    assert [row.cells["name"] for row in sheet.rows] == ["Ed Roe"]
    assert [str(problem) for problem in sheet.problems] == [
        "p.csv:2: name: '=HYPERLINK(\"http://x\")' is a formula",
        "p.csv:3: title: '+1' is a formula",
        "p.csv:4: name: holds a character that cannot be printed",
        "p.csv:5: has 4 cells, and the header has 2",
        "p.csv:6: no row of a table: ',' expected after '\"'",
        "p.csv:8: no row of a table: unexpected end of data",
    ]


def test_huge_cells_cost_their_row_alone() -> None:
    data = b"name,title\n" + b"x" * 300_000 + b",mayor\n" + b"y" * 3_000 + b",mayor\nAnn Lee,mayor\n"
    assert told(data) == [
        "p.csv:2: no row of a table: field larger than field limit (131072)",
        "p.csv:3: name: is longer than 2,000 characters",
    ]
    assert [row.cells["name"] for row in read(data, "p.csv").rows] == ["Ann Lee"]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf"])
def test_a_sheet_without_a_header(data: bytes) -> None:
    assert told(data) == ["p.csv: has no header: its first row names the columns"]


@pytest.mark.parametrize("data", [b"name\ncaf\xe9\n", b"PK\x03\x04\xff\xfe"])
def test_what_is_no_text_is_told_with_what_to_do(data: bytes) -> None:
    (message,) = told(data)
    assert message.endswith("(save the sheet as “CSV UTF-8”)")
