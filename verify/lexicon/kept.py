"""What one run keeps for the next, in the user's folder for caches, as Python keeps modules compiled.

Nothing hangs on it: a file that cannot be read, or is damaged, is as if it were not there, and one that
cannot be written is not written. It counts only where it is the user's own, and nobody else may write it:
what is done, and what is found, follows from it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar
from zlib import crc32

import msgspec

from verify import __version__

Value = TypeVar("Value")
_PROOF = 4
"""Bytes of a checksum before the value."""


def place(name: str) -> Path | None:
    """The file of this name where this system's users have their caches; none where there is no home.

    Every version of the product has its own, and every Python.
    """
    folder = Path(os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", ""))
    if not folder.is_absolute():
        # A relative one would be another in every folder: "consider the path invalid", says the XDG standard.
        folder = Path("~/Library/Caches" if sys.platform == "darwin" else "~/.cache")
    try:
        folder = folder.expanduser()
    except RuntimeError:
        return None
    return folder / "verify" / f"{name}-{__version__}.{sys.implementation.cache_tag}"


def read(file: Path, shape: type[Value]) -> Value | None:
    """The value that was written, or None where the file does not hold one whole."""
    try:
        with file.open("rb") as opened:
            data = opened.read() if ours_alone(opened.fileno()) else b""
        if int.from_bytes(data[:_PROOF], "big") != crc32(data[_PROOF:]):
            return None
        return msgspec.msgpack.decode(data[_PROOF:], type=shape)
    except (OSError, msgspec.DecodeError):
        return None


def write(file: Path, value: object) -> None:
    """Replace the file whole, or leave it as it is."""
    data = msgspec.msgpack.encode(value)
    put(file, (crc32(data).to_bytes(_PROOF, "big"), data))


def put(file: Path, parts: Iterable[bytes]) -> None:
    """Replace a file by one of these parts, which the user alone may write; or leave it as it is."""
    # A name that nobody can know, and no file that is there already: it might lead elsewhere.
    draft = file.with_name(f"{file.name}.{os.urandom(8).hex()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        try:
            with open(descriptor, "wb") as opened:  # noqa: PTH123 - a descriptor
                opened.writelines(parts)
            draft.replace(file)
        finally:
            draft.unlink(missing_ok=True)


def ours_alone(descriptor: int) -> bool:
    """Whether a file is the user's, and only the user may write it; Windows keeps the folder for the user."""
    stat = os.fstat(descriptor)
    return not hasattr(os, "geteuid") or (stat.st_uid == os.geteuid() and not stat.st_mode & 0o022)
