"""HTML in pieces: nothing lost, nothing twice, whatever the page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.read.tags import attributes, tokens

SCRAPS = st.sampled_from(
    ["<", ">", "/", "<p>", "</p>", "<a href='x>y'>", '<a b="', "<!--", "-->", "<!", "<?x", "<script>",
     "</script>", "<svg", "<title>", "&amp;", "&", "word ", "'", '"', "=", "<br/>",
     "<B CLASS=x>", "é", "\U0001f600", "\n"]
)  # fmt: skip


@given(st.lists(SCRAPS, max_size=40).map("".join))
def test_tokens_cover_the_page_in_order_and_without_gaps(page: str) -> None:
    at = 0
    for token in tokens(page, 0, len(page)):
        assert token.start == at
        assert token.end > at
        assert token.inner_start <= token.inner_end
        at = token.end
    assert at == len(page)


@pytest.mark.parametrize(
    ("page", "kinds"),
    [
        ("a<b>c</b >", ["words a", "open b", "words c", "close b"]),
        ("<p class='a>b'>x", ["open p", "words x"]),
        ("1 < 2 and <3", ["words 1 ", "words < 2 and ", "words <3"]),
        ("<!-- a > b -->x<!-->y<!doctype html>", ["comment ", "words x", "comment ", "words y", "comment !"]),
        ("<SCRIPT>if (a<b) '</p>'</Script>x", ["raw script", "words x"]),
        ("<script>never closed", ["open script", "words never closed"]),
        ('<p>a <a href="x>b</p>', ["open p", "words a ", "open a", "words b", "close p"]),
        ("<a href=x", ["words <a href=x"]),
    ],
)
def test_pieces(page: str, kinds: list[str]) -> None:
    found = [
        f"{token.kind} {token.name or (page[token.start : token.end] if token.kind == 'words' else '')}"
        for token in tokens(page, 0, len(page))
    ]
    assert found == kinds


def test_attributes() -> None:
    written = """ CLASS="a b" id='c' data-x=d hidden class=e title="it's" /"""
    assert attributes(written) == {
        "class": "a b",
        "id": "c",
        "data-x": "d",
        "hidden": "",
        "title": "it's",
    }
