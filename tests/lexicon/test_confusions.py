"""The table of words taken for one another: every line is read, and none is wrong about itself."""

from __future__ import annotations

import pytest

from verify.lexicon.confusions import Confusion, confusions

TABLE = confusions()
ALL = [one for word in sorted(TABLE.words) for one in TABLE.of(word)]


def test_the_table_is_read() -> None:
    assert len(ALL) > 500


@pytest.mark.parametrize("one", ALL, ids=lambda one: f"{'_'.join(one.wrong)}-{one.right.replace(' ', '_')}")
def test_a_confusion_changes_something_and_is_looked_up_by_its_first_word(one: Confusion) -> None:
    assert " ".join(one.wrong) != one.right
    assert one.right.strip() == one.right
    assert all(word == word.lower() for word in one.wrong)
    assert one.wrong[0] in TABLE.words


def stands(words: str, wrong: str) -> list[str]:
    text = words.split()
    at = text.index(wrong)
    lows = [word.lower() for word in text]
    return [one.right for one in TABLE.at(lows, at) if one.stands(text, lows, at)]


@pytest.mark.parametrize(
    ("words", "wrong", "right"),
    [
        ("they gave her free reign .", "reign", ["rein"]),
        ("the queen ’s reign in the north", "reign", []),
        ("He would of been glad", "of", ["have"]),
        ("a peace of the cake", "peace", []),
        ("a peace of cake", "peace", ["piece"]),
        ("to reign in", "reign", []),
        ("pored poured over thousands of old documents", "poured", ["pored"]),
        ("rain poured over the wall", "poured", []),
    ],
)
def test_company_tells(words: str, wrong: str, right: list[str]) -> None:
    assert stands(words, wrong) == right
