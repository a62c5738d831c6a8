"""Pairs quotation marks, one paragraph at a time, so that an odd mark costs no more than its paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from verify.mark.order import Marker
from verify.model.article import Article
from verify.model.marks import Anomaly, Quotation, Quotations

_DOUBLE = re.compile(r"[“”\"„‟]|``|''")
_SINGLE = re.compile(r"(?<!')[‘’'](?!')")
_OPENS_AFTER = frozenset(" \t\n\u00a0\u2009([{—–-/:;,‘'“\"…")
_CLOSES_BEFORE = frozenset(" \t\n\u00a0\u2009)]}—–-/:;,.?!’'”\"…*")
_GAPS = frozenset(" \t\n\u00a0\u2009([{")
_CUT = re.compile(
    r"[,.?!…](?= (?:he|she|they|it|I|we|the [a-z]+|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})"
    r"(?:, [^,.?!“”\"\n]{3,60},)?"
    r" (?:said|says|told|added|wrote|tweeted|asked|continued|explained|noted|argued|insisted)\b"
    r"| (?:said|says|added|asked|wrote) (?:[A-Z]|the |a |he |she ))"
)
_SIGNED = re.compile(r"[.!?…] ?[—–―][ \u00a0]?[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}\.?\Z")
_ATTRIBUTION = 60
"""Letters that an attribution at the end of a block may take."""
_ELISION = re.compile(r"[’‘'](?:\d0s|em|n|til|tis|twas|cause|bout|round|s|t|re|ve|ll|d|m)\b", re.IGNORECASE)
_CLOSING_SINGLE = re.compile(r"(?<!')[’'](?!')")
_LONGEST_SINGLE = 3000
_LONGEST_INNER = 600


class _Mark(NamedTuple):
    start: int
    end: int
    side: str  # "open", "close", either after "wrong-", or "" where the mark and its neighbours do not tell


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    """The double marks of text[start:end], each with the side on which it stands."""
    found = []
    for match in _DOUBLE.finditer(text, start, end):
        at, stop, mark = match.start(), match.end(), match.group()
        before = text[at - 1] if at > start else " "
        after = text[stop] if stop < end else " "
        opens = before in _OPENS_AFTER and after not in " \t\n\u00a0"
        closes = after in _CLOSES_BEFORE and before not in " \t\n\u00a0"
        if mark in "“„‟":
            side = "open" if opens or not closes else "wrong-open"
        elif mark == "”":
            side = "wrong-close" if before in _GAPS and after not in _CLOSES_BEFORE else "close"
            side = "wrong-close" if at == start else side
        elif mark == "``":
            side = "open"
        elif opens == closes or (before in ",.?!…" and after.isalnum()):
            # `early,"said` or `said,"Why`: a space is lost, and only what is open tells on which side.
            side = ""
        else:
            side = "open" if opens else "close"
        found.append(_Mark(at, stop, side))
    return found


class _Paragraph:
    """The pairing of one block's double marks."""

    def __init__(self, text: str, start: int, end: int, block: int) -> None:
        self.text, self.start, self.end, self.block = text, start, end, block
        self.spans: list[Quotation] = []
        self.anomalies: list[Anomaly] = []
        self._pair(_marks(text, start, end))

    def _pair(self, marks: list[_Mark]) -> None:
        opened: _Mark | None = None
        nested = 0
        for index, mark in enumerate(marks):
            side = mark.side
            following = marks[index + 1].side if index + 1 < len(marks) else ""
            if side.startswith("wrong"):
                # A curly mark turned the wrong way: believe its place, and say that it is turned.
                self.anomalies.append(Anomaly(mark.start, mark.end, "reversed"))
                side = "close" if side == "wrong-open" else "open"
            if not side:
                side = "close" if opened else "open"
            if opened is None:
                if side == "open":
                    opened = mark
                elif self._inches(mark):
                    continue
                else:
                    self.anomalies.append(Anomaly(mark.start, mark.end, "unopened"))
            elif side == "close":
                if nested and following in ("close", ""):
                    nested -= 1
                    continue
                self._add(opened.start, mark.end)
                opened, nested = None, 0
            elif following == "close" and index + 2 < len(marks) and marks[index + 2].side == "close":
                nested += 1
            else:
                # Opened twice: the first mark was never closed.
                self.anomalies.append(Anomaly(opened.start, opened.end, "unclosed"))
                self._add(opened.start, self.guess(opened.end, mark.start), closed=False)
                opened = mark
        if opened is not None and self.end - opened.start > 1:
            self._add(opened.start, self.end, closed=False)
        elif opened is not None:
            self.anomalies.append(Anomaly(opened.start, opened.end, "unclosed"))

    def _inches(self, mark: _Mark) -> bool:
        """Whether a mark that would close nothing stands for inches, right after a figure."""
        return self.text[mark.start] in "\"”'" and self.text[mark.start - 1 : mark.start].isdigit()

    def _add(self, start: int, end: int, *, closed: bool = True) -> None:
        if end - start > 1:
            self.spans.append(Quotation(start, end, self.block, closed=closed))

    def guess(self, start: int, end: int) -> int:
        """Where an unclosed quotation most likely ends: before its attribution, else at `end`."""
        cut = _CUT.search(self.text, start, end)
        return cut.start() + 1 if cut else start + len(self.text[start:end].rstrip())


