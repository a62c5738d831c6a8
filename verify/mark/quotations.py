"""Pairs quotation marks, one paragraph at a time, so that an odd mark costs no more than its paragraph."""

from __future__ import annotations

import re
from typing import NamedTuple

from verify.mark.order import Marker
from verify.model.article import Article
from verify.model.marks import Anomaly, Quotation, Quotations

_DOUBLE = re.compile(r"[“”\"„‟]|``|''")
_SINGLE = re.compile(r"[‘’']")
_OPENS_AFTER = frozenset(" \t\n\u00a0\u2009([{—–-/:;,‘'“\"…")
_CLOSES_BEFORE = frozenset(" \t\n\u00a0\u2009)]}—–-/:;,.?!’'”\"…*")
_GAPS = frozenset(" \t\n\u00a0\u2009([{")
_CUT = re.compile(
    r"[,.?!…](?= (?:he|she|they|it|I|we|the [a-z]+|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})"
    r" (?:said|says|told|added|wrote|tweeted|asked|continued|explained|noted|argued|insisted)\b"
    r"| (?:said|says|added|asked|wrote) (?:[A-Z]|the |a |he |she ))"
)
_ELISION = re.compile(r"[’‘'](?:\d0s|em|n|til|tis|twas|cause|bout|round|s|t|re|ve|ll|d|m)\b", re.IGNORECASE)
_LONGEST_SINGLE = 600


class _Mark(NamedTuple):
    start: int
    end: int
    side: str  # "open", "close" or "" where the mark itself and its neighbours do not tell


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    """The double marks of text[start:end]; inches after a figure are none."""
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
        elif opens == closes:
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
        self.unclosed: int | None = None
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
                self._add(opened.start, self._guess(opened.end, mark.start), closed=False)
                opened = mark
        if opened is not None and self.end - opened.start > 1:
            self.unclosed = len(self.spans)
            self._add(opened.start, self.end, closed=False)
        elif opened is not None:
            self.anomalies.append(Anomaly(opened.start, opened.end, "unclosed"))

    def _inches(self, mark: _Mark) -> bool:
        return self.text[mark.start] in "\"”'" and self.text[mark.start - 1 : mark.start].isdigit()

    def _add(self, start: int, end: int, *, closed: bool = True) -> None:
        if end - start > 1:
            self.spans.append(Quotation(start, end, self.block, closed=closed))

    def _guess(self, start: int, end: int) -> int:
        """Where an unclosed quotation most likely ends: before its attribution, else at `end`."""
        cut = _CUT.search(self.text, start, end)
        return cut.start() + 1 if cut else start + len(self.text[start:end].rstrip())

    def cut_short(self) -> None:
        """The open quotation is no long one but an accident: report it and end it at its attribution."""
        if self.unclosed is None:
            return
        last = self.spans[self.unclosed]
        opening = last.start + 1
        self.anomalies.append(Anomaly(last.start, opening, "unclosed"))
        self.spans[self.unclosed] = last._replace(end=self._guess(opening, self.end))


def _singles(text: str, start: int, end: int, block: int, level: int) -> list[Quotation]:
    """Quotations in single marks within text[start:end]; apostrophes and elisions are none."""
    found: list[Quotation] = []
    at = start
    while match := _SINGLE.search(text, at, end):
        at = match.end()
        before = text[match.start() - 1] if match.start() > start else " "
        if before not in _OPENS_AFTER or at >= end or text[at] in " \n\t" or match.group() == "’":
            continue
        if _ELISION.match(text, match.start(), end):
            continue
        close = _single_close(text, at, min(end, at + _LONGEST_SINGLE))
        if close:
            found.append(Quotation(match.start(), close, block, level=level, single=True))
            at = close
    return found


def _single_close(text: str, start: int, end: int) -> int:
    """Where a single quotation that opened just before `start` closes, or 0 where it does not."""
    doubtful = 0
    for match in re.compile(r"[’']").finditer(text, start, end):
        before, after = text[match.start() - 1], text[match.end()] if match.end() < len(text) else " "
        if after.isalnum() or before in " \n\t":
            continue
        if before == "s" and after == " ":
            # "the workers’ rights": perhaps a possessive; keep it only if nothing better follows.
            doubtful = doubtful or match.end()
            continue
        return match.end()
    return doubtful


def quotations(article: Article) -> Quotations:
    """Every stretch between quotation marks, in the order of the text, and every odd mark.

    A quotation may run over several paragraphs, each reopened and only the last closed (the rule of
    AP and of the Chicago manual); then all but the last are `closed=False` and each carries on the
    one before through `chain`.
    """
    text = article.text
    spans: list[Quotation] = []
    anomalies: list[Anomaly] = []
    paragraphs = [
        _Paragraph(text, block.start, block.end, index)
        for index, block in enumerate(article.blocks)
        if block.zone not in ("code", "furniture")
    ]
    carried = False
    for here, following in zip(paragraphs, [*paragraphs[1:], None], strict=True):
        first = here.spans[0] if here.spans else None
        continues = carried and first is not None and first.start == here.start
        carried = False
        if here.unclosed is not None:
            reopened = (
                following is not None
                and following.spans
                and following.spans[0].start <= following.start + 1
            )
            if reopened:
                carried = True
            else:
                here.cut_short()
        chain_to = len(spans) - 1 if continues else -1
        for number, span in enumerate(here.spans):
            spans.append(span._replace(chain=chain_to) if number == 0 and continues else span)
        anomalies += here.anomalies
        at = here.start
        inner: list[Quotation] = []
        for span in here.spans:
            inner += _singles(text, at, span.start, here.block, 0)
            inner += _singles(text, span.start + 1, span.end - 1, here.block, 1)
            at = span.end
        inner += _singles(text, at, here.end, here.block, 0)
        spans += inner
    order = sorted(range(len(spans)), key=lambda index: (spans[index].start, spans[index].level))
    place = {old: new for new, old in enumerate(order)}
    ordered = tuple(
        spans[old]._replace(chain=place[spans[old].chain]) if spans[old].chain >= 0 else spans[old]
        for old in order
    )
    return Quotations(ordered, tuple(sorted(anomalies)))


MARKER = Marker("quotations", quotations)
