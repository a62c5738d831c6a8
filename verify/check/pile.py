"""What a run makes article by article: kept in memory while it is little, then laid aside in a file."""

from __future__ import annotations

import weakref
from array import array
from collections.abc import Callable, Sequence
from io import FileIO
from typing import IO, TypeVar, cast, overload

Value = TypeVar("Value")

ROOM = 1_000_000
"""Characters of copy that a long run keeps in memory with all that it found in them: some 400 articles."""
WHOLE = 6_000_000
"""Bytes of copy up to which a run keeps all of it: a thousand articles and more, in about as much memory as
a long run takes anyway. What is laid aside costs time."""


def room_for(size: int) -> int:
    """The characters that a run over so many bytes of copy keeps in memory."""
    return size if size <= WHOLE else ROOM


class Pile(Sequence[Value]):
    """Values in the order in which they came, each there as often as it is asked for.

    The first are kept as they are; what comes once the `room` is taken goes into a file without a name,
    which nobody else can open and which is gone with the pile. Where no file is to be had, or a value cannot
    be written (a plugin's), it is kept as well.
    """

    __slots__ = ("__weakref__", "_ends", "_file", "_kept", "_room")

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._kept: dict[int, Value] = {}
        self._ends = array("q", (0,))
        self._file: FileIO | None = None

    def add(self, value: Value, size: int) -> None:
        """Put a value on top; the size is that of the copy that it speaks of, in characters."""
        self._room -= size
        written = 0 if self._room >= 0 else self._laid_aside(value)
        if not written:
            self._kept[len(self)] = value
        self._ends.append(self._ends[-1] + written)

    @property
    def aside(self) -> bool:
        """Whether some of them lie in a file."""
        return len(self._kept) < len(self)

    def settled(self) -> Sequence[Value]:
        """The values as one keeps them: a tuple where all are in memory, else the pile."""
        return self if self.aside else tuple(self._kept.values())

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, at: int) -> Value: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Value]: ...
    def __getitem__(self, at: int | slice) -> Value | Sequence[Value]:
        if isinstance(at, slice):
            return [self[one] for one in range(len(self))[at]]
        at = range(len(self))[at]
        return self._kept[at] if at in self._kept else self._read(at)

    def _laid_aside(self, value: Value) -> int:
        """Write a value at the end of the file; how many bytes that took, 0 where it could not be."""
        from verify.check.plain import written

        try:
            data = memoryview(written(value))
        except Exception:  # noqa: BLE001 - a plugin's values may be of any kind
            return 0
        try:
            file = self._opened()
            file.seek(self._ends[-1])
            left = data
            while left:
                left = left[file.write(left) :]
        except OSError:
            # The disk is full, or there is none: what comes now is kept in memory.
            self._room = 1 << 62
            return 0
        return len(data)

    def _read(self, at: int) -> Value:
        from verify.check.plain import read

        file = self._opened()
        start, end = self._ends[at : at + 2]
        file.seek(start)
        return cast("Value", read(file.read(end - start)))

    def _opened(self) -> FileIO:
        if self._file is None:
            from tempfile import TemporaryFile

            file: IO[bytes] = TemporaryFile(buffering=0)  # noqa: SIM115 - it is closed with the pile
            self._file = cast("FileIO", file)
            weakref.finalize(self, self._file.close)
        return self._file


def each(values: Sequence[Value], change: Callable[[Value], Value | None]) -> Sequence[Value]:
    """The values as they are changed, without those of which nothing is left, kept as they were."""
    changed = (after for before in values if (after := change(before)) is not None)
    if not isinstance(values, Pile):
        return tuple(changed)
    pile: Pile[Value] = Pile(room=-1)
    for value in changed:
        pile.add(value, 0)
    return pile
