"""A paragraph cut into runs, so that marks may overlap, cross quotes, and yet nest as HTML must."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise, zip_longest
from typing import Literal, NamedTuple

from verify.report.pages.paragraphs import Paragraph

Layer = Literal["quote", "finding", "place"]


class Stretch(NamedTuple):
    """A part of the text that something is said of; `number` tells what, among its layer."""

    start: int
    end: int
    layer: Layer
    number: int


class Run(NamedTuple):
    """Text over which the same is said from end to end; `findings` and `places` are numbers, in order."""

    text: str
    findings: tuple[int, ...]
    places: tuple[int, ...]


class Stint(NamedTuple):
    """Runs one after the other in one quote (-1: none) and one zone."""

    quote: int
    zone: str
    runs: tuple[Run, ...]


def within(stretches: Sequence[Stretch], paragraphs: Sequence[Paragraph]) -> Iterator[list[Stretch]]:
    """For each paragraph the stretches that touch it; one between two paragraphs goes with the second."""
    waiting = deque(sorted(stretches))
    reaching: list[Stretch] = []
    for paragraph, following in zip_longest(paragraphs, paragraphs[1:]):
        while waiting and (following is None or _reached(waiting[0], paragraph)):
            reaching.append(waiting.popleft())
        yield reaching
        if following:
            reaching = [one for one in reaching if one.end > following.start]


def _reached(one: Stretch, paragraph: Paragraph) -> bool:
    return one.start < paragraph.end or one.start == one.end == paragraph.end


def stints(text: str, paragraph: Paragraph, stretches: Iterable[Stretch]) -> list[Stint]:
    """The words of the paragraph, cut wherever a stretch or a zone begins or ends.

    Of quotes inside one another the inner one counts.
    """
    begins: dict[int, list[Stretch]] = defaultdict(list)
    ends: dict[int, list[Stretch]] = defaultdict(list)
    cuts = {paragraph.start, paragraph.end}
    for part in paragraph.parts:
        cuts |= {part.start, part.end}
    for one in stretches:
        start = min(max(one.start, paragraph.start), paragraph.end)
        end = min(max(one.end, paragraph.start), paragraph.end)
        inside = one._replace(start=start, end=end)
        begins[start].append(inside)
        ends[end].append(inside)
        cuts |= {start, end}
    over: set[Stretch] = set()
    runs: list[tuple[int, str, Run]] = []
    points = sorted(cuts)
    parts = iter(paragraph.parts)
    part = next(parts)
    for at, until in pairwise([*points, points[-1]]):
        # A stretch without length is a place between two letters: a run without text.
        if here := [one for one in begins[at] if one.start == one.end]:
            runs.append(_run("", {*over, *here}, part.zone))
        over.difference_update(ends[at])
        over.update(one for one in begins[at] if one.start < one.end)
        while at >= part.end and (following := next(parts, None)):
            part = following
        if at < until:
            runs.append(_run(text[at:until], over, part.zone))
    return [
        Stint(quote, zone, tuple(run for _, _, run in group))
        for (quote, zone), group in groupby(runs, key=lambda run: run[:2])
    ]


def _run(text: str, over: Iterable[Stretch], zone: str) -> tuple[int, str, Run]:
    quotes = [one for one in over if one.layer == "quote"]
    inner = max(quotes, key=lambda one: (one.start, -one.end), default=None)
    findings = sorted(one.number for one in over if one.layer == "finding")
    places = sorted(one.number for one in over if one.layer == "place")
    run = Run(text, tuple(findings), tuple(places))
    return (inner.number if inner else -1), zone, run
