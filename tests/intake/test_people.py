from __future__ import annotations

import csv
import datetime
import io
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from verify.config.people import parse
from verify.intake.days import day
from verify.intake.people import COLUMNS, convert
from verify.model.roster import Post, Record


def told(text: str) -> list[str]:
    return [str(problem) for problem in convert(text.encode(), "p.csv").problems]


def made(text: str) -> tuple[Record, ...]:
    imported = convert(text.encode(), "p.csv")
    assert imported.problems == ()
    roster = parse(imported.toml())
    assert roster.problems == ()
    return roster.records


def test_one_office_a_row_and_the_rows_of_one_name_one_person() -> None:
    ann, gil = made(
        "Full Name,Office,Since,Until,Also known as,Avoided,Family First,Titles to avoid,Preferred,Why,URL\n"
        "Ann Lee,mayor of Eel,2019-01-07,2023,Annie Lee | A. Lee,Anne Leigh,,,,,\n"
        "ann lee,governor,Jan. 3 2023,,Annie Lee,,,gov;guv,,no slang,https://style.example/x\n".replace(
            "Jan. 3 2023", '"Jan. 3, 2023"'
        )
        + "Noh Gil-su,foreign minister,2023-05,present,,,yes,,,,\n"
    )
    assert ann.forms == ("Annie Lee", "A. Lee")
    assert ann.avoid == ("Anne Leigh",)
    assert ann.offices == (
        Post("mayor of Eel", datetime.date(2019, 1, 7), datetime.date(2023, 12, 31)),
        Post("governor", datetime.date(2023, 1, 3)),
    )
    assert (ann.titles[0].avoid, ann.titles[0].use, ann.titles[0].reason) == (
        ("gov", "guv"),
        "governor",
        "no slang",
    )
    assert (gil.given, gil.family, gil.family_first) == ("Gil-su", "Noh", True)


def test_a_name_in_two_columns() -> None:
    one, two = made("First Name,Surname,Order\nAnn,Lee,\nGil-su,Noh,family-first\n")
    assert (one.name, one.given, one.family) == ("Ann Lee", "Ann", "Lee")
    assert (two.name, two.given, two.family) == ("Noh Gil-su", "Gil-su", "Noh")


def test_columns_that_mean_nothing_are_named_and_those_that_nearly_do_are_a_mistake() -> None:
    imported = convert(b"name,Telephone,Titel,office,title\nAnn Lee,1,x,mayor,y\n", "p.csv")
    assert imported.unused == ("Telephone",)
    assert [str(problem) for problem in imported.problems] == [
        'p.csv:1: unknown column "Titel" (did you mean "title"?)',
        'p.csv:1: two columns are for "title": "title" is left out',
    ]
    assert imported.people == ({"name": "Ann Lee", "offices": [{"title": "mayor"}]},)
    assert told("title,from\nmayor,2020\n") == ['p.csv:1: no column is called "name"']


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (",mayor,,,,", "name: expected a name, and there is none"),
        ("Bo Roe,,2020,,,", "title: expected an office for the dates, and there is none"),
        ("Bo Roe,x,2024-02-30,,,", "from: '2024-02-30' is no day of the calendar"),
        ("Bo Roe,x,1/2/2024,,,", "from: '1/2/2024' may be two days: write 2024-01-02 or 2024-02-01"),
        ("Bo Roe,x,45682,,,", "from: expected a date such as 2025-01-25, got '45682'"),
        ("Bo Roe,x,2024,2023,,", "to: 2023 lies before 2024, where it begins"),
        ("Bo Roe,x,,,ann  LEE,", '"ann LEE" is a form of Ann Lee too (line 2)'),
        ("Bo Roe,x,,,B Roe,b roe", '"b roe" is both accepted and avoided'),
        ("@Bo,x,,,,", "name: '@Bo' is a formula"),
    ],
)
def test_a_bad_row_is_told_and_left_out(row: str, message: str) -> None:
    text = f"name,title,from,to,forms,avoid\nAnn Lee,mayor,2020,,,\n{row}\nCy Poe,,,,,\n"
    imported = convert(text.encode(), "p.csv")
    assert [str(problem) for problem in imported.problems] == [f"p.csv:3: {message}"]
    assert [person["name"] for person in imported.people] == ["Ann Lee", "Cy Poe"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2025-01-25", datetime.date(2025, 1, 25)),
        ("2025/1/25", datetime.date(2025, 1, 25)),
        ("2025-01-25 00:00:00", datetime.date(2025, 1, 25)),
        ("25.1.2025", datetime.date(2025, 1, 25)),
        ("1/25/2025", datetime.date(2025, 1, 25)),
        ("25/1/2025", datetime.date(2025, 1, 25)),
        ("3/3/2025", datetime.date(2025, 3, 3)),
        ("January 25, 2025", datetime.date(2025, 1, 25)),
        ("Sept. 5, 2025", datetime.date(2025, 9, 5)),
        ("25 Jan 2025", datetime.date(2025, 1, 25)),
        ("25-Jan-2025", datetime.date(2025, 1, 25)),
        ("2025-01", "2025-01"),
        ("May 2025", "2025-05"),
        ("2025", 2025),
    ],
)
def test_dates_as_sheets_write_them(cell: str, expected: object) -> None:
    assert day(cell) == expected


