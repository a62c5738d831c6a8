"""JSON with the place of every string: what `json` reads, and where in the file each string stands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from verify import Piece, SourceMap, Unreadable

_TOKEN = re.compile(r'"(?P<text>(?:[^"\\]++|\\.)*+)"|(?P<mark>[{}\[\],:])|(?P<other>[^\s{}\[\],:"]++)')
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9A-Fa-f]{2}\\u[dD][c-fC-F][0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\[^u]")


class Text(NamedTuple):
    """A string: source[start:end] is what stands between its quotation marks."""

    start: int
    end: int


Value: TypeAlias = "dict[str, Value] | list[Value] | Text | None"
"""A value; numbers, true, false and null are None, since nobody reads them as copy."""


def scan(source: str) -> Value:
    """The value of a JSON text; raises Unreadable, with the line, for what is none."""
    try:
        json.loads(source)
    except json.JSONDecodeError as error:
        raise Unreadable(f"line {error.lineno}: not JSON: {error.msg.lower()}") from None
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"not JSON that can be read: {type(error).__name__}") from None
    top: list[Value] = []
    opened: list[dict[str, Value] | list[Value]] = [top]
    key: list[str | None] = [None]
    for found in _TOKEN.finditer(source):
        here = opened[-1]
        if found["mark"] in ("}", "]"):
            opened.pop()
            key.pop()
            continue
        if found["mark"] in (",", ":"):
            continue
        if isinstance(here, dict) and key[-1] is None:
            key[-1] = read(source, Text(*found.span("text")))[0]
            continue
        value = _begun(found)
        if isinstance(here, dict):
            here[key[-1] or ""] = value
            key[-1] = None
        else:
            here.append(value)
        if isinstance(value, (dict, list)):
            opened.append(value)
            key.append(None)
    return top[0]


def _begun(found: re.Match[str]) -> Value:
    if found["mark"]:
        return {} if found["mark"] == "{" else []
    return Text(*found.span("text")) if found["text"] is not None else None


def read(source: str, text: Text) -> tuple[str, SourceMap]:
    """What a string says, and the way from each of its characters back to the file."""
    parts: list[str] = []
    pieces: list[Piece] = []
    length = 0

    def add(words: str, start: int, end: int) -> None:
        nonlocal length
        parts.append(words)
        pieces.append(Piece(length, length + len(words), start, end))
        length += len(words)

    at = text.start
    for found in _ESCAPE.finditer(source, text.start, text.end):
        if found.start() > at:
            add(source[at : found.start()], at, found.start())
        letter: str = json.loads(f'"{found[0]}"')
        # Half of a pair is no character, and could not be written anywhere.
        add("\ufffd" if "\ud800" <= letter <= "\udfff" else letter, *found.span())
        at = found.end()
    if at < text.end:
        add(source[at : text.end], at, text.end)
    return "".join(parts), SourceMap(pieces)


def pointers(value: Value, above: str = "") -> Iterator[tuple[str, Text]]:
    """Every string with its JSON Pointer, as far as it is a value and no name."""
    if isinstance(value, Text):
        yield above, value
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from pointers(one, f"{above}/{name.replace('~', '~0').replace('/', '~1')}")
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from pointers(one, f"{above}/{number}")
