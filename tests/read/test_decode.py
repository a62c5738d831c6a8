"""Bytes to text: marks, declarations, and what is no text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.read.decode import declared_in, decode, encoded
from verify.read.reader import Unreadable


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    text = text.removeprefix("\ufeff")
    assert decode(text.encode()) == text
    assert decode(codecs.BOM_UTF8 + text.encode()) == text
    assert decode(codecs.BOM_UTF16_LE + text.encode("utf-16-le")) == text
    assert decode(codecs.BOM_UTF16_BE + text.encode("utf-16-be")) == text


def test_line_endings_stay() -> None:
    assert decode(b"one\r\ntwo\rthree\n") == "one\r\ntwo\rthree\n"


def test_a_declared_charset_is_used_only_where_the_bytes_are_not_utf8() -> None:
    assert decode("Zoë said".encode("latin-1"), "ISO-8859-1") == "Zoë said"
    assert decode(b"\x93Yes\x94", "iso-8859-1") == "“Yes”", "browsers read Latin-1 as Windows-1252"
    assert decode("Zoë said".encode(), "iso-8859-1") == "Zoë said"


@pytest.mark.parametrize(
    ("data", "declared", "message"),
    [
        (
            b"line one\nsaid \x93yes\x94",
            None,
            "not UTF-8: byte 0x93 at offset 14 (line 2); save the file as UTF-8 (in HTML, its",
        ),
        (b"\n" * 1999 + b"\xff\xfd", None, "not UTF-8: byte 0xff at offset 1,999 (line 2,000); "),
        (b"\x93x", "klingon", "not UTF-8, and the charset that it declares, “klingon”, is not known"),
        (b"\x93x", "rot13", "not UTF-8, and the charset that it declares, “rot13”, is not known"),
        (b"a\x81b", "windows-1252", "not CP1252: byte 0x81 at offset 1 (line 1); "),
        (b"\x89PNG\r\n\x1a\n", None, "a binary file (PNG), not text"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", None, "a binary file (PDF), not text"),
        (b"PK\x03\x04\x14\0", None, "a binary file (ZIP, as .docx and .odt are), not text"),
        (b"text\0more", None, "a binary file (NUL byte at offset 4), or UTF-16 without a byte order mark"),
        (b"\xff\xfea\0b", None, "not UTF-16-LE: byte 0x62 at offset 4"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(data: bytes, declared: str | None, message: str) -> None:
    with pytest.raises(Unreadable) as error:
        decode(data, declared)
    assert str(error.value).startswith(message)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_a_text_is_written_as_the_file_was(charset: str) -> None:
    page = '<meta charset="iso-8859-1"><p>Zoë said “yes”\r\nand no\r'
    data = page.encode(charset)
    text = decode(data, declared_in(data))
    assert text == page
    assert encoded(text, like=data) == data
    assert encoded(text.replace("Zoë", "Chloë"), like=data) == page.replace("Zoë", "Chloë").encode(charset)


def test_what_a_charset_cannot_hold_is_not_written() -> None:
    assert encoded("bőat", like='<meta charset="windows-1252">Zoë'.encode("cp1252")) is None
    assert encoded("Zoë", like=b"Zo\xeb, and no charset declared") is None
    assert encoded("Zoë \ud800", like=b"") is None
