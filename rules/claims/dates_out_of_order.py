"""A stretch of time that ends before it begins: "from May 5 to May 3"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from verify import Article, Date, Elsewhere, Flag, rule
from verify.lexicon.late import late
from verify.mark.published import stated

_TO = (
    " to ",
    " through ",
    " until ",
    " till ",
    "-",
    "–",
    " – ",
    " - ",
    " and ",
    ", and ",
    ", to ",
    ", through ",
    ", until ",
)
_FROM = late(r"\b(?:from|between|lasting|runs?|ran|running)(?: [a-z]+day,?)? \Z", re.IGNORECASE)
_BETWEEN = late(r"\bbetween \Z", re.IGNORECASE)
# What is put off or brought forward goes from one day to another, and needs no order.
_MOVED = late(
    r"\b(?:mov|chang|shift|brought|bring|postpon|resched|push|advanc|delay|correct|put (?:off|back)|amend"
    r"|switch|revis|back-?dat|slipp)",
    re.IGNORECASE,
)
_SECOND_DAY = late(
    r"(?:-|–| to | through )(\d{1,2})(?=[,.;)]? (?:in|at|and|when|as|with|was|were|is|will)\b|[,.;)]|$)"
)
_YEARS = late(r"((?:1[5-9]|20)\d\d)(?: to | through | until | and |-|–)((?:1[5-9]|20)\d\d)(?![\w$%-]|[.,]\d)")
_YEAR_END = late(r"[,.;:)]| (?:in|as|when|while|at|he|she|it|they|the|a)\b|$")
_BORN = late(r"\((?:born )?\Z")
_STUCK = "0123456789$£€.,-"
_LOOK = 90


@rule(
    severity="warning",
    since="0.1",
    needs={"dates", "days"},
    advice="Look up both, and put the earlier one first.",
)
def dates_out_of_order(article: Article) -> Iterator[Flag]:
    """A stretch of time ends before it begins."""
    yield from _dates(article)
    yield from _told(article)
    yield from _years(article)


def _dates(article: Article) -> Iterator[Flag]:
    text = article.text
    for first, second in pairwise((*article.dates, None)):
        if first is None or first.day is None:
            continue
        opened, end, last = _FROM, 0, 0
        if second is not None and text[first.end : second.start] in _TO:
            opened = _BETWEEN if text[first.end : second.start].endswith("and ") else _FROM
            end, last = (second.end, second.start) if _backward(first, second) else (0, 0)
        elif first.year is None and (day := _SECOND_DAY.match(text, first.end)):
            end, last = (day.end(), day.start(1)) if 0 < int(day[1]) < first.day else (0, 0)
        if end and _opened(text, first.start, opened):
            yield _flag(text, first.start, end, last)


def _told(article: Article) -> Iterator[Flag]:
    """Stretches of which an end is told by the day of the story: "from Nov. 8 to tomorrow"."""
    text = article.text
    for first, second in pairwise(article.days):
        # A weekday that ends a stretch is the next one after its beginning.
        if first.form == second.form == "date" or second.form == "weekday" or first.first <= second.last:
            continue
        joint = text[first.end : second.start]
        if joint in _TO and _opened(text, first.start, _BETWEEN if joint.endswith("and ") else _FROM):
            yield _flag(text, first.start, second.end, second.start, *stated(article))


def _opened(text: str, start: int, opened: re.Pattern[str]) -> bool:
    """Whether the words before open a stretch, and tell of nothing that was moved."""
    before = text[max(0, start - _LOOK) : start].rpartition("\n")[2]
    return opened.search(before) is not None and _MOVED.search(before) is None


def _backward(first: Date, second: Date) -> bool:
    """Whether the second comes before the first; without years only within a month, since a year may end."""
    if second.day is None or first.day is None:
        return False
    if first.year is not None and second.year is not None:
        return (first.year, first.month, first.day) > (second.year, second.month, second.day)
    return first.month == second.month and first.day > second.day


def _years(article: Article) -> Iterator[Flag]:
    text = article.text
    for years in _YEARS.finditer(text):
        if years[1] <= years[2] or text[max(0, years.start() - 1)] in _STUCK:
            continue
        block = article.block_at(years.start())
        if block is None or block.zone in ("code", "furniture", "credit"):
            continue
        before = text[max(block.start, years.start() - _LOOK) : years.start()]
        opened = _FROM.search(before) if text[years.end(1)] == " " else _BORN.search(before)
        if text[years.end(1) : years.start(2)] == " and ":
            opened = _BETWEEN.search(before)
        if opened and _YEAR_END.match(text, years.end(), block.end) and not _MOVED.search(before):
            yield _flag(text, years.start(), years.end(), years.start(2))


def _flag(text: str, start: int, end: int, last: int, *story: Elsewhere) -> Flag:
    """The stretch as a whole, with its end, which begins at `last`, as the other place."""
    return Flag(
        (start, end),
        f"“{text[start:end]}” ends before it begins",
        related=(Elsewhere((last, end), "the end"), *story),
        confidence=0.9,
    )
