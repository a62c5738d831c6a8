"""Pairs quotation marks, one paragraph at a time, so that an odd mark costs no more than its paragraph."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from msgspec import Struct
from msgspec.structs import replace

from verify.lexicon.late import late
from verify.mark.order import Marker
from verify.mark.pairs.lost_marks import attributed, slipped
from verify.mark.pairs.pairing import (
    SINGLE,
    TURNED,
    Reading,
    closing,
    mismatched,
    opener,
    pair,
    plain,
    turned,
)
from verify.mark.pairs.quote_marks import Mark, has_singles, marks
from verify.mark.pairs.set_off import set_off
from verify.model.article import Article
from verify.model.document import Block
from verify.model.marks import Anomaly, Quotation, Quotations

_UNREAD = frozenset(("code", "furniture"))
_LABEL = late(r"\W{1,2}(?:[A-Z][A-Z.’'-]* ?){1,4}: ")
"""The label of another speaker: the paragraph belongs to the transcript quoted, but carries nothing on."""
_BARE = 3
"""Paragraphs without a mark over which an open quotation may be looked for the mark that closes it."""


class _Stretch(Struct, frozen=True):
    """A quotation in the making, with the mark that opens it."""

    start: int
    end: int
    mark: Mark
    closed: bool = True


class _Lost(Struct, frozen=True):
    """A mark that was never closed, where its quotation ends at the latest, and before its attribution."""

    mark: Mark
    limit: int
    cut: int


class _Paragraph:
    """The quotations and odd marks of one block."""

    def __init__(self, text: str, block: Block, number: int, following: tuple[str, ...]) -> None:
        self.zone, self.start = block.zone, block.start
        self._text, self._block, self._number = text, block, number
        self._marks = _marks(text, block)
        self._following = following
        self._slips: dict[int, bool] = {}
        self.spans: list[Quotation] = []
        self.anomalies: list[Anomaly] = []
        self.open: Mark | None = None
        """The mark of a quotation that runs on into the next paragraph."""
        self.pending: Mark | None = None
        """The mark that was never closed, up to the end of the paragraph."""
        self.orphan: Mark | None = None
        """The first mark, where it closes what was opened nowhere here."""
        self.bare = not self._marks
        if self._marks:
            self._tell(pair(self._marks, self._runs_on))

    def _runs_on(self, index: int) -> bool:
        """Whether what this mark opens goes on in the next paragraph, reopened with the same mark."""
        mark = self._marks[index]
        single = opener(mark) in SINGLE
        if not self._text[mark.end : self._block.end].strip():
            return False
        if not any(
            words.startswith(mark.glyph) or (single and words.startswith(mark.glyph, 1))
            for words in self._following
        ):
            return False
        if index not in self._slips:
            self._slips[index] = slipped(self._text, self._block.start, mark.start, self._block.end)
        return not self._slips[index]

    def _tell(self, reading: Reading) -> None:
        """Make quotations and anomalies of the pairs, and of what found no partner."""
        found, end = self._marks, self._block.end
        pairs = [(pair.opener, pair.closer) for pair in reading.pairs]
        spans = [_Stretch(found[one].start, found[last].end, found[one]) for one, last in pairs]
        lost: list[_Lost] = []
        for index in reading.still_open:
            if self._runs_on(index):
                self.open = self.open or found[index]
                spans.append(_Stretch(found[index].start, end, found[index], closed=False))
            else:
                lost.append(self._lost(found[index], end))
        used = sorted(mark for pair in (*pairs, reading.still_open, reading.alone) for mark in pair)
        for index in reading.alone:
            if found[index].odd == "unclosed":
                later = bisect_right(used, index)
                lost.append(self._lost(found[index], found[used[later]].start if later < len(used) else end))
            else:
                self._stray(index)
        self.anomalies += [Anomaly(one.mark.start, one.mark.end, "unclosed", partner=one.cut) for one in lost]
        for one, last in pairs:
            self.anomalies += _odd_pair(found[one], found[last])
        self.spans = _levelled([*spans, *_unclosed(self._text, lost, spans)], self._number)

    def _lost(self, mark: Mark, limit: int) -> _Lost:
        cut = attributed(self._text, mark.end, limit)
        if limit == self._block.end and cut < 0:
            self.pending = mark
        return _Lost(mark, limit, cut)

    def _stray(self, index: int) -> None:
        """Report a mark that closes nothing, or stands where an apostrophe should."""
        mark = self._marks[index]
        if mark.odd == "apostrophe":
            fix = "'" if mark.glyph == '"' else "’"
            self.anomalies.append(Anomaly(mark.start, mark.end, "apostrophe", fix))
            return
        before = self._marks[index - 1] if index else None
        doubled = before is not None and before.end == mark.start and before.glyph == mark.glyph
        self.anomalies.append(Anomaly(mark.start, mark.end, "unopened", "" if doubled else None))
        if index == 0:
            self.orphan = mark

    def forget(self, mark: Mark) -> None:
        """Take back what was said of the mark: its partner stands in another paragraph."""
        self.anomalies = [one for one in self.anomalies if one.start != mark.start]


def _marks(text: str, block: Block) -> Sequence[Mark]:
    """The marks that count; those of a block without anything odd or single are its double ones."""
    singles = has_singles(text, block.start, block.end)
    found = marks(text, block.start, block.end, singles=singles)
    return found if singles or plain(found) else marks(text, block.start, block.end)


def _odd_pair(first: Mark, last: Mark) -> Iterator[Anomaly]:
    if mismatched(first, last):
        yield Anomaly(last.start, last.end, "mismatched", closing(first))
        return
    for mark in turned(first, last):
        yield Anomaly(mark.start, mark.end, "reversed", TURNED[mark.glyph])


def _unclosed(text: str, lost: list[_Lost], spans: list[_Stretch]) -> Iterator[_Stretch]:
    """What each mark that was never closed most likely quotes: up to its attribution, else to its limit.

    One within a quotation or a word quotes nothing of its own; none ends in the midst of another.
    """
    outer = [*_outermost(spans)]
    starts = [span.start for span in outer]
    taken = 0
    for one in sorted(lost, key=lambda one: one.mark.start):
        mark, limit, cut = one.mark, one.limit, one.cut
        at = bisect_right(starts, mark.start)
        inside = mark.start < taken or (at and outer[at - 1].end > mark.start)
        if inside or text[mark.start - 1 : mark.start].isalnum():
            continue
        end = cut if cut >= 0 else mark.end + len(text[mark.end : limit].rstrip())
        over = bisect_right(starts, end - 1) - 1
        if over >= at and outer[over].end > end:
            end = outer[over].end if outer[over].end <= limit else outer[over].start
        taken = end
        if end > mark.end:
            yield _Stretch(mark.start, end, mark, closed=False)


def _outermost(spans: list[_Stretch]) -> Iterator[_Stretch]:
    end = 0
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.start >= end:
            yield span
            end = span.end


def _levelled(spans: list[_Stretch], number: int) -> list[Quotation]:
    """The spans as quotations, each knowing in how many others it lies."""
    quotations: list[Quotation] = []
    around: list[int] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        while around and around[-1] <= span.start:
            around.pop()
        single = opener(span.mark) in SINGLE
        quotations.append(
            Quotation(span.start, span.end, number, closed=span.closed, level=len(around), single=single)
        )
        around.append(span.end)
    return quotations


def _rejoin(paragraphs: Sequence[_Paragraph]) -> None:
    """Say once what two paragraphs show: one lacks its closing mark, the other closes what it never opened.

    In a list that is no slip at all: a quotation may run over its items.
    """
    waiting: _Paragraph | None = None
    bare = 0
    for here in paragraphs:
        if waiting and waiting.pending and here.orphan and opener(here.orphan) == opener(waiting.pending):
            here.forget(here.orphan)
            if here.zone == "list":
                waiting.forget(waiting.pending)
        if here.pending:
            waiting, bare = here, 0
        elif here.bare and bare < _BARE:
            bare += here.zone != "list"
        else:
            waiting = None


def quotations(article: Article) -> Quotations:
    """Every stretch between quotation marks, in the order of the text, and every odd mark.

    A quotation may run over several paragraphs, each reopened and only the last closed (the rule of
    AP and of the Chicago manual); then all but the last are `closed=False` and each carries on the
    one before through `chain`.
    """
    text = article.text
    blocks = article.blocks
    begins = [text[block.start : block.start + 3] for block in blocks]
    read = [number for number, block in enumerate(blocks) if block.zone not in _UNREAD]
    paragraphs = []
    for number, after in zip_longest(read, read[1:]):
        # The paragraph that reopens a quotation may have been taken for furniture, or stand behind some.
        following = (
            tuple(begins[number + 1 : number + 2]) if after is None else (begins[number + 1], begins[after])
        )
        paragraphs.append(_Paragraph(text, blocks[number], number, following))
    _rejoin(paragraphs)
    spans: list[Quotation] = []
    anomalies: list[Anomaly] = []
    carried = -1
    for here in paragraphs:
        first = len(spans)
        spans += here.spans
        reopened = here.spans and here.spans[0].start == here.start
        if carried >= 0 and reopened and not _LABEL.match(text, here.start):
            spans[first] = replace(spans[first], chain=carried)
        anomalies += here.anomalies
        carried = -1
        if here.open:
            starts = [span.start for span in here.spans]
            carried = first + bisect_right(starts, here.open.start) - 1
    return Quotations(set_off(article, spans), tuple(sorted(anomalies, key=lambda one: one.start)))


MARKER = Marker("quotations", quotations)
