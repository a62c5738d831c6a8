"""Which quote is meant by a place, and what is told where there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from verify.check.explained import Explained, explained
from verify.check.select import Wishes
from verify.check.setup import Setup, Source
from verify.config.load import load
from verify.mark.order import Marker
from verify.model.article import Article
from verify.model.finding import Problem
from verify.model.marks import Quote
from verify.plugin.desk import arrange
from verify.plugin.manager import Plugins

COPY = """Ferry runs aground

“We will sail,” Ann Lee, the captain, said. “Soon,” she said. “Or
not at all,” she added.

Nothing else happened.

“It was
quite a
noise,” said Tom Reyes.
"""


@cache
def setup() -> Setup:
    return arrange(
        Plugins(()), load(isolated=True), Wishes(), marks=("quotes",), with_rules=False, keep_said=True
    ).setup


def asked(line: int, column: int = 0, *, copy: str = COPY, desk: Setup | None = None) -> Explained | Problem:
    return explained(Source("a.txt", copy.encode()), desk or setup(), line, column)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ((3,), "“We will sail,”"),
        ((3, 1), "“We will sail,”"),
        ((3, 15), "“We will sail,”"),
        ((3, 16), "“Soon,”"),
        ((3, 45), "“Soon,”"),
        ((3, 52), "“Or\nnot at all,”"),
        ((4,), "“Or\nnot at all,”"),
        ((4, 3), "“Or\nnot at all,”"),
        ((8,), "“It was\nquite a\nnoise,”"),
        ((9,), "“It was\nquite a\nnoise,”"),
        ((10, 7), "“It was\nquite a\nnoise,”"),
    ],
)
def test_a_place_means_the_quote_there_or_the_next_on_its_line(place: tuple[int, ...], words: str) -> None:
    told = asked(*place)
    assert isinstance(told, Explained)
    assert told.said.text == words
    quote = told.reasons.quote
    assert told.article.text[quote.start : quote.end] == words


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ((6,), "there is no quote on line 6; the nearest: 3:1, 3:63, 8:1"),
        ((4, 60), "there is no quote at 4:60 or after it on the line; the nearest: 3:1, 3:45, 3:63"),
        ((10, 60), "there is no quote at 10:60 or after it on the line; the nearest: 3:45, 3:63, 8:1"),
        ((99_999_999,), "there is no quote on line 99999999; the nearest: 3:1, 3:63, 8:1"),
    ],
)
def test_where_there_is_no_quote_the_nearest_are_named(place: tuple[int, ...], message: str) -> None:
    told = asked(*place)
    assert isinstance(told, Problem)
    assert told.where == "a.txt"
    assert told.message == message


def test_an_article_without_quotes_says_so() -> None:
    assert asked(1, copy="Nothing\n\nIt rained.\n") == Problem(
        "a.txt", "there is no quote on line 1, nor anywhere else"
    )


def test_an_article_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    told = explained(Source(str(tmp_path / "none.txt")), setup(), 1)
    assert told == Problem(str(tmp_path / "none.txt"), "no such file or directory")
    assert isinstance(explained(Source("a.txt", b"a\x00\x01\x02b" * 50), setup(), 1), Problem)


def marking(name: str, run: Callable[[Article], object]) -> Setup:
    """The setup with another marker in the place of ours."""
    markers: Iterable[Marker] = (
        replace(marker, run=run) if marker.provides == name else marker for marker in setup().markers
    )
    return replace(setup(), markers=tuple(markers))


def test_a_marker_that_raises_is_a_problem() -> None:
    def broken(_: Article) -> object:
        raise KeyError("names")

    told = asked(3, desk=marking("names", broken))
    assert isinstance(told, Problem)
    assert "KeyError" in told.message


def test_quotes_of_a_plugin_are_explained_as_far_as_they_go() -> None:
    def theirs(_: Article) -> object:
        return (Quote(20, 35, "direct", None, None, 0.5, quotation=999),)

    told = asked(3, desk=marking("quotes", theirs))
    assert isinstance(told, (Explained, Problem))