class _Single(NamedTuple):
    start: int
    end: int
    inside: bool
    closed: bool


def _singles(text: str, start: int, end: int, doubles: Sequence[Quotation]) -> list[_Single]:
    """Quotations in single marks within text[start:end]; apostrophes and elisions are none.

    One that opens outside the double marks steps over them (British copy: ‘He asked, “Why?”, and left’),
    one that opens inside them ends there too. A curly mark before a capital may stay unclosed, up to the
    end of the block.
    """
    found: list[_Single] = []
    starts = [span.start for span in doubles]
    at = start
    while match := _SINGLE.search(text, at, end):
        at = match.end()
        before = text[match.start() - 1] if match.start() > start else " "
        if before not in _OPENS_AFTER or at >= end or text[at] in " \n\t" or match.group() == "’":
            continue
        if _ELISION.match(text, match.start(), end):
            continue
        home = _around(doubles, starts, match.start())
        longest = _LONGEST_INNER if home else _LONGEST_SINGLE
        limit = min(home.end - home.closed if home else end, at + longest)
        close = _single_close(text, at, limit, [] if home else doubles, [] if home else starts)
        if close:
            found.append(_Single(match.start(), close, home is not None, closed=True))
            at = close
        elif home is None and match.group() == "‘" and (text[at].isupper() or text[at] in "“[…"):
            found.append(_Single(match.start(), end, inside=False, closed=False))
            break
    return found


def _around(spans: Sequence[Quotation], starts: Sequence[int], at: int) -> Quotation | None:
    """The span that holds the offset, or None; `starts` are the spans' own, in order."""
    index = bisect_left(starts, at) - 1
    return spans[index] if index >= 0 and at < spans[index].end else None


def _single_close(
    text: str, start: int, end: int, doubles: Sequence[Quotation], starts: Sequence[int]
) -> int:
    """Where a single quotation that opened just before `start` closes, or 0 where it does not."""
    doubtful = 0
    for match in _CLOSING_SINGLE.finditer(text, start, end):
        before, after = text[match.start() - 1], text[match.end()] if match.end() < len(text) else " "
        if after.isalnum() or before in " \n\t":
            continue
        if _around(doubles, starts, match.start()) is not None:
            continue
        if before == "s" and after == " ":
            # "the workers’ rights": perhaps a possessive; keep it only if nothing better follows.
            doubtful = doubtful or match.end()
            continue
        return match.end()
    return doubtful


