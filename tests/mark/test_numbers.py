"""Numbers as news copy writes them; figures that count nothing are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.mark import dates
from verify.mark.numbers import MARKER
from verify.mark.order import mark
from verify.read.formats import TEXT as READER


def found(copy: str) -> list[tuple[str, float, str]]:
    article = mark(READER.read("a.txt", copy.encode()), [dates.MARKER, MARKER])
    return [(article.text[n.start : n.end], n.value, n.unit) for n in article.numbers]


@pytest.mark.parametrize(
    ("copy", "words", "value", "unit"),
    [
        ("Some 28,500 U.S. troops stayed.", "28,500", 28500, "troops"),
        ("It cost $4.5 billion in all.", "$4.5 billion", 4.5e9, "$"),
        ("It cost £3m in all.", "£3m", 3e6, "£"),
        ("It cost $1B in all.", "$1B", 1e9, "$"),
        ("Prices rose 12 percent.", "12 percent", 12, "percent"),
        ("Prices rose 12%.", "12%", 12, "percent"),
        ("It fell by 2 percentage points.", "2 percentage points", 2, "percentage points"),
        ("It fed 1.2 million people.", "1.2 million", 1.2e6, "people"),
        ("It sank two dozen boats.", "two dozen", 24, "boats"),
        ("It sank two hundred and fifty boats.", "two hundred and fifty", 250, "boats"),
        ("Three hundred thousand people left.", "Three hundred thousand", 300_000, "people"),
        ("Twenty-one children left.", "Twenty-one", 21, "children"),
        ("A third of voters stayed.", "A third", 1 / 3, ""),
        ("It lost two-thirds of its roof.", "two-thirds", 2 / 3, ""),
        ("It took half a million.", "half a million", 500_000, ""),
        ("It was a three-day visit.", "three-day", 3, "day"),
        ("He met a 10-year-old boy.", "10-year", 10, "year"),
        ("Anna Berg, 45, said so.", "45", 45, ""),
        ("In 45 states it rained.", "45", 45, "states"),
        ("They hired five new teachers.", "five", 5, "teachers"),
    ],
)
def test_reads_value_and_unit(copy: str, words: str, value: float, unit: str) -> None:
    ((text, read, counted),) = found(copy)
    assert (text, counted) == (words, unit)
    assert read == pytest.approx(value)


@pytest.mark.parametrize(
    "copy",
    [
        "They met on Nov. 3, 2025, and from Sept. 19 to 22.",
        "It began in 2016 and in the 1990s.",
        "Route 66 and a Boeing 737 and No. 10.",
        "They met at 3 p.m. and at 4:30.",
        "They won 2-1 and lost 10-12.",
        "An F-16 and COVID-19 on the 5th.",
        "One of them came; no one else did.",
        "It carried 4,2000 passengers.",
        "It had two three things.",
        "He stands 6'3\" tall.",
    ],
)
def test_leaves_what_counts_nothing(copy: str) -> None:
    assert found(copy) == []


@given(st.integers(2, 999_999_999))
def test_every_figure_is_read_back(value: int) -> None:
    ((text, read, unit),) = found(
        f"The flood reached {value:,} homes on Friday." if value >= 10_000 else f"It hit €{value} then."
    )
    assert text.lstrip("€") == (f"{value:,}" if value >= 10_000 else str(value))
    assert read == value
    assert unit in ("homes", "€")


@given(st.text(alphabet="0123456789,.-$%ab one two hundred and million\n", max_size=200))
def test_numbers_are_in_order_and_never_overlap(copy: str) -> None:
    article = mark(READER.read("a.txt", copy.encode()), [dates.MARKER, MARKER])
    last = 0
    for number in article.numbers:
        assert last <= number.start < number.end
        last = number.end
