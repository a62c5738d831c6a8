"""Mends one article in memory, in rounds, and takes back every fix that does any harm."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from verify.check.setup import Setup
from verify.fix.edits import Edit, Shift, apart, put_in
from verify.fix.reading import Reading, alone, edits, read_through
from verify.model.document import Document
from verify.model.finding import Finding
from verify.read.decode import encoded

READINGS = 100
"""How often one article is read at most. Even a chain of a million slips is mended in twenty rounds, since
every round mends half of it; the rest is for fixes that have to be taken back."""


class Mended(Struct, frozen=True):
    """The bytes of an article after its fixes, how many were made, and how many more there are if unsafe."""

    data: bytes
    fixed: int
    more: int


def mend(path: str, data: bytes, setup: Setup, *, unsafe: bool = False) -> Mended | None:
    """Make the fixes that the findings of an article offer; None where it cannot be read, or written back.

    Rounds go on until one changes nothing, so that a second run has nothing left to do. They end: each
    reads the article at least once, and it is read at most `READINGS` times.
    """
    quick = alone(setup)
    reading = read_through(path, data, quick)
    if reading is None or encoded(reading.document.source, like=data) != data:
        return None
    desk = _Desk(path, quick)
    fixed = 0
    while True:
        offered = [edit for _, edit in edits(reading.document, reading.findings, quick, unsafe=unsafe)]
        reading, made = desk.settle(reading, tuple(apart(offered)))
        if not made:
            return Mended(
                reading.data, fixed, 0 if unsafe else hidden(reading.findings, reading.document, quick)
            )
        fixed += len(made)


def hidden(findings: Iterable[Finding], document: Document, setup: Setup) -> int:
    """How many of the findings an unsafe fix might mend, and no safe one."""
    offered = edits(document, (one for one in findings if not one.safe), setup, unsafe=True)
    return sum(1 for _ in offered)


class _Desk:
    """Tries edits on an article, and counts how often it was read."""

    def __init__(self, path: str, setup: Setup) -> None:
        self._path = path
        self._setup = setup
        self._left = READINGS

    def settle(self, reading: Reading, batch: Sequence[Edit]) -> tuple[Reading, list[Edit]]:
        """Make all the edits that do no harm; where some do, they are looked for by halves."""
        if not batch or not self._left:
            return reading, []
        after = self._tried(reading, batch)
        if after is not None:
            return after, [*batch]
        if len(batch) == 1:
            return reading, []
        half = len(batch) // 2
        reading, made = self.settle(reading, batch[:half])
        shift = Shift(made)
        there = {(one.rule, one.start, one.end, one.text) for one in reading.findings}
        # What the first half mended by the way needs no second fix.
        later = (shift.moved(edit) for edit in batch[half:])
        reading, more = self.settle(
            reading, [edit for edit in later if (edit.rule, edit.start, edit.end, edit.old) in there]
        )
        return reading, [*made, *more]

    def _tried(self, before: Reading, batch: Sequence[Edit]) -> Reading | None:
        """The article with the edits, read anew; None where they do more than mend their findings."""
        self._left -= 1
        source = put_in(before.document.source, batch)
        data = encoded(source, like=before.data)
        after = read_through(self._path, data, self._setup) if data is not None else None
        if after is None or after.document.source != source:
            return None
        if after.document.text != put_in(before.document.text, batch, places=True):
            # What was put in means something else to the reader: markup, an entity, front matter.
            return None
        if [b.zone for b in after.document.blocks] != [b.zone for b in before.document.blocks]:
            return None
        if not after.problems <= before.problems:
            return None
        return None if _harm(before, after, batch) else after


def _harm(before: Reading, after: Reading, batch: Sequence[Edit]) -> bool:
    """Whether a finding is new, by its rule and words, or one that was to go is still there.

    A rule may come to the next place that its finding named. And of three words alike one is taken out
    at a time: what gets shorter comes to an end, so that it may leave some of its finding behind.
    """
    allowed = Counter((one.rule, one.text) for one in before.findings)
    allowed.subtract((edit.rule, edit.old) for edit in batch if edit.gain >= 0)
    shift = Shift(batch)
    named = {(edit.rule, moved) for edit in batch for span in edit.others if (moved := shift.span(*span))}
    cut = {(edit.rule, now) for edit, now in zip(batch, shift.new(), strict=True) if edit.gain < 0}
    for finding in after.findings:
        key, place = (finding.rule, finding.text), (finding.rule, finding.span)
        if allowed[key] > 0:
            allowed[key] -= 1
        elif place not in named and place not in cut:
            return True
    return False
