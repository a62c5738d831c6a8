from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.packs.table import read
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


ENTRIES = st.lists(
    st.text(st.sampled_from("ab AİΣ'’-. \n\u00a04$"), max_size=6) | st.just("a" * 201), max_size=6
)


@given(ENTRIES)
def test_what_is_told_of_many_words_at_a_glance_is_so_of_each(words: list[str]) -> None:
    told: list[object] = []
    table = read({"id": "house/words", "words": [*words, "fine"]}, lambda key, _: told.append(key))
    assert table is not None
    for number, word in enumerate(words):
        spaced = word == " ".join(word.split()) and any(char.isalnum() for char in word)
        assert (("words", number) in told) is not (spaced and len(word) <= 200)
    assert len(table.words) == len(words) + 1 - len(told)


@given(ENTRIES)
def test_an_entry_is_found_whatever_stands_beside_it_in_the_pack(entries: list[str]) -> None:
    text = " ".join(entries)
    reached = [[place[:2] for place in Words((entry,)).found(text)] for entry in entries]
    among = [place[:2] for place in Words(entries).found(text)]
    assert set(among) <= {place for places in reached for place in places}
    for start, end in (place for places in reached for place in places):
        assert any(first < end and start < last for first, last in among)


def test_of_two_entries_that_begin_alike_both_are_found() -> None:
    entries = ("in order to", "in order", "In Order", "in order that")
    assert found("in order that he, in order to, in order, In Order", *entries) == [
        "in order that", "in order to", "in order", "In Order",
    ]  # fmt: skip
