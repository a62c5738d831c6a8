"""Amounts and measures as news copy writes them, and when two of them agree."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.mark.figures.amounts import AMOUNT, ORDINAL, ordinal, read, rounds_to
from verify.mark.figures.measured import beginning, converted, ending, same
from verify.mark.figures.measures import agree


@pytest.mark.parametrize(
    ("words", "value", "step"),
    [
        ("435", 435, 1),
        ("1,200", 1200, 100),
        ("100", 100, 20),
        ("4.5", 4.5, 0.1),
        ("1.2 million", 1.2e6, 1e5),
        ("two dozen", 24, 1),
        ("a dozen", 12, 1),
        ("twenty-one", 21, 1),
        ("Three hundred thousand", 3e5, 6e4),
        ("two hundred and fifty", 250, 10),
        ("three and a half", 3.5, 0.5),
    ],
)
def test_an_amount_has_a_value_and_a_fineness(words: str, value: float, step: float) -> None:
    assert re.fullmatch(AMOUNT, words)
    amount = read(words)
    assert amount is not None
    assert amount.value == value
    assert amount.step == pytest.approx(step)


def test_words_that_make_no_number_are_none() -> None:
    assert read("two three") is None


@pytest.mark.parametrize(
    ("words", "place"), [("57th", 57), ("first", 1), ("Twenty-first", 21), ("fiftieth", 50), ("22nd", 22)]
)
def test_ordinals(words: str, place: int) -> None:
    assert re.fullmatch(ORDINAL, words)
    assert ordinal(words) == place


@pytest.mark.parametrize(
    ("copy", "other", "agreed"),
    [
        ("435 miles", "700 km", True),
        ("435 miles", "600 km", False),
        ("10 to 15 miles", "16 to 24 kilometers", True),
        ("10-15 miles", "16-34 kilometers", False),
        ("six-foot-two", "1.88 meters", True),
        ("6 feet 2 inches", "1.72 meters", False),
        ("minus 40 degrees Fahrenheit", "minus 40 Celsius", True),
        ("90 degrees", "32 C", True),
        ("90 degrees", "27 C", False),
        ("2.7 degrees Fahrenheit", "1.5 degrees Celsius", True),
        ("100 gallons", "379 liters", True),
        ("100 gallons", "455 litres", True),
        ("1.2 million acres", "490,000 hectares", True),
        ("60 mph", "97 kph", True),
        ("300 square miles", "780 sq km", True),
        ("5 pounds", "three hours", True),
        ("180 pounds", "62 kilos", False),
    ],
)
def test_two_measures_of_one_quantity(copy: str, other: str, agreed: bool) -> None:  # noqa: FBT001 - a row
    first = ending(f"It was {copy}", 0, len("It was ") + len(copy))
    second = beginning(other, 0, len(other))
    assert first is not None
    assert second is None or same(first, second) is agreed


def test_what_a_measure_comes_to_is_told_with_three_figures() -> None:
    measure = beginning("30 to 40 feet", 0, 13)
    assert measure is not None
    assert converted(measure, "meters") == "9.14 to 12.2"


@given(
    st.integers(1, 10_000_000),
    st.sampled_from([("miles", "km", 1.609344), ("acres", "hectares", 0.40468564)]),
)
def test_a_whole_number_agrees_with_its_own_conversion(amount: int, units: tuple[str, str, float]) -> None:
    here, there, factor = units
    one, other = read(f"{amount}"), read(f"{amount * factor:.2f}")
    assert one is not None
    assert other is not None
    assert agree(one, here, other, there)
    assert rounds_to(one.value, one)
