"""What one run keeps for the next, in the user's folder for caches, as Python keeps modules compiled.

Nothing hangs on it: a file that cannot be read, or is damaged, is as if it were not there, and one that
cannot be written is not written.
"""

from __future__ import annotations

import os
import sys
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
        data = file.read_bytes()
        if int.from_bytes(data[:_PROOF], "big") != crc32(data[_PROOF:]):
            return None
        return msgspec.msgpack.decode(data[_PROOF:], type=shape)
    except (OSError, msgspec.DecodeError):
        return None


def write(file: Path, value: object) -> None:
    """Replace the file whole, or leave it as it is."""
    data = msgspec.msgpack.encode(value)
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            draft.write_bytes(crc32(data).to_bytes(_PROOF, "big") + data)
            draft.replace(file)
        finally:
            draft.unlink(missing_ok=True)