class _Block:
    """The quotations of one block, double and single, outermost and inner."""

    def __init__(self, text: str, start: int, end: int, number: int) -> None:
        self.start, self.end = start, end
        self._text = text
        self._paragraph = _Paragraph(text, start, end, number)
        doubles = self._paragraph.spans
        singles = _singles(text, start, end, doubles)
        whole = [single for single in singles if not single.inside]
        starts = [single.start for single in whole]

        def within(span: Quotation) -> bool:
            at = bisect_left(starts, span.start) - 1
            return at >= 0 and span.end <= whole[at].end

        self.outer = [span for span in doubles if not within(span)]
        self.outer += [Quotation(s.start, s.end, number, closed=s.closed, single=True) for s in whole]
        self.outer.sort()
        self.inner = [span._replace(level=1) for span in doubles if within(span)]
        self.inner += [Quotation(s.start, s.end, number, level=1, single=True) for s in singles if s.inside]
        self.anomalies = self._paragraph.anomalies

    def unclosed(self) -> bool:
        """Whether the block ends inside a quotation."""
        return bool(self.outer) and not self.outer[-1].closed and self.outer[-1].end == self.end

    def slipped(self) -> bool:
        """Whether the open quotation cannot run on, though the next block is reopened.

        A fragment that begins in mid-sentence ends with its sentence, unless it takes up the quotation
        before it (“I ran,” he said, “and fell.); and where an attribution or a signature closes the
        block, the mark before it was lost. An attribution with a quotation of its own belongs to that.
        """
        last = self.outer[-1]
        words = self._text[last.start + 1 : last.end].lstrip(" […'‘")
        if words[:1].islower() and not self._resumes(last):
            return True
        if _SIGNED.search(self._text, last.start, last.end):
            return True
        guess = self._paragraph.guess(last.start + 1, last.end)
        if any(span.start > guess for span in self.inner):
            return False
        return 0 < last.end - guess <= _ATTRIBUTION

    def _resumes(self, last: Quotation) -> bool:
        """Whether the quotation goes on with the sentence of the one before it, after its attribution."""
        text = self._text
        if len(self.outer) < 2 or not text.endswith(",", last.start - 2, last.start - 1):
            return False
        before = self.outer[-2]
        same_sentence = text[before.end - 2] in ",?!-–—" and ". " not in text[before.end : last.start]
        return before.closed and same_sentence

    def cut_short(self) -> None:
        """The open quotation is no long one but an accident: report it and end it at its attribution."""
        last = self.outer[-1]
        opening = last.start + 1
        self.anomalies.append(Anomaly(last.start, opening, "unclosed"))
        self.outer[-1] = last._replace(end=self._paragraph.guess(opening, self.end))
        self.inner = [span for span in self.inner if span.end <= self.outer[-1].end or span.start >= last.end]


def quotations(article: Article) -> Quotations:
    """Every stretch between quotation marks, in the order of the text, and every odd mark.

    A quotation may run over several paragraphs, each reopened and only the last closed (the rule of
    AP and of the Chicago manual); then all but the last are `closed=False` and each carries on the
    one before through `chain`.
    """
    text = article.text
    spans: list[Quotation] = []
    anomalies: list[Anomaly] = []
    blocks = [
        _Block(text, block.start, block.end, number)
        for number, block in enumerate(article.blocks)
        if block.zone not in ("code", "furniture")
    ]
    carried: Quotation | None = None
    links: dict[Quotation, Quotation] = {}
    for here, following in zip_longest(blocks, blocks[1:]):
        continues = carried if here.outer and here.outer[0].start == here.start else None
        carried = None
        if here.unclosed():
            reopened = (
                following is not None and following.outer and following.outer[0].start == following.start
            )
            if reopened and not here.slipped():
                carried = here.outer[-1]
            else:
                here.cut_short()
        if continues is not None:
            links[here.outer[0]] = continues
        spans += [*here.outer, *here.inner]
        anomalies += here.anomalies
    spans.sort(key=lambda span: (span.start, span.level))
    place = {span: number for number, span in enumerate(spans)}
    ordered = tuple(span._replace(chain=place[links[span]]) if span in links else span for span in spans)
    return Quotations(ordered, tuple(sorted(anomalies)))


MARKER = Marker("quotations", quotations)
