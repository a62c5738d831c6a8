"""Where each key and value of a TOML text stands: asked only once something in it is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify.model.span import Lines

Key = tuple[str | int, ...]
"""The way to a value: ("people", 2, "offices", 0, "from")."""

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_PART = re.compile(r"\"((?:[^\"\\\n]|\\.)*)\"|'([^'\n]*)'|([\w-]+)")
_STRING = re.compile(
    r"\"\"\"(?:[^\\]|\\.)*?\"{3,5}(?!\")|'''.*?'{3,5}(?!')|\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'", re.DOTALL
)
_PLAIN = re.compile(r"[^,\]}#\n]*")


class Places:
    """Line and column of the keys and values of a TOML text that is sound."""

    def __init__(self, text: str) -> None:
        self._lines = Lines(text)
        self._found: dict[Key, int] = {}
        try:
            for key, at in _Walk(text).places():
                for length in range(1, len(key) + 1):
                    # A table that only its tables name stands where the first of them does.
                    self._found.setdefault(key[:length], at)
        except (LookupError, ValueError, RecursionError):
            # Nothing that tomllib takes leads here; a place is worth no failure.
            self._found.clear()

    def of(self, key: Key) -> tuple[int, int]:
        """Line and column, from 1, of the value; where it has no place of its own, of what holds it."""
        while key and key not in self._found:
            key = key[:-1]
        return self._lines.place(self._found.get(key, 0))


class _Walk:
    """Goes through the text once, from its start to its end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._rows: dict[Key, int] = {}

    def places(self) -> Iterator[tuple[Key, int]]:
        """Every key with the offset where it begins, headers and entries of lists included."""
        within: Key = ()
        while self._past(_BLANK) < len(self._text):
            start = self._at
            if self._text[start] == "[":
                rows = self._text.startswith("[[", start)
                self._at += 2 if rows else 1
                within = self._table(self._keys(), rows=rows)
                self._at = self._text.index("]", self._at) + (2 if rows else 1)
                yield within, start
            else:
                yield from self._entry(within)

    def _entry(self, within: Key) -> Iterator[tuple[Key, int]]:
        """A key with its value."""
        start = self._at
        key = (*within, *self._keys())
        self._at = self._text.index("=", self._at) + 1
        yield key, start
        yield from self._value(key)

    def _value(self, key: Key) -> Iterator[tuple[Key, int]]:
        self._past(_SPACE)
        opening = self._text[self._at]
        if opening == "[":
            for number, _ in enumerate(self._items("]")):
                item = (*key, number)
                yield item, self._at
                yield from self._value(item)
        elif opening == "{":
            for _ in self._items("}"):
                yield from self._entry(key)
        else:
            self._past(_STRING if opening in "\"'" else _PLAIN)

    def _items(self, closing: str) -> Iterator[None]:
        """Stop at each item of a list or of a table in braces; the item is read before the next is asked."""
        self._at += 1
        while self._text[self._past(_BLANK)] != closing:
            if self._text[self._at] == ",":
                self._at += 1
            else:
                yield
        self._at += 1

    def _keys(self) -> list[str]:
        """The parts of a dotted key."""
        parts = []
        while True:
            self._past(_SPACE)
            part = _PART.match(self._text, self._at)
            if part is None:
                raise LookupError
            parts.append(next(group for group in part.groups() if group is not None))
            self._at = part.end()
            self._past(_SPACE)
            if self._text[self._at] != ".":
                return parts
            self._at += 1

    def _table(self, names: list[str], *, rows: bool) -> Key:
        """The way to the table that a header opens; `rows` says that it is the next of several."""
        key: Key = ()
        for number, name in enumerate(names):
            key = (*key, name)
            if rows and number == len(names) - 1:
                self._rows[key] = self._rows.get(key, -1) + 1
            if key in self._rows:
                key = (*key, self._rows[key])
        return key

    def _past(self, pattern: re.Pattern[str]) -> int:
        found = pattern.match(self._text, self._at)
        self._at = found.end() if found else self._at
        return self._at
