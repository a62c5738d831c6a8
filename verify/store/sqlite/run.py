"""The stories of a run that has very many: their facts in a file of its own, gone when the run is done."""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby
from sys import intern
from typing import Any, overload

from verify.store.days import iso
from verify.store.facts import Fact, Story, Told
from verify.store.shelf import NoShelf
from verify.store.stories import MOST

_SET_UP = (
    "PRAGMA journal_mode = OFF",
    "PRAGMA synchronous = OFF",
    "PRAGMA temp_store = FILE",
    "PRAGMA cache_size = -2000",
    """
    CREATE TABLE fact (
        id INTEGER PRIMARY KEY,
        key INTEGER NOT NULL,
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        value TEXT NOT NULL,
        start INTEGER NOT NULL,
        stop INTEGER NOT NULL,
        words TEXT NOT NULL,
        line INTEGER NOT NULL,
        col INTEGER NOT NULL
    )
    """,
)
_ADD = "INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
# SQLite adds the id: the facts of a key lie in the order of their stories.
_INDEX = "CREATE INDEX fact_key ON fact (key)"
_ELSEWHERE = """
    SELECT id, kind, subject, value, start, stop, words, line, col FROM fact
    WHERE key = ? AND id BETWEEN ? AND ? AND kind = ? AND subject = ? ORDER BY id DESC LIMIT ?
"""
_VALUES = "SELECT DISTINCT value FROM fact WHERE key = ? AND kind = ? AND subject = ?"
_USED = "SELECT id, value FROM fact WHERE key = ? AND kind = ? AND subject = ? ORDER BY id"
_ONE = "SELECT id, kind, subject, value, start, stop, words, line, col FROM fact WHERE id = ?"
_BITS = 1 << 22
"""Bits of each sieve, half a megabyte: with very many subjects it lets more through, and takes no more."""
_REMEMBERED = 2_000
"""Answers that are kept for rules that ask the same."""


