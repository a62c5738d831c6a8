"""Whether two spellings are one slip of the keyboard apart."""

from __future__ import annotations


def slips(one: str, other: str) -> int:
    """How many slips part two words: 1 is a letter swapped, lost, added or replaced, 2 any more."""
    if one == other:
        return 0
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(long) - len(short) > 1:
        return 2
    first, end = 0, len(short)
    while first < end and short[first] == long[first]:
        first += 1
    tail = 0
    while tail < end - first and short[-1 - tail] == long[-1 - tail]:
        tail += 1
    left, right = short[first : end - tail], long[first : len(long) - tail]
    if len(left) + len(right) == 1 or len(left) == len(right) == 1:
        return 1
    return 1 if len(left) == 2 and left == right[::-1] else 2


def swapped(one: str, other: str) -> bool:
    """Whether two words differ by two neighbouring letters in the wrong order, and by nothing else."""
    return len(one) == len(other) and sorted(one) == sorted(other) and slips(one, other) == 1


def distance(one: str, other: str, most: int) -> int:
    """How many slips part two words, counted up to one more than `most`."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one):
        further = [at + 1]
        for to, meant in enumerate(other):
            steps = min(row[to] + (letter != meant), row[to + 1] + 1, further[to] + 1)
            if at and to and letter == other[to - 1] and one[at - 1] == meant:
                steps = min(steps, before[to - 1] + 1)
            further.append(steps)
        if min(further) > most:
            return most + 1
        before, row = row, further
    return row[-1]
