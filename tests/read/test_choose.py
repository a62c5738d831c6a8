"""Which reader reads a file."""

from __future__ import annotations

import pytest

from verify.model.document import Document
from verify.read.choose import choose, read
from verify.read.formats import HTML, MARKDOWN
from verify.read.formats import TEXT as PLAIN
from verify.read.plain import read as read_plain
from verify.read.reader import Reader, Unreadable

READERS = (PLAIN, MARKDOWN, HTML)


@pytest.mark.parametrize(
    ("path", "data", "name"),
    [
        ("story.txt", b"", "text"),
        ("STORY.MD", b"", "markdown"),
        ("a/story.mdx", b"", "markdown"),
        ("story.htm", b"", "html"),
        ("story.txt", b"<!doctype html>", "text"),
        ("story", b"<!-- saved --> <!DOCTYPE HTML PUBLIC>", "html"),
        ("story.asp", b'\n<?xml version="1.0"?>\n<html lang=en>', "html"),
        ("story", b"A man <html> said", "text"),
        ("README", b"", "text"),
    ],
)
def test_by_suffix_then_by_the_first_bytes_then_as_plain_text(path: str, data: bytes, name: str) -> None:
    assert choose(READERS, path, data).name == name


def test_the_longest_suffix_and_the_later_reader_win() -> None:
    wire = Reader("wire", (".wire.txt",), read_plain)
    other = Reader("other", (".txt",), read_plain)
    assert choose((wire, *READERS), "a.wire.txt", b"").name == "wire"
    assert choose((*READERS, other), "a.txt", b"").name == "other"


def test_read_hands_the_path_and_the_bytes_over() -> None:
    document = read(READERS, "desk/story.md", b"# Dam *reopens*\n\nThe dam reopened.\n")
    assert isinstance(document, Document)
    assert (document.path, document.format, document.text) == (
        "desk/story.md",
        "markdown",
        "Dam reopens\n\nThe dam reopened.",
    )


def test_without_any_reader_that_fits() -> None:
    with pytest.raises(Unreadable, match="no reader knows this format"):
        choose((HTML,), "story", b"words")
