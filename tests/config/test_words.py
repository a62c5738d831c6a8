"""The word list of a house: read, told where it is wrong, and added to."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify.config.words import add, load


def test_words_are_read_and_lines_that_are_none_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(
        b"\xef\xbb\xbfquayside # ours\r\n\r\n# a comment\r\nBergmaster\r\ntwo words\n"
    )
    (tmp_path / "b.txt").write_bytes(b"caf\xe9\n")
    found = load([tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "none.txt"])
    assert found.words == {"quayside", "Bergmaster"}
    assert [str(problem).removeprefix(f"{tmp_path}/") for problem in found.problems] == [
        'a.txt:5: "two words": expected one word a line',
        "b.txt: is not UTF-8 (byte 3)",
        "none.txt: cannot be read: no such file or directory",
    ]


@pytest.mark.parametrize("before", ["", "quayside\n", "quayside", "# ours\nquayside # kept\n"])
def test_words_are_added_once_and_nothing_else_changes(tmp_path: Path, before: str) -> None:
    path = tmp_path / "words.txt"
    path.write_text(before)
    assert add(path, ["ferryline", "quayside", "ferryline"]) == (
        ("ferryline",) if "quayside" in before else ("ferryline", "quayside")
    )
    after = path.read_text()
    assert after.startswith(before)
    assert load([path]).words == {"ferryline", "quayside"}
    assert add(path, ["quayside"]) == ()
    assert path.read_text() == after
