"""Which lines of a rule its page has run, so that an author sees the branch that no block is about."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType, FrameType
from typing import Any


class Reached:
    """The lines of one file that ran while it was watched."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._name = str(path)
        self._lines: set[int] = set()

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Watch while the block runs; who watched before does so again afterwards."""
        before = sys.gettrace()
        sys.settrace(self._enter)
        try:
            yield
        finally:
            sys.settrace(before)

    def missed(self) -> list[tuple[int, int]]:
        """The lines inside functions that never ran, as runs of (first, last)."""
        source = self._path.read_text(encoding="utf-8")
        top = compile(source, self._name, "exec", dont_inherit=True)
        all_lines = sorted(set(_lines_of_functions(top)))
        runs: list[tuple[int, int]] = []
        gap = True
        for line in all_lines:
            if line in self._lines:
                gap = True
                continue
            runs = [*runs, (line, line)] if gap else [*runs[:-1], (runs[-1][0], line)]
            gap = False
        return runs

    def _enter(self, frame: FrameType, _event: str, _value: object) -> Callable[..., Any] | None:
        return self._step if frame.f_code.co_filename == self._name else None

    def _step(self, frame: FrameType, event: str, _value: object) -> Callable[..., Any]:
        if event == "line":
            self._lines.add(frame.f_lineno)
        return self._step


def _lines_of_functions(code: CodeType) -> Iterator[int]:
    """The lines of every function in the code, without the line that begins it."""
    for inner in code.co_consts:
        if not isinstance(inner, CodeType):
            continue
        if inner.co_flags & 2:  # CO_NEWLOCALS: a function, and not the body of a class
            yield from (
                line for _, _, line in inner.co_lines() if line is not None and line != inner.co_firstlineno
            )
        yield from _lines_of_functions(inner)
