"""Slips of the keyboard, and what they were meant to be."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from verify.lexicon.slips import known, meant, mended
from verify.lexicon.words import common, is_word, zipf

USUAL = sorted(word for word in common() if zipf(word) >= 4.5 and len(word) >= 6)


@pytest.mark.parametrize(
    ("slip", "right"),
    [
        ("beacuse", "because"),
        ("goverment", "government"),
        ("posponed", "postponed"),
        ("minnister", "minister"),
        ("occured", "occurred"),
        ("leveel", "level"),
        ("beeen", "been"),
        ("tht", "that"),
        ("nothung", "nothing"),
        ("grandiosigy", "grandiosity"),
        ("teh", "the"),
        ("didnt", "didn't"),
        ("questionairres", "questionnaires"),
    ],
)
def test_slips_are_mended(slip: str, right: str) -> None:
    found = mended(slip)
    assert found is not None
    assert found.words[0] == right


@pytest.mark.parametrize(
    "word",
    [
        *(
            "colour",
            "color",
            "organising",
            "judgement",
            "travelled",
            "benefitted",
            "cafe",
            "fiance",
        ),  # both sides
        *("covid", "podcaster", "cryptocurrency", "emoji", "hashtags"),  # new
        *("defunding", "untrusted", "supermax", "fundraised", "newsmaker", "bundlers", "uniter"),  # built
        *("sooo", "hmmm", "noooo"),  # drawn out
        *("nee", "mea", "culpa", "perestroika", "halal"),  # foreign
        *("qwrtzp", "x", "", "é", "’s"),
    ],
)
def test_words_that_may_be_right_stay(word: str) -> None:
    assert mended(word) is None


def test_the_story_decides_between_two() -> None:
    alone, told = meant("votees"), meant("votees", {"voters", "the"})
    assert {one.word for one in alone} >= {"votes", "voters"}
    assert (
        next(one for one in told if one.word == "voters").score
        > next(one for one in alone if one.word == "voters").score
    )


def test_a_word_of_the_story_is_meant_even_where_dictionaries_lack_it() -> None:
    assert meant("fintehc") == []
    assert [one.word for one in meant("fintehc", {"fintech"})] == ["fintech"]


def test_well_known_misspellings() -> None:
    assert known("untill") == "until"
    assert known("until") == ""
    assert known("") == ""


@given(st.sampled_from(USUAL), st.data())
def test_swapped_letters_of_a_usual_word_lead_back_to_it(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(word) - 2))
    slip = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    assume(slip != word and not is_word(slip) and not known(slip))
    assert word in [one.word for one in meant(slip)]


_LETTERS = st.characters(codec="ascii", categories=["Ll"])


@given(
    st.one_of(
        st.text(_LETTERS, max_size=20),
        st.builds(
            lambda word, at, letter: word[:at] + letter + word[at:],
            st.sampled_from(USUAL),
            st.integers(0, 6),
            _LETTERS,
        ),
        st.builds(lambda word, at: word[:at] + word[at + 1 :], st.sampled_from(USUAL), st.integers(0, 6)),
    )
)
def test_what_was_meant_is_a_dictionary_word_and_another(word: str) -> None:
    found = mended(word)
    if found is not None:
        assert word not in found.words
        assert len(set(found.words)) == len(found.words)
        if not known(word):
            assert all(is_word(fix) for fix in found.words)
