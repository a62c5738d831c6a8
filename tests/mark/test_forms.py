"""Words with several accepted forms, and where the copy has no choice of form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.lexicon.varieties import spellings
from verify.mark import dates, forms, quotations
from verify.mark.forms import Form, grouped, mixture
from verify.mark.order import mark
from verify.model.article import Article
from verify.read.formats import TEXT as READER

_LEAD = "Harbor vote\n\nThe board met for an hour and put the matter off until the spring of next year. "


def article(copy: str, lead: str = _LEAD) -> Article:
    document = READER.read("a.txt", (lead + copy).encode())
    return mark(document, [quotations.MARKER, dates.MARKER, forms.MARKER])


def found(copy: str) -> list[tuple[str, str, str]]:
    marked = article(copy)
    return [
        (marked.text[form.start : form.end], form.subject, form.variant)
        for form in marked.mark("forms")
        if not form.quoted
    ]


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("The US army left.", [("US", "US", "none")]),
        ("The U.S. army left.", [("U.S.", "US", "points")]),
        ("The army left the U.S.", [("U.S.", "US", "points")]),
        ("The South Korea-US drill ended.", [("US", "US", "none")]),
        ("The F.B.I. came, and then the FBI left.", [("F.B.I.", "FBI", "points"), ("FBI", "FBI", "none")]),
        ("They saw the centre.", [("centre", "variety", "gb")]),
        ("They travelled there.", [("travelled", "variety", "gb")]),
        ("Their behavior was odd.", [("behavior", "variety", "us")]),
        ("They organized it.", [("organized", "-ize", "ize")]),
        ("They organised it.", [("organised", "-ize", "ise"), ("organised", "variety", "gb")]),
        ("It opens on Nov. 4.", [("Nov. 4", "date", "Nov. 4")]),
        ("It opens on November 4.", [("November 4", "date", "November 4")]),
        ("It opens on May 4.", [("May 4", "date", "month first")]),
        ("It opens on 4 May 2026.", [("4 May 2026", "date", "4 November")]),
        ("It rose 4% then.", [("%", "percent", "%")]),
        ("It rose 4 percent then.", [("percent", "percent", "percent")]),
        ("It rose 4 per cent then.", [("per cent", "percent", "per cent")]),
    ],
)
def test_tells_the_form(copy: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(copy) == expected


@pytest.mark.parametrize(
    "copy",
    [
        "They advise, exercise, surprise, supervise, compromise, televise and revise.",
        "The enterprise sold merchandise in disguise and improvised a franchise.",
        "The Labour Party met at Pearl Harbor and in Rockefeller Center.",
        "The Organisation for Northern Ports and the World Health Organization met.",
        "The defense secretary and the defense ministry agreed.",
        "Both analyses of the program showed a theatre, a meter and a license.",
        "See https://coast.example/centre/US.html or write to @USarmy and #UScolour.",
        "He plays the US Open for U.S. Steel and reads US Weekly on U.S. 41.",
        "It costs US$5 at the shop.",
        "He shouted TELL US NOW at the gate.",
        "It rained (4%) and thirty percent left, less than half of 1 percent.",
        "The Sept. 11, 2001, attacks and the January 6 committee are names.",
    ],
)
def test_names_and_fixed_words_have_no_choice(copy: str) -> None:
    assert found(copy) == []


def test_words_in_quotation_marks_are_told_apart() -> None:
    marked = article("“The U.S. has kept its word,” she said of the US offer.")
    assert [(form.variant, form.quoted) for form in marked.mark("forms")] == [
        ("points", True),
        ("none", False),
    ]


def test_headlines_sub_headings_and_captions_are_left_out() -> None:
    copy = (
        "US sends envoy\n\nThe envoy landed on Monday and left again on the same day, the port said.\n\n"
        "US envoy waits\n\nThe US envoy lands. (Jan Vik/Coastal Press)\n\nThe port was closed on Tuesday."
    )
    assert article(copy, lead="").mark("forms") == ()


def test_every_spelling_names_its_other_half() -> None:
    known = spellings()
    for word, spelling in known.items():
        assert word.isalpha()
        assert word.islower()
        assert spelling.other != word
        if spelling.variety in ("ize", "ise"):
            assert known[spelling.other].other == word


@pytest.mark.parametrize("word", ["armed", "story", "meters", "program", "practice", "humorist", "cancelled"])
def test_words_that_both_sides_use_are_unknown(word: str) -> None:
    assert word not in spellings()


def test_the_rarer_form_is_the_odd_one_and_the_later_in_a_tie() -> None:
    first, second, third = Form(5, 7, "US", "none"), Form(9, 13, "US", "points"), Form(20, 22, "US", "none")
    few = mixture("US", grouped((first, second, third))["US"])
    tie = mixture("US", grouped((first, second))["US"])
    assert few is not None
    assert tie is not None
    assert few.rare == (second,) and few.common == (first, third)  # noqa: PT018
    assert tie.rare == (second,)
    assert mixture("US", {"none": [first]}) is None


_PIECES = (
    "US ",
    "U.S. ",
    "UN ",
    "colour ",
    "center ",
    "organise ",
    "4% ",
    "4 percent ",
    "Nov. 4 ",
    "4 November ",
    "“",
    "”",
    "\n",
)


@given(st.lists(st.sampled_from(_PIECES), max_size=30).map("".join))
def test_forms_are_in_order_inside_a_paragraph(copy: str) -> None:
    marked = article(copy)
    starts = [form.start for form in marked.mark("forms")]
    assert starts == sorted(starts)
    for form in marked.mark("forms"):
        assert any(block.start <= form.start < form.end <= block.end for block in marked.blocks)
