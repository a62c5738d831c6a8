"""Stretches of a source, and the question whether one of them touches a place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate


class Stretches:
    """Many (start, end) stretches, asked in logarithmic time: copy may hold thousands of allowances."""

    __slots__ = ("_reach", "_starts")

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def touch(self, start: int, end: int) -> bool:
        """Whether a stretch shares a code point with the place; one without width counts as one wide."""
        before = bisect_left(self._starts, max(end, start + 1))
        return before > 0 and self._reach[before - 1] > start
