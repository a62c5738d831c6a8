"""Weekdays as the copy joins them, and how far they lie apart: "from Monday through Thursday"."""

from __future__ import annotations

from collections.abc import Iterator

from verify.lexicon.late import late

DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
"""A weekday, as a pattern without groups."""
_NUMBERS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
_JOINT = late(r"day(?: (?:to|through|until|till) | ?[-–] ?)(?=[MTWFS])")
_FIRST = late(rf"(?<![\w’'-]){DAY}\Z")
_SECOND = late(rf"{DAY}(?![\w’'-])(?!,? (?:[A-Z][a-z]{{2,8}}\.? \d|\d))")
_LONGEST = len("Wednesday")
WEEK = 7


def joined(text: str) -> Iterator[tuple[int, int, int]]:
    """(start, end, days from the one to the other) of two weekdays that make a stretch of one week."""
    for joint in _JOINT.finditer(text):
        stop = joint.start() + len("day")
        first = _FIRST.search(text, max(0, stop - _LONGEST - 1), stop)
        second = _SECOND.match(text, joint.end())
        if first and second:
            yield first.start(), second.end(), apart(first[0], second[0])


def apart(one: str, other: str) -> int:
    """The days from one weekday to the next other one."""
    return (number(other) - number(one)) % WEEK


def number(name: str) -> int:
    """The number of a weekday, from 0 for Monday."""
    return _NUMBERS[name[:3].lower()]
