"""What a reader is, and the one error it raises."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from verify.model.document import Document


class Unreadable(ValueError):
    """The bytes cannot be read as this format; its text is one clear line, with the place where known."""


class Reader(Struct, frozen=True):
    """Reads one format: `read` takes (path, bytes) and returns a Document or raises Unreadable.

    `suffixes` are lower case with the dot; `sniff` says, of the first 2,048 bytes of a file without
    a known suffix, whether this reader is the right one. `shared` are suffixes that other formats have
    too (.xml, .json): of such files the reader takes only those that `sniff` accepts.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[str, bytes], Document]
    sniff: Callable[[bytes], bool] = lambda _head: False
    shared: tuple[str, ...] = ()
