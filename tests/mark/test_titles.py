"""Which offices are one, and which nobody holds at once."""

from __future__ import annotations

import pytest

from verify.mark.naming.near import distance, slips, swapped
from verify.mark.naming.offices import clash, office


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sen.", "U.S. Senator"),
        ("Gov.", "Ohio Governor"),
        ("Defense Secretary", "secretary of defense"),
        ("Defence Secretary", "U.S. Defense Secretary"),
        ("Rep.", "Congresswoman"),
        ("Lt. Gov.", "Lieutenant Governor"),
        ("Attorney General", "Florida attorney general"),
        ("Homeland Security Secretary", "secretary of homeland security"),
        ("President", "president of the United States"),
        ("former nominee Sen.", "Senator"),
    ],
)
def test_one_office_in_two_forms(one: str, other: str) -> None:
    assert office(one) is not None
    assert office(one) == office(other)


@pytest.mark.parametrize(
    "title",
    [
        "spokesman", "press secretary", "deputy mayor", "union president", "Gen.", "CEO", "chief executive",
        "president of the teachers’ union", "assistant secretary of state", "billionaire", "chief of staff",
        "", "U.S. Attorney", "party chairman",
    ],
)  # fmt: skip
def test_titles_that_are_no_formal_office(title: str) -> None:
    assert office(title) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Defense Secretary", "War Secretary"),
        ("Treasury Secretary", "Police Chief"),
        ("Foreign Minister", "Finance Minister"),
        ("Gov.", "Sen."),
        ("Mayor", "Ambassador"),
        ("Attorney General", "Governor"),
        ("Foreign Minister", "Treasury Secretary"),
    ],
)
def test_offices_that_clash(one: str, other: str) -> None:
    first, second = office(one), office(other)
    assert first is not None
    assert second is not None
    assert clash(first, second)
    assert clash(second, first)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Minister", "Defense Minister"),
        ("Secretary", "Secretary of State"),
        ("House Speaker", "Rep."),
        ("Foreign Secretary", "Foreign Minister"),
        ("Judge", "Justice"),
        ("Gov.", "Governor"),
    ],
)
def test_offices_that_go_together(one: str, other: str) -> None:
    first, second = office(one), office(other)
    assert first is not None
    assert second is not None
    assert not clash(first, second)


@pytest.mark.parametrize("title", ["former Gov.", "then-Sen.", "ex-mayor", "Governor-elect", "late Senator"])
def test_an_office_held_at_another_time(title: str) -> None:
    held = office(title)
    assert held is None or held.past


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("holtzwart", "holtzwart", 0), ("holtzwart", "holtzwatr", 1), ("holtzwart", "holzwart", 1),
        ("holtzwart", "hholtzwart", 1), ("holtzwart", "holtzwert", 1), ("holtzwart", "holtwzatr", 2),
        ("roe", "roses", 2), ("", "a", 1), ("ab", "ba", 1), ("abc", "cba", 2),
    ],
)  # fmt: skip
def test_slips(one: str, other: str, count: int) -> None:
    assert slips(one, other) == slips(other, one) == count


def test_swapped() -> None:
    assert swapped("abc", "acb")
    assert not swapped("abc", "abd")
    assert not swapped("abc", "cba")


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("holtzwart", "holtzwart", 0),
        ("holtzwart", "holtzwatr", 1),
        ("strandqvister", "strandkvistter", 2),
        ("mclenny", "mcclenney", 2),
        ("abcd", "badc", 2),
        ("holtzwart", "hulzwert", 3),
        ("ab", "abcdef", 3),
        ("", "ab", 2),
    ],
)
def test_slips_between_words_are_counted_up_to_two(one: str, other: str, count: int) -> None:
    assert distance(one, other, 2) == distance(other, one, 2) == count
