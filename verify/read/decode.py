"""Bytes to text, by the marks and declarations that a file carries; nothing is guessed."""

from __future__ import annotations

import codecs
import re

from verify.read.reader import Unreadable

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32 stands before UTF-16: the shorter mark is the beginning of the longer."""

_BINARY = (
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP, as .docx and .odt are"),
    (b"\x1f\x8b", "gzip"),
    (b"\xd0\xcf\x11\xe0", "an older Office file"),
    (b"\x7fELF", "a program"),
    (b"RIFF", "RIFF"),
)

_CHARSET = (
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})"
    rb"|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{1,40})"
)
_HEAD = 2048

_WESTERN = frozenset(("ascii", "iso8859-1"))
"""Charsets that web pages declare while they mean Windows-1252, which browsers read them as."""


def decode(data: bytes, declared: str | None = None) -> str:
    """Return the text of a file, line endings as they stand; raises Unreadable with the place.

    A byte order mark decides and is not part of the text. Without one, bytes that are UTF-8 are read
    so, since hardly any text of another charset is UTF-8 by chance, while many pages declare a
    charset that they are not written in.
    """
    for mark, charset in _BOMS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], charset, len(mark))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if binary := _binary(data):
            raise Unreadable(binary) from None
        if declared:
            return _strictly(data, _charset(declared), 0)
        raise Unreadable(_wrong(data, "UTF-8", error.start, 0)) from None
    if "\0" in text:
        raise Unreadable(_binary(data))
    return text


def declared_in(data: bytes) -> str | None:
    """The charset that a page declares at its top, in the words that it uses."""
    found = re.search(_CHARSET, data[:_HEAD], re.IGNORECASE)
    return (found[1] or found[2]).decode("ascii", "replace") if found else None


def encoded(text: str, like: bytes) -> bytes | None:
    """The text as the bytes of a file written as `like` is: its mark, its charset; None where it cannot be.

    A charset may have no such letter. Whether `like` itself comes back from its text is for the caller to
    ask: what a reader unpacked or repaired does not.
    """
    mark, charset = next(((mark, name) for mark, name in _BOMS if like.startswith(mark)), (b"", "utf-8"))
    try:
        if not mark:
            try:
                like.decode(charset)
            except UnicodeDecodeError:
                charset = _charset(declared_in(like) or "")
        return mark + text.encode(charset)
    except (Unreadable, UnicodeError):
        return None


def _charset(declared: str) -> str:
    """The codec that a declaration means."""
    try:
        name = codecs.lookup(declared.strip()).name
        b"    ".decode(name, "ignore")
    except (LookupError, ValueError):
        message = f"not UTF-8, and the charset that it declares, “{declared.strip()[:40]}”, is not known"
        raise Unreadable(message) from None
    return "cp1252" if name in _WESTERN else name


def _strictly(data: bytes, charset: str, skipped: int) -> str:
    """The bytes read as this charset, without what cannot be."""
    try:
        text = data.decode(charset)
    except UnicodeDecodeError as error:
        raise Unreadable(_wrong(data, charset.upper(), error.start, skipped)) from None
    except UnicodeError as error:
        raise Unreadable(f"not {charset.upper()}: {error}") from None
    if "\0" in text:
        raise Unreadable(
            f"a binary file (a NUL character on line {text.count(chr(10), 0, text.find(chr(0))) + 1})"
        )
    return text


def _binary(data: bytes) -> str:
    """What to say of bytes that are no text: their kind, or the NUL that unmarked UTF-16 is full of."""
    for magic, kind in _BINARY:
        if data.startswith(magic):
            return f"a binary file ({kind}), not text"
    if b"\0" not in data:
        return ""
    return f"a binary file (NUL byte at offset {data.index(0):,}), or UTF-16 without a byte order mark"


def _wrong(data: bytes, charset: str, at: int, skipped: int) -> str:
    line = data.count(b"\n", 0, at) + 1
    return (
        f"not {charset}: byte 0x{data[at]:02x} at offset {at + skipped:,} (line {line:,}); "
        "save the file as UTF-8 (in HTML, its charset may be declared)"
    )
