from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from verify.report.cells import cells, clip, head, neutral, tail
from verify.report.excerpt import Excerpt, excerpt

LINES = st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=300)


@given(LINES, st.integers(0, 300), st.integers(0, 300), st.integers(20, 120))
def test_an_excerpt_fits_the_width_and_shows_the_words(line: str, one: int, other: int, width: int) -> None:
    start, end = sorted((min(one, len(line)), min(other, len(line))))
    shown = excerpt(line, start, end, width)
    assert cells(shown.before + shown.words + shown.after) <= width
    if cells(neutral(line[start:end])) <= width - 2:
        assert shown.words == neutral(line[start:end])
    assert shown.underline.count("^") == max(1, cells(shown.words))


def test_a_line_that_fits_is_shown_whole() -> None:
    assert excerpt("The the ferry sank.", 0, 7, 40) == Excerpt("", "The the", " ferry sank.")


def test_a_cut_falls_between_words() -> None:
    shown = excerpt("one two three four five six seven eight nine ten", 19, 23, 24)
    assert shown.words == "five"
    assert shown.before.startswith("…")
    assert shown.before[1:] + shown.words in "one two three four five"


def test_words_wider_than_the_line_are_cut() -> None:
    assert excerpt("x" * 10 + "y" * 200, 10, 210, 30) == Excerpt("…", "y" * 28, "…")


def test_a_megabyte_in_one_line_is_cut_without_being_read() -> None:
    line = "wörd " * 200_000
    shown = excerpt(line, 500_000, 500_004, 80)
    assert cells(shown.before + shown.words + shown.after) <= 80


def test_cells_of_letters() -> None:
    assert cells("abc") == 3
    assert cells("日本") == 4
    assert cells("e\u0301") == 1
    assert cells("a\u200bb") == 2


@given(LINES, st.integers(1, 80))
def test_head_tail_and_clip_fit(text: str, width: int) -> None:
    assert cells(head(text, width)) <= width
    assert text.startswith(head(text, width))
    assert cells(tail(text, width)) <= width
    assert text.endswith(tail(text, width))
    assert cells(clip(text, width)) <= width
