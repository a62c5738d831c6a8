"""Dates as news copy writes them, and words that only look like dates."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import astuple

from verify.mark.dates import MARKER
from verify.mark.order import mark
from verify.model.marks import Date
from verify.read.formats import TEXT as READER

_ABBREVIATED = {1: "Jan.", 2: "Feb.", 8: "Aug.", 9: "Sept.", 10: "Oct.", 11: "Nov.", 12: "Dec."}


def found(copy: str) -> list[tuple[str, Date]]:
    article = mark(READER.read("a.txt", copy.encode()), [MARKER])
    return [(article.text[date.start : date.end], date) for date in article.dates]


@pytest.mark.parametrize(
    ("copy", "words", "parts"),
    [
        ("They met on Nov. 3, 2025, in Oslo.", "Nov. 3, 2025", (2025, 11, 3, None, "month-abbreviated")),
        ("They met on November 4 in Oslo.", "November 4", (None, 11, 4, None, "month-full")),
        ("OSLO, Nov 4 (Coastal Press).", "Nov 4", (None, 11, 4, None, "month-short")),
        ("Monday, Nov. 3, 2025, was dry.", "Monday, Nov. 3, 2025", (2025, 11, 3, 0, "month-abbreviated")),
        ("It rained on Mon., Nov. 3, at noon.", "Mon., Nov. 3", (None, 11, 3, 0, "month-abbreviated")),
        ("It ends 3 November 2025.", "3 November 2025", (2025, 11, 3, None, "day-month")),
        ("On Monday 3 November it ends.", "Monday 3 November", (None, 11, 3, 0, "day-month")),
        ("It ends on the 3rd of November.", "3rd of November", (None, 11, 3, None, "ordinal")),
        ("It ends on August 21st.", "August 21st", (None, 8, 21, None, "ordinal")),
        ("Filed 2025-11-03 in court.", "2025-11-03", (2025, 11, 3, None, "iso")),
        ("Filed 11/03/2025 in court.", "11/03/2025", (2025, 11, 3, None, "numeric")),
        ("Filed 25/12/24 in court.", "25/12/24", (2024, 12, 25, None, "numeric")),
        ("Filed 3.11.2025 in court.", "3.11.2025", (2025, 11, 3, None, "numeric")),
        ("It ended in November 2025.", "November 2025", (2025, 11, None, None, "month-year")),
        (
            "Born Nov. 3, 2025, a Monday, at home.",
            "Nov. 3, 2025, a Monday",
            (2025, 11, 3, 0, "month-abbreviated"),
        ),
        ("It opens Saturday, June 7.", "Saturday, June 7", (None, 6, 7, 5, "month-full")),
        ("The vote of 1 May 2026 stands.", "1 May 2026", (2026, 5, 1, None, "day-month")),
    ],
)
def test_reads_each_form(copy: str, words: str, parts: tuple[object, ...]) -> None:
    ((text, date),) = found(copy)
    assert text == words
    assert astuple(date)[2:] == parts


@pytest.mark.parametrize(
    "copy",
    [
        "They may 5 people allow.",
        "May 5 people come in without a card?",
        "March 20 people out of the hall, he ordered.",
        "Prime Minister Theresa May 20 minutes later left.",
        "The Sept. 11 attacks and the 9/11 report.",
        "Since Sept. 11 the fence is up.",
        "Mayor 5 and Decade 3 and Junes 4.",
        "They gave March 20,000 crowns.",
        "In the 24/7 shop a 3/4-inch bolt costs 1.5.2.",
        "See https://coast.example/2025-11-03-storm for more.",
        "The date Jan. 32 does not exist.",
    ],
)
def test_leaves_what_is_no_date(copy: str) -> None:
    assert found(copy) == []


def test_two_weekdays_before_a_date_give_it_none() -> None:
    assert [date.weekday for _, date in found("It runs Saturday and Sunday, Nov. 8 and 9, downtown.")] == [
        None
    ]


def test_a_city_before_the_weekday_does_not_hide_it() -> None:
    assert [date.weekday for _, date in found("They met in Ames, Iowa, Friday, Nov. 7.")] == [4]


def test_a_newspaper_is_no_weekday() -> None:
    assert [
        date.weekday for _, date in found("The Harbor Sun, Nov. 3, 2025, had it; Sat, Nov. 8, is free.")
    ] == [None, 5]


def test_a_month_that_ends_a_sentence_starts_no_date() -> None:
    assert found("It ended in September. 14 boats sank.") == []


def test_a_day_that_does_not_exist_has_no_calendar_day() -> None:
    ((_, date),) = found("It is due Feb. 30, 2026.")
    assert date.calendar() is None


def test_no_date_runs_from_one_paragraph_into_the_next() -> None:
    assert (
        found("It closed on Friday and opened on Monday, Nov.\n\n3 people came, and it shut again at once.")
        == []
    )


@given(
    st.dates(dt.date(1600, 1, 1), dt.date(2090, 12, 31)),
    st.booleans(),
    st.sampled_from(["abbr", "full", "day", "iso"]),
)
def test_every_day_is_read_back(day: dt.date, weekday: bool, form: str) -> None:  # noqa: FBT001
    month = _ABBREVIATED.get(day.month, f"{day:%B}") if form == "abbr" else f"{day:%B}"
    words = {
        "abbr": f"{month} {day.day}, {day.year}",
        "full": f"{month} {day.day}, {day.year}",
        "day": f"{day.day} {month} {day.year}",
        "iso": day.isoformat(),
    }[form]
    named = weekday and form != "iso"
    words = f"{day:%A}, {words}" if named else words
    ((text, date),) = found(f"The harbor board met on {words} and voted.")
    assert text == words
    assert date.calendar() == day
    assert date.weekday == (day.weekday() if named else None)


_PIECES = (
    "Nov. 3",
    "Nov. 3, 2025",
    "3 May 2025",
    "2025-05-03",
    "Monday, ",
    "May",
    " ",
    "\n",
    ", ",
    "the ",
    "“",
    "”",
    "1",
)


@given(st.lists(st.sampled_from(_PIECES), max_size=20).map("".join))
def test_dates_are_in_order_and_never_overlap(copy: str) -> None:
    last = 0
    for _, date in found(copy):
        assert last <= date.start < date.end
        last = date.end
