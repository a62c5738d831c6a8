"""Writes a mended article over the file that it was read from, whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path

from verify.model.finding import Problem

_MAGIC = frozenset("*?[")
_PREFIX = ".verify-"
"""A file that begins with a dot is passed over by every run: one left behind by a crash does no harm."""


def held(path: str) -> bytes | Problem:
    """The bytes of a file that can be written again; a pipe, or a file that is gone, is a problem."""
    try:
        if not stat.S_ISREG(Path(path).stat().st_mode):
            return Problem(path, "cannot be fixed: not a regular file")
        return Path(path).read_bytes()
    except OSError as error:
        return _refused(path, error)


def overwrite(path: str, before: bytes, after: bytes, named: Iterable[str] = ()) -> Problem | None:
    """Put `after` in the place of `before`; what stands in the way is a problem, and nothing is changed.

    The new file is written beside the old one and takes its place in one step, with its mode and, where
    that is permitted, its owner. A symbolic link is followed only where the user named it, or what it is
    part of; other names of the file (hard links) keep what they have.
    """
    if _led_astray(path, named):
        return Problem(path, "cannot be fixed: reached through a symbolic link; name the file itself")
    try:
        target = Path(path).resolve(strict=True)
        standing = target.stat()
        if not os.access(target, os.W_OK) or not standing.st_mode & 0o222:
            # To replace a file, the folder alone must be writable; but a file is locked for a reason.
            return Problem(path, "cannot be fixed: the file is read-only")
        return _replaced(path, target, standing, before, after)
    except OSError as error:
        return _refused(path, error)


def _replaced(
    path: str, target: Path, standing: os.stat_result, before: bytes, after: bytes
) -> Problem | None:
    handle, name = tempfile.mkstemp(prefix=_PREFIX, dir=target.parent)
    draft: Path | None = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        _as_before(name, standing)
        if target.read_bytes() != before:
            return Problem(path, "cannot be fixed: the file has changed since it was read")
        Path(name).replace(target)
        draft = None
    finally:
        if draft:
            with contextlib.suppress(OSError):
                draft.unlink()
    _settled(target.parent)
    return None


def _as_before(draft: str, standing: os.stat_result) -> None:
    """Give the new file the owner and the mode of the old one; changing the owner clears bits of the mode."""
    if hasattr(os, "chown"):
        with contextlib.suppress(PermissionError):
            os.chown(draft, standing.st_uid, standing.st_gid)
    Path(draft).chmod(stat.S_IMODE(standing.st_mode))


def _settled(folder: Path) -> None:
    """Let the folder, too, reach the disk, where the system can do that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _led_astray(path: str, named: Iterable[str]) -> bool:
    """Whether a part of the path is a symbolic link that a pattern came upon, and nobody named."""
    literal = [_literal(Path(name).as_posix()) for name in named]
    parts = Path(path).as_posix().split("/")
    for count in range(1, len(parts) + 1):
        part = "/".join(parts[:count])
        known = any(name == part or name.startswith(f"{part}/") for name in literal)
        if part and Path(part).is_symlink() and not known:
            return True
    return False


def _literal(name: str) -> str:
    """What a user named: the path, or of a pattern the folders before its first wild card."""
    if os.path.lexists(name) or not _MAGIC.intersection(name):
        return name
    parts = name.split("/")
    wild = next(index for index, part in enumerate(parts) if _MAGIC.intersection(part))
    return "/".join(parts[:wild])


def _refused(path: str, error: OSError) -> Problem:
    return Problem(path, f"cannot be fixed: {(error.strerror or str(error)).lower()}")
