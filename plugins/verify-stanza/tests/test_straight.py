"""Quotation marks are made straight one for one, whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from verify_stanza.straight import straight


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("“We shall see,” said Lee’s aide.", '"We shall see," said Lee\'s aide.'),
        ("„Nein“ und «non»", '"Nein" und "non"'),
        ("10\u00a0a.m.\nand\tlater", "10 a.m. and later"),
        ("zero\u200bwidth", "zero width"),
        ("Zoë, 5 £ — and so on…", "Zoë, 5 £ — and so on…"),
    ],
)
def test_marks_and_spaces_are_plain(said: str, read: str) -> None:
    assert straight(said) == read


@given(st.text())
def test_every_place_stays_what_it_was(text: str) -> None:
    plain = straight(text)
    assert len(plain) == len(text)
    assert straight(plain) == plain
    assert all(one == other for one, other in zip(text, plain, strict=True) if one.isalnum())
