"""Changes as a unified diff: bytes for `patch` and `git apply`, or lines for an editor at a terminal."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, TextIO

from verify.fix.run import Change
from verify.read.decode import declared_in, decode
from verify.report.cells import neutral
from verify.report.paint import Line, paint

_AROUND = 3
_LINE = re.compile(rb"[^\n]*\n|[^\n]+")
_STYLES = {b"-": "gone", b"+": "new", b"@": "info"}
_ESCAPED = {ord("\\"): "\\\\", ord('"'): '\\"', ord("\n"): "\\n", ord("\r"): "\\r", ord("\t"): "\\t"}


class _Block(NamedTuple):
    """Lines start:end of the old copy, in whose place stand lines new_start:new_end of the new."""

    start: int
    end: int
    new_start: int
    new_end: int


def patch(changes: Iterable[Change]) -> bytes:
    """The changes as a patch whose bytes are those of the files, whatever their charset and line ends."""
    return b"".join(line for change in changes for line in _lines(change.path, change.before, change.after))


def show(changes: Iterable[Change], stream: TextIO, *, color: bool) -> None:
    """Write the changes for a reader, with no control character of the copy in them."""
    paint(_shown(changes), stream, color=color)


def _shown(changes: Iterable[Change]) -> Iterator[Line]:
    for change in changes:
        before, after = (_utf8(data) for data in (change.before, change.after))
        for number, line in enumerate(_lines(change.path, before, after)):
            style = "path" if number < 2 else _STYLES.get(line[:1], "")
            yield ((style, neutral(line.decode("utf-8", "replace").rstrip("\r\n"))),)


def _utf8(data: bytes) -> bytes:
    return decode(data, declared_in(data)).encode()


def _lines(path: str, before: bytes, after: bytes) -> Iterator[bytes]:
    """The lines of one file’s part of the patch."""
    old, new = _LINE.findall(before), _LINE.findall(after)
    yield b"--- " + _name(path)
    yield b"+++ " + _name(path)
    for hunk in _hunks(_blocks(old, new)):
        first, last = hunk[0], hunk[-1]
        top = min(first.start, _AROUND)
        tail = min(len(old) - last.end, _AROUND)
        places = (first.start - top, last.end + tail, first.new_start - top, last.new_end + tail)
        yield b"@@ -%s +%s @@\n" % (_range(*places[:2]), _range(*places[2:]))
        at = places[0]
        for block in hunk:
            yield from _marked(b" ", old[at : block.start])
            yield from _marked(b"-", old[block.start : block.end])
            yield from _marked(b"+", new[block.new_start : block.new_end])
            at = block.end
        yield from _marked(b" ", old[at : places[1]])


def _blocks(old: Sequence[bytes], new: Sequence[bytes]) -> list[_Block]:
    """Where the two differ. Fixes keep every line end, so that lines are compared place by place.

    A library that looks for lines moved elsewhere takes time with the square of their number. Where the
    numbers differ after all (a byte of UTF-16 may look like a line end) all is one block.
    """
    if len(old) == len(new):
        runs = groupby(range(len(old)), key=lambda at: old[at] != new[at])
        blocks = ([*run] for differs, run in runs if differs)
        return [_Block(run[0], run[-1] + 1, run[0], run[-1] + 1) for run in blocks]
    same = (at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other)
    start = next(same, min(len(old), len(new)))
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return [_Block(start, len(old) - end, start, len(new) - end)]


def _hunks(blocks: Iterable[_Block]) -> Iterator[list[_Block]]:
    """The blocks, those together whose surroundings meet."""
    hunk: list[_Block] = []
    for block in blocks:
        if hunk and block.start - hunk[-1].end > 2 * _AROUND:
            yield hunk
            hunk = []
        hunk.append(block)
    if hunk:
        yield hunk


def _range(start: int, end: int) -> bytes:
    """A stretch of lines as patches write it; one without lines is named by the line before it."""
    count = end - start
    return b"%d" % (start + 1) if count == 1 else b"%d,%d" % (start + (count > 0), count)


def _marked(mark: bytes, lines: Iterable[bytes]) -> Iterator[bytes]:
    for line in lines:
        yield mark + line if line.endswith(b"\n") else mark + line + b"\n\\ No newline at end of file\n"


def _name(path: str) -> bytes:
    """The path as `git` writes it: in quotation marks where it has controls, a tab behind one with blanks."""
    if any(ord(letter) < 32 or letter in '"\\\x7f' for letter in path):
        quoted = "".join(
            _ESCAPED.get(ord(letter))
            or (f"\\{ord(letter):03o}" if letter < " " or letter == "\x7f" else letter)
            for letter in path
        )
        return os.fsencode(f'"{quoted}"\n')
    return os.fsencode(path + ("\t\n" if " " in path else "\n"))
