"""Plain text: the text is its own source, and the file as a whole says what a paragraph is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.read.plain import read


def paragraphs(source: str) -> list[str]:
    document = read("story.txt", source.encode())
    assert document.text == document.source == source
    assert document.to_source((0, len(source))) == (0, len(source))
    return [document.text[block.start : block.end] for block in document.blocks]


LONG = "The harbor board voted on Monday to dredge the channel before winter, over two members’ objections."


def test_a_line_is_a_paragraph_with_or_without_blank_lines_between() -> None:
    assert paragraphs(f"{LONG}\n{LONG}\r\n\r\n  {LONG} \n") == [LONG] * 3


def test_short_lines_are_not_joined_where_they_end_like_sentences() -> None:
    lines = [
        "Harbor to be dredged",
        "The board voted on Monday.",
        "“It is late,” said Ada Quist.",
        "Work starts soon.",
    ]
    assert paragraphs("\n".join(lines)) == lines


def test_hard_wrapped_lines_are_joined_and_keep_their_line_breaks() -> None:
    source = (
        "Harbor board votes to dredge\n\n"
        "The harbor board voted on Monday to dredge the\nchannel before winter, over the protests of\ntwo."
        "\n\n"
        "“It is late,” said Ada Quist, who runs the ferry.\n\n"
        "- work starts on Friday and\n  lasts two weeks\n- the ferry stops\n"
    )
    assert paragraphs(source) == [
        "Harbor board votes to dredge",
        "The harbor board voted on Monday to dredge the\nchannel before winter, over the protests of\ntwo.",
        "“It is late,” said Ada Quist, who runs the ferry.",
        "- work starts on Friday and\n  lasts two weeks",
        "- the ferry stops",
    ]


def test_a_headline_right_over_a_byline_in_a_wrapped_file() -> None:
    source = (
        "Harbor to be dredged\nBy Ada Quist\n\n"
        "The harbor board voted on Monday to dredge the\nchannel before winter, over the protests of\ntwo.\n"
    )
    assert paragraphs(source)[:2] == ["Harbor to be dredged", "By Ada Quist"]


def test_wrapped_paragraphs_set_apart_by_their_indents_or_last_lines_alone() -> None:
    first = (
        "The harbor board voted on Monday to dredge the\nchannel before winter, over the protests of\ntwo."
    )
    second = (
        "Work on it starts on Friday, a spokesman for the\nport said, and the ferry stops for two\nweeks."
    )
    assert paragraphs(f"   {first}\n   {second}\n") == [first, second]
    assert paragraphs(f"{first}\n{second}\n") == [first, second]


@pytest.mark.parametrize("source", ["", " \n\n\t\n", "\ufeff\u200b\n", "\r\n\r\n"])
def test_no_words_no_blocks(source: str) -> None:
    assert read("story.txt", source.encode()).blocks == ()


@given(st.text(st.sampled_from("aB .,“”\n\r\t-–(12\u2029\U0001f600\u200b"), max_size=200))
def test_every_word_is_in_one_block_and_blocks_are_in_order(source: str) -> None:
    document = read("story.txt", source.encode())
    at = 0
    for block in document.blocks:
        words = document.text[block.start : block.end]
        assert words
        assert words == words.strip()
        assert not document.text[at : block.start].strip().strip("\u200b\ufeff").strip()
        assert at <= block.start < block.end
        at = block.end
    assert not document.text[at:].strip(" \t\r\n\u2029\u200b\ufeff")
