"""Which given names may be one person's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.mark.naming.given_names import agree, first_of, is_initial, same_given

WORDS = st.text(alphabet="ABCabcßøé.-' ’", max_size=24)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bill", "William"),
        ("J.", "Jane"),
        ("Jane", "Jane P."),
        ("Jane Paula", "Jane P."),
        ("Ted", "Edward"),
        ("Alex", "Alexandra"),
        ("Tim", "Timothy"),
        ("J.K.", "Joanne"),
        ("J.K.", "J. K."),
        ("J.K.", "JK"),
        ("J. Paul", "Paul"),
        ("Mary Beth", "Beth"),
        ("Jorge Luis Ramón", "Jorge Ramón"),
        ("José", "Jose"),
        ("Jean-Luc", "Jean Luc"),
        ("", "Jo"),
    ],
)
def test_given_names_that_agree(one: str, other: str) -> None:
    assert agree(one, other)
    assert agree(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bill", "Robert"),
        ("J.", "Mary"),
        ("Gyu-min", "Young-su"),
        ("Jon", "John"),
        ("Ann", "Anna"),
        ("Ann", "Anne"),
        ("Carl", "Carla"),
        ("Paul", "Pauline"),
        ("George H.W.", "George W."),
        ("Alan P.", "Alan Q."),
        ("Alan Peter", "Alan Q."),
        ("Mary Beth", "Mary Ann"),
        ("Jong Nam", "Jong Chul"),
        ("Yo Jong", "Jong Nam"),
    ],
)
def test_given_names_that_do_not(one: str, other: str) -> None:
    assert not agree(one, other)
    assert not agree(other, one)


def test_one_given_name_in_several_spellings() -> None:
    assert same_given("Gyu-min", "Gyu Min")
    assert same_given("Zoë", "Zoe")
    assert not same_given("Jane", "Jane P.")
    assert [first_of("Jean-Luc P."), first_of("J.K."), first_of("")] == ["jeanluc", "j", ""]
    assert [is_initial("J.K."), is_initial("J. Paul"), is_initial("Jo")] == [True, False, False]


@given(WORDS, WORDS)
def test_it_makes_no_difference_which_is_asked_first(one: str, other: str) -> None:
    assert agree(one, other) == agree(other, one)
    assert agree(one, one)
