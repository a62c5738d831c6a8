"""Patterns kept compiled from one run to the next, as Python keeps modules.

To compile the patterns that one article needs takes as long as to check two articles. What CPython makes
of a pattern is a list of numbers (`re/_compiler.py`, `compile`), which are kept. Wherever that does not go
(another Python, a folder that nobody may write into, a file that is damaged), patterns are compiled, and
nothing is said of it.
"""

from __future__ import annotations

import atexit
import re
import sys
from array import array
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

from msgspec import Struct

from verify.lexicon import kept

try:
    _sre, _parser, _compiler = map(import_module, ("_sre", "re._parser", "re._compiler"))
except ImportError:  # a Python that is not CPython
    _sre = _parser = _compiler = ModuleType("none")

_NOT_OUR_PYTHON = (AttributeError, TypeError, RuntimeError, IndexError)
"""What is raised where these steps are not those of this Python, or the numbers are not its own."""
_WORTH = 8
"""So many new patterns are worth writing the file again: one article more, one pattern more."""
_MOST = 5_000
"""So many are kept; beyond, those go that this run had no use for (patterns of earlier versions)."""


class _Compiled(Struct, frozen=True, array_like=True):
    """What a pattern and its flags were compiled to: all that `_sre.compile` wants to be told."""

    flags: int
    code: bytes
    groups: int
    names: dict[str, int]


class _Entry(Struct, frozen=True, array_like=True):
    pattern: str
    flags: int
    compiled: _Compiled


class _File(Struct, frozen=True, array_like=True):
    make: str
    entries: list[_Entry]


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern compiled, in this run or an earlier one; re.error is raised where it is none."""
    return _drawer().take(pattern, flags)


def keep() -> None:
    """Write down what was compiled; a process that ends as usual does so by itself."""
    _drawer().keep()


class Drawer:
    """A file of compiled patterns; read when the first is wanted, written by `keep`."""

    def __init__(self, place: Path | None) -> None:
        self._place = place
        self.held = _read(place) if place else {}
        self._used: dict[tuple[str, int], _Compiled] = {}
        self._new = 0

    def take(self, pattern: str, flags: int) -> re.Pattern[str]:
        """The pattern from the drawer, or compiled now; re.error is raised where it is none."""
        key = pattern, int(flags)
        try:
            if (known := self.held.get(key)) is None:
                known = _numbers(*key)
                self._new += 1
            found = _pattern(pattern, known)
        except _NOT_OUR_PYTHON:
            return re.compile(pattern, flags)
        self._used[key] = known
        return found

    def keep(self) -> None:
        """Write the file anew, if there is enough to add; it is replaced whole or not at all."""
        if self._place is None or self._new < _WORTH:
            return
        held = {**self.held, **self._used}
        if len(held) > _MOST:
            held = self._used
        self._new = 0
        entries = [_Entry(pattern, flags, made) for (pattern, flags), made in held.items()]
        kept.write(self._place, _File(_make(), entries))


@cache
def _drawer() -> Drawer:
    drawer = Drawer(kept.place("patterns"))
    atexit.register(drawer.keep)
    return drawer


def _make() -> str:
    """Which Python's numbers these are; others mean something else by them."""
    sizes = getattr(_sre, "MAGIC", 0), getattr(_sre, "CODESIZE", 0)
    return f"{sys.version} {sys.byteorder} {sizes}"


def _numbers(pattern: str, flags: int) -> _Compiled:
    """What the pattern is compiled to, by the same steps as `re._compiler.compile`."""
    parsed = _parser.parse(pattern, flags)
    code = array("I", _compiler._code(parsed, flags))  # noqa: SLF001 - the only way in
    state = parsed.state
    return _Compiled(flags | state.flags, code.tobytes(), state.groups - 1, dict(state.groupdict))


def _pattern(pattern: str, known: _Compiled) -> re.Pattern[str]:
    """The pattern of these numbers, which CPython looks through before it trusts them."""
    names: list[str | None] = [None] * (known.groups + 1)
    for name, group in known.names.items():
        names[group] = name
    code = array("I", known.code).tolist()
    found: re.Pattern[str] = _sre.compile(pattern, known.flags, code, known.groups, known.names, tuple(names))
    return found


def _read(place: Path) -> dict[tuple[str, int], _Compiled]:
    """What the file holds; nothing, where it is not there, broken, or made by another Python."""
    file = kept.read(place, _File)
    held = file.entries if file and file.make == _make() else ()
    return {(one.pattern, one.flags): one.compiled for one in held}
