"""The modules of the house once more in one file, out of which a short run has them in half the time.

Python keeps every module compiled in a file of its own: for three hundred of them it looks into folders,
and opens, reads and checks three hundred files. What it keeps lies here together, in the user's folder for
caches, and by its rules (PEP 3147): what a source of another time or size was compiled to is not used, and a
module that the file lacks is imported as ever. Since it is code, the file counts only where it is the user's
own, and nobody else may write it.
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from importlib._bootstrap_external import MAGIC_NUMBER
from importlib.machinery import ModuleSpec, SourceFileLoader
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from verify.lexicon import kept

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from types import CodeType, ModuleType

    Entry = tuple[str, str, bool, bytes, int, int]
    """The paths of a source and of Python's file of it, whether it is a package's, Python's stamp, and where
    the code begins and ends."""
    Compiled = tuple[str, str, bool, bytes, bytes]
    """The same, with the code itself."""

_HOUSE = "verify"
_WORTH = 8
"""So many modules that the file lacks make it worth writing anew."""
_HEAD, _STAMP = 8, 16
"""Bytes before the index of our file, and before the code in a file of Python's."""
_FOUR = 0xFFFFFFFF
"""Of times and sizes Python keeps four bytes."""


class Modules:
    """A finder of modules in one file."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._entries: dict[str, Entry] = {}
        self._code = memoryview(b"")
        with suppress(OSError, ValueError, EOFError, TypeError):
            with place.open("rb") as file:
                if not _ours_alone(os.fstat(file.fileno())):
                    return
                held = memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
            begin = int.from_bytes(held[:_HEAD], "little")
            python, entries, size = marshal.loads(held[_HEAD:begin])  # noqa: S302 - as Python reads its own files
            if python == MAGIC_NUMBER and begin + size == len(held):
                self._entries, self._code = entries, held[begin:]

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """How to load a module of which the source has not changed, or None."""
        del path, target
        if (entry := self._entries.get(name)) is None:
            return None
        source, compiled, package, stamp, *_ = entry
        with suppress(OSError):
            if stamp == _stamp(source):
                spec = ModuleSpec(name, _Kept(name, source, self), origin=source, is_package=package)
                spec.has_location, spec.cached = True, compiled
                if package:
                    spec.submodule_search_locations = [source.rpartition(os.sep)[0]]
                return spec
        return None

    def code(self, name: str) -> CodeType:
        """What the source of a module was compiled to."""
        *_, begin, end = self._entries[name]
        code: CodeType = marshal.loads(self._code[begin:end])  # noqa: S302 - as above
        return code

    def keep(self) -> None:
        """Write the file anew where enough modules came from elsewhere; it is replaced whole, or left."""
        others = {name: told for name, told in _compiled(sys.modules) if not self._has(name, told)}
        if len(others) < _WORTH:
            return
        found = {**dict(self._held()), **others}
        entries: dict[str, Entry] = {}
        at = 0
        for name, (source, place, package, stamp, code) in found.items():
            entries[name] = source, place, package, stamp, at, at + len(code)
            at += len(code)
        index = marshal.dumps((MAGIC_NUMBER, entries, at))
        draft = self._place.with_name(f"{self._place.name}.{os.getpid()}")
        with suppress(OSError):
            self._place.parent.mkdir(parents=True, exist_ok=True)
            try:
                draft.touch(mode=0o600)
                with draft.open("wb") as file:
                    file.write((_HEAD + len(index)).to_bytes(_HEAD, "little") + index)
                    file.writelines(code for *_, code in found.values())
                draft.replace(self._place)
            finally:
                draft.unlink(missing_ok=True)

    def _has(self, name: str, told: Compiled) -> bool:
        entry = self._entries.get(name)
        return entry is not None and entry[:4] == told[:4]

    def _held(self) -> Iterator[tuple[str, Compiled]]:
        for name, (source, place, package, stamp, begin, end) in self._entries.items():
            yield name, (source, place, package, stamp, bytes(self._code[begin:end]))


class _Kept(SourceFileLoader):
    """Loads a module as Python does, but for where its code is from."""

    def __init__(self, name: str, path: str, modules: Modules) -> None:
        super().__init__(name, path)
        self._modules = modules

    def get_code(self, fullname: str) -> CodeType | None:
        """What the source was compiled to."""
        return self._modules.code(fullname)


def use() -> Modules | None:
    """Have modules imported from the file of this installation; None for a Python of another kind."""
    place = kept.place(f"modules-{crc32(__file__.encode()):08x}")
    if place is None or sys.implementation.name != "cpython" or sys.flags.optimize:
        return None
    modules = Modules(place)
    sys.meta_path.insert(0, modules)
    return modules


def _ours_alone(stat: os.stat_result) -> bool:
    """Whether a file is the user's, and only the user may write it; Windows keeps the folder for the user."""
    return not hasattr(os, "geteuid") or (stat.st_uid == os.geteuid() and not stat.st_mode & 0o022)


def _stamp(source: str) -> bytes:
    """Time and size of a source as Python puts them down."""
    stat = os.stat(source)  # noqa: PTH116 - a path for every module takes its time
    return (int(stat.st_mtime) & _FOUR | (stat.st_size & _FOUR) << 32).to_bytes(8, "little")


def _compiled(modules: Mapping[str, ModuleType]) -> Iterator[tuple[str, Compiled]]:
    """Our modules that were not in the file, where Python keeps what their sources were compiled to."""
    for name, module in list(modules.items()):
        if not f"{name}.".startswith(f"{_HOUSE}.") or isinstance(getattr(module, "__loader__", None), _Kept):
            continue
        source, place = getattr(module, "__file__", None), getattr(module, "__cached__", None)
        if not (source and place):
            continue
        with suppress(OSError):
            data = Path(place).read_bytes()
            stamp = data[_STAMP - 8 : _STAMP]
            # Four bytes say which Python wrote it, and four of nought that time and size follow.
            if data[:8] == MAGIC_NUMBER + bytes(4) and stamp == _stamp(source):
                yield name, (source, place, hasattr(module, "__path__"), stamp, data[_STAMP:])
