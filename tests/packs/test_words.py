from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.packs.words import Words


def found(text: str, *entries: str, exact: bool | None = None) -> list[str]:
    return [text[start:end] for start, end, _ in Words(entries, exact=exact).found(text)]


@pytest.mark.parametrize(
    ("text", "entry", "expected"),
    [
        ("They utilise it. UTILISE it; “Utilise” it.", "utilise", ["utilise", "UTILISE", "Utilise"]),
        ("the chairman’s chairmanship", "chairman", ["chairman"]),
        ("in order\nto win, in  order to", "in order to", ["in order\nto", "in  order to"]),
        ("re-utilise, utilise-it, @utilise, utilise.example, a/utilise", "utilise", []),
        ("It won’t do, and wont is a habit.", "won't", ["won’t"]),
        ("an e‑mail, an e-mail, an email", "e-mail", ["e‑mail", "e-mail"]),
        ("Attorney General Lee, an attorney general", "Attorney General", ["Attorney General"]),
        ("the U.S. and US", "U.S.", ["U.S."]),
        ("It cost $100, not 100.", "$100", ["$100"]),
        ("Straße, STRASSE", "straße", ["Straße"]),
        ("", "utilise", []),
    ],
)
def test_words_and_phrases_as_they_stand(text: str, entry: str, expected: list[str]) -> None:
    assert found(text, entry) == expected


def test_capitals() -> None:
    text = "The State, the state"
    assert found(text, "State") == ["State"]
    assert found(text, "State", exact=False) == ["State", "state"]
    assert found(text, "state", exact=True) == ["state"]


def test_of_entries_that_overlap_the_longest_stands() -> None:
    assert found(
        "at this point in time", "point in time", "at this point", "at this point in time", "time"
    ) == ["at this point in time"]


NAMES = st.sampled_from("ab ba aab b abab".split())


@given(st.lists(NAMES, max_size=30).map(" ".join), st.lists(NAMES, min_size=1, max_size=4, unique=True))
def test_single_words_are_found_as_a_search_one_by_one_would(text: str, entries: list[str]) -> None:
    one_by_one = re.compile(rf"\b(?:{'|'.join(entries)})\b")
    assert found(text, *entries) == one_by_one.findall(text)


@given(st.text(), st.text(min_size=1).filter(lambda entry: any(map(str.isalnum, entry))))
def test_whatever_stands_in_the_copy_nothing_else_is_found(text: str, entry: str) -> None:
    for words in found(f"{text} {entry} {text}", entry, exact=True):
        assert len(words) <= len(entry) + 40
