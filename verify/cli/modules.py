"""The modules of the house once more in one file, out of which a short run has them sooner.

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
    from collections.abc import Iterator, Sequence
    from types import CodeType, ModuleType

    Told = tuple[str, str, bool, bytes]
    """The paths of a source and of Python's file of it, whether it is a package's, and Python's stamp."""
    Entry = tuple[Told, int, int, int]
    """The same, with where the code begins and ends, and a checksum of it."""

_HOUSE = "verify"
_WORTH = 8
"""So many modules that the file lacks make it worth writing anew."""
_HEAD, _STAMP = 12, 16
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
                if not kept.ours_alone(file.fileno()):
                    return
                held = memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
            begin = int.from_bytes(held[:8], "little")
            if int.from_bytes(held[8:_HEAD], "little") != crc32(held[_HEAD:begin]):
                return
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
        source, compiled, package, stamp = entry[0]
        with suppress(OSError):
            if stamp == _stamp(source):
                spec = ModuleSpec(name, _Kept(name, source, self), origin=source, is_package=package)
                spec.has_location, spec.cached = True, compiled
                if package:
                    spec.submodule_search_locations = [source.rpartition(os.sep)[0]]
                return spec
        return None

    def code(self, name: str) -> CodeType | None:
        """What the source of a module was compiled to; None where the file is damaged, and of no more use."""
        if (entry := self._entries.get(name)) is None:
            return None
        _, begin, end, proof = entry
        held = self._code[begin:end]
        if crc32(held) != proof:
            self._entries = {}
            return None
        code: CodeType = marshal.loads(held)  # noqa: S302 - as above
        return code

    def keep(self) -> None:
        """Write the file anew where enough modules came from elsewhere; it is replaced whole, or left."""
        others = dict(self._others())
        if len(others) < _WORTH:
            return
        entries: dict[str, Entry] = {}
        codes = []
        at = 0
        for name, (told, code) in {**dict(self._held()), **others}.items():
            entries[name] = told, at, at + len(code), crc32(code)
            codes.append(code)
            at += len(code)
        index = marshal.dumps((MAGIC_NUMBER, entries, at))
        head = (_HEAD + len(index)).to_bytes(8, "little") + crc32(index).to_bytes(4, "little")
        kept.put(self._place, (head, index, *codes))

    def _held(self) -> Iterator[tuple[str, tuple[Told, bytes]]]:
        for name, (told, begin, end, proof) in self._entries.items():
            code = bytes(self._code[begin:end])
            if crc32(code) == proof:
                yield name, (told, code)

    def _others(self) -> Iterator[tuple[str, tuple[Told, bytes]]]:
        """Our modules that the file lacks, where Python keeps what their sources were compiled to."""
        for name, module in list(sys.modules.items()):
            if not f"{name}.".startswith(f"{_HOUSE}."):
                continue
            if self._entries and isinstance(getattr(module, "__loader__", None), _Kept):
                continue
            known = self._entries.get(name)
            with suppress(OSError, AttributeError, TypeError):
                if known is None or known[0] != _told(module):
                    yield name, (_told(module), _compiled(module))


class _Kept(SourceFileLoader):
    """Loads a module as Python does, but for where its code is from."""

    def __init__(self, name: str, path: str, modules: Modules) -> None:
        super().__init__(name, path)
        self._modules = modules

    def get_code(self, fullname: str) -> CodeType | None:
        """What the source was compiled to."""
        return self._modules.code(fullname) or super().get_code(fullname)


def use() -> Modules | None:
    """Have modules imported from the file of this installation; None for a Python of another kind."""
    place = kept.place(f"modules-{crc32(__file__.encode()):08x}")
    if place is None or sys.implementation.name != "cpython" or sys.flags.optimize:
        return None
    modules = Modules(place)
    sys.meta_path.insert(0, modules)
    return modules


def _told(module: ModuleType) -> Told:
    """Where a module is from; raises OSError, AttributeError or TypeError where it is from no such place."""
    source, compiled = module.__file__, module.__cached__
    return source, compiled, hasattr(module, "__path__"), _stamp(source)  # type: ignore[arg-type,return-value]


def _compiled(module: ModuleType) -> bytes:
    """What Python keeps of a source as it is now; raises OSError where it keeps none."""
    data = Path(module.__cached__).read_bytes()
    # Four bytes say which Python wrote it, four of nought that time and size follow.
    if data[:8] != MAGIC_NUMBER + bytes(4) or data[8:_STAMP] != _stamp(module.__file__):  # type: ignore[arg-type]
        raise OSError("of another time")
    return data[_STAMP:]


def _stamp(source: str) -> bytes:
    """Time and size of a source as Python puts them down."""
    stat = os.stat(source)  # noqa: PTH116 - a path for every module takes its time
    return (int(stat.st_mtime) & _FOUR | (stat.st_size & _FOUR) << 32).to_bytes(8, "little")
