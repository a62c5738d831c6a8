"""Which reader reads a file."""

from __future__ import annotations

from collections.abc import Sequence

from verify.model.document import Document
from verify.read.reader import Reader, Unreadable

SNIFFED = 2048
"""How many bytes of a file without a known suffix a reader may look at."""


def choose(readers: Sequence[Reader], path: str, data: bytes) -> Reader:
    """Return the reader for a file: by its suffix, else by its first bytes, else the one for plain text.

    The longest suffix wins, and of two readers with the same suffix the later, so that a plugin's
    takes the place of ours.
    """
    name = path.lower()
    longest = ""
    chosen = None
    for reader in readers:
        for suffix in reader.suffixes:
            if name.endswith(suffix) and len(suffix) >= len(longest):
                longest, chosen = suffix, reader
    if chosen is not None:
        return chosen
    head = data[:SNIFFED]
    for reader in reversed(readers):
        if reader.sniff(head):
            return reader
    for reader in reversed(readers):
        if reader.name == "text":
            return reader
    raise Unreadable("no reader knows this format")


def read(readers: Sequence[Reader], path: str, data: bytes) -> Document:
    """Return the document that the chosen reader makes of the bytes; raises Unreadable."""
    return choose(readers, path, data).read(path, data)
