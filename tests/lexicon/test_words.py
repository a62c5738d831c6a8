"""The packed words: membership, frequency, variety."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.learn.words import figures, packed
from verify.lexicon import words
from verify.lexicon.words import common, common_among, is_common, is_word, variety, zipf


@pytest.mark.parametrize(
    "word", ["the", "senator", "gerrymander", "colour", "color", "theatre", "A", "zebras", "fiance"]
)
def test_dictionary_words(word: str) -> None:
    assert is_word(word)


@pytest.mark.parametrize(
    "word", ["goverment", "paris", "woudl", "", "co-chair", "l’état", "3rd", "the ", "\n", "é"]
)
def test_what_no_dictionary_holds(word: str) -> None:
    assert not is_word(word)


def test_commoner_words_have_the_higher_figure() -> None:
    figures = [zipf(word) for word in ("the", "senator", "gerrymander", "qqqqqzz")]
    assert figures == sorted(figures, reverse=True)
    assert figures[0] == pytest.approx(7.7, abs=0.1)
    assert figures[-1] == 0.0
    assert zipf("The") == zipf("the")


def test_new_words_are_known_by_use() -> None:
    assert zipf("covid") > 3
    assert not is_word("covid")


@pytest.mark.parametrize(
    ("word", "side"),
    [("colour", "gb"), ("color", "us"), ("destabilising", "gb"), ("house", ""), ("xyzzy", "")],
)
def test_variety(word: str, side: str) -> None:
    assert variety(word) == side


def test_common_words_are_dictionary_words() -> None:
    assert {"the", "government", "lawsuit"} <= common()
    assert "goverment" not in common()
    assert all(is_word(word) for word in sorted(common())[::97])


def test_common_words_are_the_same_looked_up_and_as_a_set() -> None:
    asked = {*sorted(common())[::7], "goverment", "The", "covid", "l’état", "", "the cat"}
    one_by_one = words.Everyday()
    assert {word for word in asked if one_by_one.holds(word)} == common() & asked
    assert common_among(asked) == common() & asked
    for word in (*asked, *asked):
        assert is_common(word) == (word in common())


@given(st.text())
def test_any_text_is_answered(word: str) -> None:
    assert zipf(word) >= 0.0
    if variety(word):
        assert is_word(word)


words_and_figures = st.dictionaries(
    st.text("abcdxyz", min_size=1, max_size=12),
    st.floats(0, 8).map(lambda figure: round(figure, 1)),
    min_size=1,
    max_size=400,
)


@given(words_and_figures)
def test_what_is_packed_is_found_again(often: dict[str, float]) -> None:
    spelt = {word: words.SPELT for word in often if word[0] in "ab"}
    book = words.Book.of(packed(figures(often, often, spelt)))
    for word, figure in often.items():
        entry = book.entry(word.encode())
        assert (entry[0] - words.ZERO) / 10 == figure
        assert bool(entry[1] & words.SPELT) == (word in spelt)
    assert book.entry(b"m") == b""
    assert book.entry(b"") == b""
