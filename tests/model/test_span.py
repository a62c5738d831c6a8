"""Places in a text, and the way back to the source."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.model.span import Lines, Piece, SourceMap, Span

_SPANS = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda ends: Span(min(ends), max(ends)))
# “A &amp; B” and, after a blank line that the reader put there, “C”: source "<p>A &amp; B</p><p>C</p>".
_MAP = SourceMap([Piece(0, 2, 3, 5), Piece(2, 3, 5, 10), Piece(3, 5, 10, 12), Piece(7, 8, 19, 20)])


@pytest.mark.parametrize(
    ("one", "other", "overlaps", "covers"),
    [
        ((2, 6), (3, 5), True, True),
        ((2, 6), (2, 6), True, True),
        ((2, 6), (5, 9), True, False),
        ((2, 6), (6, 9), False, False),
        ((2, 6), (0, 2), False, False),
        ((2, 6), (4, 4), True, True),
        ((2, 6), (6, 6), False, True),
    ],
)
def test_overlaps_and_covers(
    one: tuple[int, int],
    other: tuple[int, int],
    *,
    overlaps: bool,
    covers: bool,
) -> None:
    assert Span(*one).overlaps(other) is overlaps
    assert Span(*one).covers(other) is covers


@given(_SPANS, _SPANS)
def test_spans_agree_with_sets_of_places(one: Span, other: Span) -> None:
    here, there = set(range(*one)), set(range(*other))
    if here and there:
        assert one.overlaps(other) == other.overlaps(one) == bool(here & there)
        assert one.covers(other) == (there <= here)


def test_a_span_is_a_pair() -> None:
    assert Span(2, 6) == (2, 6)
    assert "harbor"[slice(*Span(0, 3))] == "har"


@given(st.integers(0, 30), st.data())
def test_a_text_that_is_its_own_source_maps_to_itself(length: int, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, length))
    end = data.draw(st.integers(start, length))
    assert SourceMap.identity(length).source_span(start, end) == (start, end)


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ((0, 1), (3, 4)),
        ((0, 2), (3, 5)),
        ((2, 3), (5, 10)),
        ((1, 4), (4, 11)),
        ((0, 5), (3, 12)),
        ((4, 5), (11, 12)),
        ((7, 8), (19, 20)),
        ((4, 8), (11, 20)),
    ],
)
def test_words_lead_to_their_source(span: tuple[int, int], expected: tuple[int, int]) -> None:
    assert _MAP.source_span(*span) == expected


def test_an_entity_maps_as_a_whole() -> None:
    assert _MAP.source_span(2, 3) == _MAP.source_span(2, 3)
    assert _MAP.source_span(2, 2) == (5, 5)
    assert _MAP.source_span(1, 3) == (4, 10)


def test_what_a_reader_put_between_maps_to_where_the_piece_before_ends() -> None:
    assert _MAP.source_span(5, 6) == (12, 12)
    assert _MAP.source_span(5, 7) == (12, 12)
    assert _MAP.source_span(5, 8) == (12, 20)


def test_what_a_reader_put_after_an_entity_maps_to_its_end() -> None:
    assert SourceMap([Piece(0, 1, 0, 5), Piece(3, 4, 9, 10)]).source_span(1, 2) == (5, 5)


def test_a_map_of_nothing() -> None:
    assert SourceMap([]).source_span(0, 4) == (0, 0)
    assert SourceMap([]).pieces == ()


def test_words_before_the_first_piece() -> None:
    assert SourceMap([Piece(2, 4, 9, 11)]).source_span(0, 1) == (9, 9)


@st.composite
def _pieces(draw: st.DrawFn) -> list[Piece]:
    found: list[Piece] = []
    text = source = 0
    for _ in range(draw(st.integers(1, 6))):
        text += draw(st.integers(0, 2))
        source += draw(st.integers(0, 3))
        length = draw(st.integers(1, 4))
        width = draw(st.sampled_from([length, length, length + 4]))
        found.append(Piece(text, text + length, source, source + width))
        text, source = text + length, source + width
    return found


@given(_pieces())
def test_source_spans_never_run_backwards(pieces: list[Piece]) -> None:
    lead = SourceMap(pieces)
    assert lead.pieces == tuple(pieces)
    end = pieces[-1].text_end
    spans = [lead.source_span(at, at + 1) for at in range(end)]
    for one, two in pairwise(spans):
        assert one.start <= one.end
        assert one.start <= two.start
        assert one.end <= two.end
    for piece in pieces:
        whole = lead.source_span(piece.text_start, piece.text_end)
        assert whole == (piece.source_start, piece.source_end)


@pytest.mark.parametrize(
    ("offset", "place"),
    [(0, (1, 1)), (2, (1, 3)), (3, (1, 4)), (4, (2, 1)), (5, (3, 1)), (9, (4, 1)), (99, (4, 91))],
)
def test_the_place_of_an_offset(offset: int, place: tuple[int, int]) -> None:
    assert Lines("abc\n\nde\r\n").place(offset) == place


def test_a_column_counts_code_points() -> None:
    assert Lines("\U0001f600é“x”").place(3) == (1, 4)


def test_an_empty_text_has_one_line() -> None:
    assert Lines("").place(0) == (1, 1)


@given(st.text(alphabet="ab“\n", max_size=40), st.data())
def test_line_and_column_lead_back_to_the_offset(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    line, column = Lines(text).place(offset)
    before = text.split("\n")[: line - 1]
    assert sum(len(words) + 1 for words in before) + column - 1 == offset