class OnDisk:
    """The stories of a run, whose facts lie in a file that nobody else can open.

    `paths` are theirs, each once, in the order in which stories lie; `story` gives the story of a path.
    """

    def __init__(self, paths: Sequence[str], story: Callable[[str], Story | None]) -> None:
        self._paths = paths
        self.story = story
        self._dates: list[str] = []
        self._firsts = array("q")
        self._seen, self._shared = _Sieve(), _Sieve()
        self._values: dict[tuple[str, str], AbstractSet[str]] = {}
        self._used: dict[tuple[str, str], Mapping[str, Sequence[Told]]] = {}
        self._own: tuple[Story | None, frozenset[tuple[str, str]]] = None, frozenset()
        self._connection = sqlite3.connect("", isolation_level=None)
        try:
            self._fill()
        except (sqlite3.Error, ValueError, OverflowError) as error:
            self.close()
            raise NoShelf("", str(error)) from None

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def holds(self, path: str) -> bool:
        """Whether the run has a story of this path."""
        return self.story(path) is not None

    def elsewhere(self, story: Story, kind: str, subject: str, days: tuple[str, str] | None) -> list[Told]:
        """The facts of one kind and subject that other stories hold, in the order of the stories."""
        key = hash((kind, subject))
        if not self._of_others(story, kind, subject, key):
            return []
        found: list[Told] = []
        for first, last in self._stretches(days):
            rows = self._connection.execute(_ELSEWHERE, (key, first, last, kind, subject, MOST)).fetchall()
            found += map(self._told, reversed(rows))
        return [told for told in found if told.path != story.path]

    def values(self, kind: str, subject: str) -> AbstractSet[str]:
        """The values that they give a subject."""
        if (kind, subject) not in self._values:
            if len(self._values) >= _REMEMBERED:
                self._values.clear()
            rows = self._connection.execute(_VALUES, (hash((kind, subject)), kind, subject))
            self._values[kind, subject] = frozenset(value for (value,) in rows)
        return self._values[kind, subject]

    def used(self, kind: str, subject: str) -> Mapping[str, Sequence[Told]]:
        """The values of a subject, each with the stories that give it this value and no other, by path."""
        if (kind, subject) not in self._used:
            if len(self._used) >= _REMEMBERED:
                self._used.clear()
            self._used[kind, subject] = self._uses(kind, subject)
        return self._used[kind, subject]

    def told_at(self, number: int) -> Told:
        """The fact of one number, as told by its story."""
        (row,) = self._connection.execute(_ONE, (number,))
        return self._told(row)

    def _fill(self) -> None:
        for statement in _SET_UP:
            self._connection.execute(statement)
        self._connection.execute("BEGIN")
        next_ = 1
        for path in self._paths:
            story = self.story(path)
            facts = story.facts if story else ()
            self._firsts.append(next_)
            next_ += len(facts)
            self._dates.append(intern(story.date) if story else "")
            self._connection.executemany(_ADD, ((None, hash(fact[:2]), *fact) for fact in facts))
            self._sift({hash(fact[:2]) for fact in facts})
        self._firsts.append(next_)
        self._connection.execute(_INDEX)
        self._connection.execute("COMMIT")

    def _sift(self, keys: Iterable[int]) -> None:
        """Note the keys of one story."""
        for key in keys:
            (self._shared if key in self._seen else self._seen).add(key)

    def _of_others(self, story: Story, kind: str, subject: str, key: int) -> bool:
        """Whether another story may hold the subject: most are a story's own, and need no question."""
        if key not in self._seen:
            return False
        if self._own[0] is not story:
            self._own = story, frozenset((fact.kind, fact.subject) for fact in story.facts)
        return key in self._shared or (kind, subject) not in self._own[1]

    def _stretches(self, days: tuple[str, str] | None) -> Iterator[tuple[int, int]]:
        """The numbers of facts that lie in these days, behind those of stories without a day."""
        if days is None:
            yield 1, self._firsts[-1]
            return
        undated = bisect_right(self._dates, "", key=iso)
        first = bisect_left(self._dates, days[0], key=iso)
        last = bisect_right(self._dates, days[1], key=iso)
        for begin, end in ((0, undated), (first, last)):
            if begin < end:
                yield self._firsts[begin], self._firsts[end] - 1

    def _told(self, row: tuple[Any, ...]) -> Told:
        at = self._at(row[0])
        return Told(self._paths[at], self._dates[at], Fact(*row[1:]))

    def _at(self, number: int) -> int:
        """The place of the story that holds a fact."""
        return bisect_right(self._firsts, number) - 1

    def _uses(self, kind: str, subject: str) -> Mapping[str, Sequence[Told]]:
        rows = self._connection.execute(_USED, (hash((kind, subject)), kind, subject))
        numbers: dict[str, array[int]] = defaultdict(lambda: array("q"))
        for _, own in groupby(rows, key=lambda row: self._at(row[0])):
            first, *others = own
            if all(value == first[1] for _, value in others):
                numbers[first[1]].append(first[0])
        by_path = {value: array("q", sorted(held, key=self._path)) for value, held in numbers.items()}
        ordered = sorted(by_path, key=lambda value: self._path(by_path[value][0]))
        return {value: _Listed(self, by_path[value]) for value in ordered}

    def _path(self, number: int) -> str:
        """The path of the story that holds a fact."""
        return self._paths[self._at(number)]


class _Listed(Sequence[Told]):
    """Facts by their numbers, each read when it is asked for."""

    __slots__ = ("_numbers", "_stories")

    def __init__(self, stories: OnDisk, numbers: array[int]) -> None:
        self._stories = stories
        self._numbers = numbers

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> Told: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Told]: ...
    def __getitem__(self, at: int | slice) -> Told | Sequence[Told]:
        if isinstance(at, slice):
            return _Listed(self._stories, self._numbers[at])
        return self._stories.told_at(self._numbers[at])


class _Sieve:
    """Numbers of which it can be told that one was surely never added."""

    __slots__ = ("_bits",)

    def __init__(self) -> None:
        self._bits = bytearray(_BITS // 8)

    def add(self, number: int) -> None:
        """Note a number."""
        at = number % _BITS
        self._bits[at >> 3] |= 1 << (at & 7)

    def __contains__(self, number: int) -> bool:
        at = number % _BITS
        return bool(self._bits[at >> 3] >> (at & 7) & 1)
