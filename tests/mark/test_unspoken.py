"""Words in quotation marks that nobody needs to have said, told by their form and the words before them."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.mark.unsaid.unspoken import unspoken
from verify.model.marks import NeedsNone, Quotation


def why(copy: str, *, said: bool = False, headline: bool = False) -> str:
    """What is said of the one quotation of the copy, from its “ to its ”."""
    quotation = Quotation(copy.index("“"), copy.index("”") + 1, 0)
    return unspoken(copy, quotation, headline=headline, said=said)


@pytest.mark.parametrize(
    ("expected", "copy"),
    [
        ("title-of-work", "She wrote the novel “The Last Lighthouse Keeper” in 1998."),
        ("title-of-work", "The band played “Harbor Lights” twice."),
        ("title-of-work", "She starred in the film “Brine.”"),
        ("title-of-work", "Her album, “Blue Water,” sold well."),
        ("title-of-work", "He was the host of “Good Tide” for years."),
        ("title-of-work", "They watched “A Night at the Docks” at home."),
        ("scare-quote", "The “experts” on the board never saw a ship."),
        ("scare-quote", "They built a “green” wall there."),
        ("scare-quote", "It was all “perfect” then."),
        ("term", "The word “harbor” is old."),
        ("term", "The tool, dubbed “the claw,” broke."),
        ("term", "The phrase “to walk the plank” is old."),
        ("term", "It was marked “…” on the map."),
        ("sign", "The signs read “no more walls on our shore.”"),
        ("sign", "He wore a hat with “ships first” on it."),
        ("slogan", "They marched under the motto “we came by sea.”"),
        ("", "The wall, she said, was “the worst idea since the last idea.”"),
        ("", "It rained. “The harbor can wait for a year.”"),
        ("", "He left. “Never.”"),
    ],
)
def test_without_a_cue(expected: str, copy: str) -> None:
    assert why(copy) == expected


@pytest.mark.parametrize(
    "copy",
    [
        "“The Last Lighthouse Keeper,” she said.",
        "He called it “a slap in the face.”",
        "He called it “absurd.”",
        "“Never,” she said.",
        "“We came. We saw. We left,” she said.",
        "He said the “experts” knew.",
    ],
)
def test_a_plain_cue_makes_it_speech(copy: str) -> None:
    assert why(copy, said=True) == ""


@pytest.mark.parametrize(
    ("expected", "copy"),
    [
        ("title-of-work", "She said the novel “The Last Lighthouse Keeper” was hers."),
        ("sign", "A banner said “no more walls on our shore.”"),
    ],
)
def test_some_forms_need_nobody_beside_a_cue_too(expected: str, copy: str) -> None:
    assert why(copy, said=True) == expected


@pytest.mark.parametrize("said", [True, False])
def test_a_headline_needs_nobody(said: bool) -> None:  # noqa: FBT001
    assert why("“We have time,” mayor says", said=said, headline=True) == "headline"


@pytest.mark.parametrize("copy", ["Her new novel is “Harbor Lights.”"])
def test_a_title_at_the_end_of_the_sentence(copy: str) -> None:
    assert why(copy) == "title-of-work"


def test_a_long_line_of_capitals_is_no_title() -> None:
    assert why("It rained. “Now Is The Time For All Good Sailors To Come To The Aid Of Their Ships.”") == ""


@given(
    st.text(st.characters(codec="utf-8"), max_size=60),
    st.text(st.characters(codec="utf-8"), max_size=60),
    st.text(st.characters(codec="utf-8"), max_size=40),
    st.booleans(),
)
def test_any_words_get_a_known_answer(before: str, inner: str, after: str, said: bool) -> None:  # noqa: FBT001
    copy = f"{before}“{inner}”{after}"
    quotation = Quotation(len(before), len(before) + len(inner) + 2, 0)
    answer = unspoken(copy, quotation, headline=False, said=said)
    assert answer in get_args(NeedsNone)
