"""Which reader reads a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from verify.model.document import Document
from verify.read.reader import Reader, Unreadable

SNIFFED = 2048
"""How many bytes of a file without a known suffix a reader may look at."""


def choose(readers: Sequence[Reader], path: str, data: bytes) -> Reader:
    """Return the reader for a file: by its suffix, else by its first bytes, else the one for plain text.

    The longest suffix wins, and of two readers with the same suffix the later, so that a plugin's
    takes the place of ours. A suffix that several formats share counts where the first bytes fit too;
    raises Unreadable where they fit none.
    """
    name, head = path.lower(), data[:SNIFFED]
    longest = ""
    chosen = None
    for reader in readers:
        for suffix in (*reader.suffixes, *reader.shared):
            if not name.endswith(suffix) or len(suffix) < len(longest):
                continue
            if suffix in reader.suffixes or reader.sniff(head):
                longest, chosen = suffix, reader
    if chosen is not None:
        return chosen
    for reader in reversed(readers):
        if reader.sniff(head):
            return reader
    for suffix in shared_suffixes(readers):
        if name.endswith(suffix):
            known = ", ".join(reader.name for reader in readers if suffix in reader.shared)
            raise Unreadable(f"no copy in a format known for {suffix} files ({known})")
    for reader in reversed(readers):
        if reader.name == "text":
            return reader
    raise Unreadable("no reader knows this format")


def read(readers: Sequence[Reader], path: str, data: bytes) -> Document:
    """Return the document that the chosen reader makes of the bytes; raises Unreadable."""
    return choose(readers, path, data).read(path, data)


def shared_suffixes(readers: Iterable[Reader]) -> tuple[str, ...]:
    """The suffixes that say too little: what else lies in a folder may bear them."""
    return tuple(sorted({suffix for reader in readers for suffix in reader.shared}))


def concerns_us(readers: Sequence[Reader], path: str) -> bool:
    """Whether a file met in a folder is copy: one of a shared suffix is where a reader accepts it.

    A file that cannot be opened is, so that it is told.
    """
    if not path.lower().endswith(shared_suffixes(readers) or ("\0",)):
        return True
    try:
        with Path(path).open("rb") as file:
            head = file.read(SNIFFED)
        choose(readers, path, head)
    except OSError:
        return True
    except Unreadable:
        return False
    return True
