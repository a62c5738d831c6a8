"""Edits of a source, made of the fixes that findings offer; nothing here is changed, only laid out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from verify.lexicon.late import late
from verify.model.finding import Finding
from verify.model.span import Piece, SourceMap, Span

SURE = 0.9
"""From this confidence on, a finding with several fixes has a first one worth trying."""
_WORD = late(r"[^\W_]+")
_LINE_END = late(r"[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")


class Edit(Struct, frozen=True):
    """Words to put in the place of source[start:end], and the finding that they mend.

    `place` is where the old words stand in the text. `others` are further places that the finding
    named: a rule that reports the first of several comes to the next once this one is mended.
    """

    start: int
    end: int
    words: str
    rule: str
    old: str
    place: Span
    others: tuple[Span, ...] = ()

    @property
    def gain(self) -> int:
        """By how many code points the copy grows."""
        return len(self.words) - (self.end - self.start)


def wanted(finding: Finding, *, unsafe: bool) -> str | None:
    """The words that may be put in unread, or None.

    That is the first fix of a safe finding. With `unsafe` it is also the first of others: where it is the
    only one, or the finding is sure.
    """
    if not finding.fixes or finding.fixes[0] == finding.text:
        return None
    only = len(finding.fixes) == 1 or finding.confidence >= SURE
    return finding.fixes[0] if finding.safe or (unsafe and only) else None


def same_words(old: str, new: str) -> bool:
    """Whether only marks and spaces differ, and no word."""
    return _WORD.findall(old) == _WORD.findall(new)


def same_lines(old: str, new: str) -> bool:
    """Whether every line end stays."""
    return _LINE_END.findall(old) == _LINE_END.findall(new)


class Places:
    """Leads from the source to the text, where the two are the same letter by letter."""

    __slots__ = ("_pieces", "_starts")

    def __init__(self, way: SourceMap) -> None:
        self._pieces = sorted(filter(_even, way.pieces), key=lambda piece: piece.source_start)
        self._starts = [piece.source_start for piece in self._pieces]

    def of(self, start: int, end: int) -> Span | None:
        """Where source[start:end] stands in the text; None where markup or an entity cuts it."""
        index = bisect_right(self._starts, start) - 1
        if index < 0 or end > self._pieces[index].source_end:
            return None
        shift = self._pieces[index].text_start - self._pieces[index].source_start
        return Span(start + shift, end + shift)


def _even(piece: Piece) -> bool:
    return piece.text_end - piece.text_start == piece.source_end - piece.source_start


def apart(edits: Iterable[Edit]) -> Iterator[Edit]:
    """The edits that do not touch one before them; the others wait for the next round."""
    reach = -1
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end, edit.rule)):
        if edit.start > reach:
            reach = edit.end
            yield edit


def put_in(text: str, edits: Sequence[Edit], *, places: bool = False) -> str:
    """The source with the edits made, or with `places` the text."""
    parts: list[str] = []
    done = 0
    for edit in edits:
        start, end = edit.place if places else (edit.start, edit.end)
        parts += (text[done:start], edit.words)
        done = end
    return "".join((*parts, text[done:]))


class Shift:
    """Where a place of the source lies once edits are made."""

    __slots__ = ("_edits", "_gains", "_starts")

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._starts = [edit.start for edit in edits]
        self._gains = [0, *accumulate(edit.gain for edit in edits)]

    def span(self, start: int, end: int) -> Span | None:
        """Where source[start:end] lies now; None where an edit touches it."""
        before = bisect_right(self._starts, start)
        if before and self._edits[before - 1].end > start:
            return None
        if before < len(self._edits) and self._starts[before] < end:
            return None
        return Span(start + self._gains[before], end + self._gains[before])

    def new(self) -> list[Span]:
        """Where the words of each edit lie now."""
        starts = (edit.start + gain for edit, gain in zip(self._edits, self._gains, strict=False))
        return [Span(at, at + len(edit.words)) for edit, at in zip(self._edits, starts, strict=True)]

    def moved(self, edit: Edit) -> Edit:
        """An edit that stands behind these, with its places led on."""
        gain = self._gains[-1]
        others = (self.span(*other) for other in edit.others)
        place = Span(edit.place.start + gain, edit.place.end + gain)
        return replace(
            edit,
            start=edit.start + gain,
            end=edit.end + gain,
            place=place,
            others=tuple(other for other in others if other),
        )
