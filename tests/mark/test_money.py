"""Sums of money with their currency, and rates of exchange as copy gives them."""

from __future__ import annotations

import pytest

from verify.mark.figures.amounts import Amount
from verify.mark.figures.money import Money, Rate, agree, each, rates


def sums(text: str) -> list[tuple[str, float, str]]:
    return [(text[one.start : one.end], one.amount.value, one.currency) for one in each(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It cost €5m, or $5.4 million.", [("€5m", 5e6, "euro"), ("$5.4 million", 5.4e6, "dollar")]),
        ("It cost 1.2 million Swiss francs.", [("1.2 million Swiss francs", 1.2e6, "swiss franc")]),
        ("It cost 500 U.S. dollars.", [("500 U.S. dollars", 500.0, "dollar")]),
        ("It cost C$40 and HK$3,000.",
         [("C$40", 40.0, "canadian dollar"), ("HK$3,000", 3000.0, "hong kong dollar")]),
        ("It cost two million kronor.", [("two million kronor", 2e6, "krona")]),
        ("She won 3 of 5, and $5.5 percent.", [("$5.5", 5.5, "dollar")]),
        ("He weighs 90.", []),
    ],
)  # fmt: skip
def test_sums(text: str, found: list[tuple[str, float, str]]) -> None:
    assert sums(text) == found


@pytest.mark.parametrize(
    ("text", "one", "other", "worth"),
    [
        ("(€1 = $1.08)", "euro", "dollar", 1.08),
        ("(1,000 won = $0.75)", "won", "dollar", 0.00075),
        ("at 1.10 dollars to the euro", "euro", "dollar", 1.1),
        ("It rose to $1.10 per euro.", "euro", "dollar", 1.1),
        ("The euro was worth $1.08.", "euro", "dollar", 1.08),
        ("Yesterday the pound bought 1.19 euros.", "pound", "euro", 1.19),
        ("at an exchange rate of 1.08", "", "", 1.08),
    ],
)
def test_rates(text: str, one: str, other: str, worth: float) -> None:
    (rate,) = rates(text)
    assert (rate.one, rate.other) == (one, other)
    assert rate.worth.value == pytest.approx(worth)


@pytest.mark.parametrize(
    "text",
    [
        "width=5 and a = b",
        "He went to the pound with 3 dogs.",
        "It costs $20 per person.",
        "The euro fell.",
        "an exchange rate of 5 percent",
    ],
)
def test_no_rates(text: str) -> None:
    assert rates(text) == []


@pytest.mark.parametrize(
    ("euros", "dollars", "worth", "fits"),
    [
        (Amount(5e6, 1e6), Amount(5.4e6, 1e5), Amount(1.08, 0.01), True),
        (Amount(5e6, 1e6), Amount(5.9e6, 1e5), Amount(1.08, 0.01), True),  # 5.9 comes from 5.46
        (Amount(5.2e6, 1e5), Amount(6.4e6, 1e5), Amount(1.08, 0.01), False),
        (Amount(100, 1), Amount(113, 1), Amount(1.1, 0.1), True),  # 1.1 may be 1.13
        (Amount(100, 1), Amount(113, 1), Amount(1.10, 0.01), False),
    ],
)
def test_a_sum_agrees_as_finely_as_it_and_the_rate_are_given(
    euros: Amount, dollars: Amount, worth: Amount, *, fits: bool
) -> None:
    one, other = Money(0, 0, euros, "euro"), Money(0, 0, dollars, "dollar")
    assert agree(one, other, Rate(0, 0, worth, "euro", "dollar")) is fits
    assert agree(other, one, Rate(0, 0, worth, "euro", "dollar")) is fits
    assert agree(one, other, Rate(0, 0, worth, "pound", "dollar")) is None
