"""Tells findings that are known from those that are new, whatever happened to the copy around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from verify.check.outcome import FileReport
from verify.lexicon.late import late

_REACH = 80
_WORDS = 4
_CLIP = 200
_LONG = 6
"""Words that are enough to know a passage by, wherever it stands."""
_ALIKE = 0.8
_PAIRS = 250_000
"""Comparisons that a group of like findings is worth; beyond them only what is equal is known."""
_WITHIN = late(r"</?(?:a|abbr|b|cite|em|i|mark|q|small|span|strong|su[bp]|u)(?:\s[^<>]{0,200})?>")
"""Tags that stand within a passage, and are no part of its words."""
_BREAK = late(r"\n\s*?\n|\n(?=\s{0,3}(?:[-*+#>|]|\d{1,3}[.)] ))|<[^<>]{0,200}>|<(?=/?[a-zA-Z])|(?<=[\w\"/])>")
"""What parts a passage from its neighbours: a blank line, a new item or heading, a tag or half of one."""


class Trace(NamedTuple):
    """What a finding is known by: its rule, its words and the words around them; the path is a hint."""

    path: str
    rule: str
    text: str
    before: str
    after: str


class Verdict(Struct, frozen=True):
    """For each finding whether it is known, and how many of each trace were not met again."""

    known: tuple[bool, ...]
    left: Mapping[Trace, int]


def traces(file: FileReport, path: str) -> Iterator[Trace]:
    """The trace of each finding of an article that goes by this path."""
    source = file.source
    for one in file.findings:
        before = _BREAK.split(_WITHIN.sub("", source[max(0, one.start - _REACH) : one.start]))[-1].split()[
            -_WORDS:
        ]
        after = _BREAK.split(_WITHIN.sub("", source[one.end : one.end + _REACH]), maxsplit=1)[0].split()[
            :_WORDS
        ]
        words = " ".join(one.text.split())[:_CLIP].rstrip()
        yield Trace(path, one.rule, words, " ".join(before), " ".join(after))


def compared(found: Sequence[Trace], known: Mapping[Trace, int]) -> Verdict:
    """Hold findings against those that are known, each of which stands for as many as it counts.

    What is equal goes first, in the same file before another; then what has the same words among mostly
    the same others, or is a long passage in which little has changed. The order of `found` decides which
    of equal ones are the new ones.
    """
    met: dict[int, Trace] = {}
    left = Counter({trace: count for trace, count in known.items() if count > 0})
    for number, trace in enumerate(found):
        if left[trace] > 0:
            left[trace] -= 1
            met[number] = trace
    elsewhere: dict[tuple[str, ...], list[Trace]] = {}
    for trace in sorted(+left):
        elsewhere.setdefault(trace[1:], []).append(trace)
    for number, trace in _others(found, met):
        for candidate in elsewhere.get(trace[1:], ()):
            if left[candidate] > 0:
                left[candidate] -= 1
                met[number] = candidate
                break
    _met_again(found, met, left)
    return Verdict(tuple(number in met for number in range(len(found))), +left)


def _others(found: Sequence[Trace], met: Mapping[int, Trace]) -> list[tuple[int, Trace]]:
    return [(number, trace) for number, trace in enumerate(found) if number not in met]


def _met_again(found: Sequence[Trace], met: dict[int, Trace], left: Counter[Trace]) -> None:
    """Pair what is alike, the likest first."""
    of_rule: dict[str, list[Trace]] = {}
    for trace in sorted(+left):
        of_rule.setdefault(trace.rule, []).append(trace)
    groups: dict[str, list[tuple[int, Trace]]] = {}
    for number, trace in _others(found, met):
        if trace.rule in of_rule:
            groups.setdefault(trace.rule, []).append((number, trace))
    for rule, ours in sorted(groups.items()):
        if len(ours) * len(of_rule[rule]) > _PAIRS:
            continue
        pairs = [
            (-likeness, trace.path != candidate.path, number, candidate)
            for number, trace in ours
            for candidate in of_rule[rule]
            if (likeness := _likeness(trace, candidate))
        ]
        for _, _, number, candidate in sorted(pairs):
            if number not in met and left[candidate] > 0:
                left[candidate] -= 1
                met[number] = candidate


def _likeness(one: Trace, other: Trace) -> float:
    """How much of two passages is the same, from 0 (they are not one) to 1."""
    same = one.text == other.text
    ours, theirs = one.text.split(), other.text.split()
    long = min(len(ours), len(theirs)) >= _LONG
    if not same and not (long and _shared(ours, theirs) >= _ALIKE):
        return 0
    around = _shared((*one.before.split(), *one.after.split()), (*other.before.split(), *other.after.split()))
    if not long and around < 0.5:
        return 0
    return (around + _shared(ours, theirs)) / 2


def _shared(ours: Iterable[str], theirs: Iterable[str]) -> float:
    """The share of words that two passages have in common, of the longer one."""
    counts, others = Counter(ours), Counter(theirs)
    longer = max(counts.total(), others.total())
    return (counts & others).total() / longer if longer else 0.0
