"""Given names: what copy can rely on when it tells he from she."""

from __future__ import annotations

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st

from verify.lexicon.given import gender, is_given, is_surname


@pytest.mark.parametrize(
    "name", ["James", "donald", "JOSÉ", "Jean-Luc", "Narendra", "Volodymyr", "Mohammed", "Jong-un"]
)
def test_men(name: str) -> None:
    assert gender(name) == "m"
    assert is_given(name)


@pytest.mark.parametrize(
    "name", ["Mary", "hillary", "Zoë", "Anne-Marie", "Ayşe", "Priyanka", "Geun-hye", "Siobhán"]
)
def test_women(name: str) -> None:
    assert gender(name) == "f"
    assert is_given(name)


@pytest.mark.parametrize("name", ["Robin", "Alex", "Taylor", "Yuki", "Dominique"])
def test_names_of_both_have_no_gender(name: str) -> None:
    assert gender(name) == ""
    assert is_given(name)


@pytest.mark.parametrize("name", ["The", "In", "January", "China", "Senate", "Kim", "Zhang", "", "-", "Qxz"])
def test_words_places_and_family_names_are_no_given_names(name: str) -> None:
    assert gender(name) == ""
    assert not is_given(name)


def test_surnames() -> None:
    assert all(map(is_surname, ("Smith", "GARCIA", "Nguyen", "brown")))
    assert not any(map(is_surname, ("Wednesday", "Parliamentary", "")))


@for_any(st.text())
def test_any_text_is_answered(name: str) -> None:
    assert gender(name) in {"m", "f", ""}
    if gender(name):
        assert is_given(name)