@pytest.mark.parametrize(
    "cell", ["soon", "32.1.2025", "13/13/2025", "2025-13", "0000-01-01", "25/25/2025", "²"]
)
def test_what_is_no_date(cell: str) -> None:
    with pytest.raises(ValueError, match=r"expected a date|no day of the calendar"):
        day(cell)


WORD = st.text(st.characters(categories=("Lu", "Ll", "Lo")), min_size=1, max_size=8)
NAME = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
DAY = st.none() | st.dates(datetime.date(1000, 1, 1))
DATES = st.tuples(DAY, DAY).filter(lambda both: not (both[0] and both[1]) or both[0] <= both[1])
ROW = st.tuples(NAME, NAME, DATES, st.lists(NAME, max_size=2), NAME)
SCRAPS = st.text(st.sampled_from("ab,;\t\"'=\n\r\0 é\u202e"), max_size=200)


@given(st.lists(ROW, min_size=1, max_size=5), st.sampled_from(",;\t"), st.booleans())
def test_what_is_imported_loads_as_it_was(rows: list[Any], sign: str, bom: bool) -> None:  # noqa: FBT001
    names = [one.casefold() for name, _, _, forms, avoid in rows for one in (name, *forms, avoid)]
    assume(len(set(names)) == len(names))
    file = io.StringIO()
    writer = csv.writer(file, delimiter=sign)
    writer.writerow(["name", "title", "from", "to", "forms", "avoid"])
    for name, title, (start, end), forms, avoid in rows:
        writer.writerow([name, title, start or "", end or "present", "; ".join(forms), avoid])
    imported = convert((b"\xef\xbb\xbf" if bom else b"") + file.getvalue().encode(), "p.csv")
    assert imported.problems == ()
    roster = parse(imported.toml())
    assert roster.problems == ()
    assert [(one.name, one.offices, one.forms, one.avoid) for one in roster.records] == [
        (name, (Post(title, start, end),), tuple(forms), (avoid,))
        for name, title, (start, end), forms, avoid in rows
    ]


@given(SCRAPS.map("name,forms\n{}".format))
def test_nothing_that_a_sheet_holds_breaks_the_import(text: str) -> None:
    imported = convert(text.encode(), "p.csv")
    assert parse(imported.toml()).problems == ()


def test_no_two_columns_share_a_name() -> None:
    names = [name for column, aliases in COLUMNS.items() for name in (column, *aliases)]
    assert len(names) == len(set(names))
