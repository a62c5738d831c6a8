"""A distance in days that does not lie between its two days: "on Tuesday, two days after Friday's vote"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from verify import Article, Elsewhere, Flag, rule
from verify.lexicon.late import late
from verify.mark.figures.amounts import SMALL

from .weekdays import DAY, WEEK, number

_SIGN = late(r" days? (?:after|before) ")
_MANY = late(
    r"(?P<part>,? (?:at |around )?(?:morning|afternoon|evening|night))?,? (?:and |just |only |exactly )?"
    r"(?P<many>a|the|[a-z]{3,6}|\d{1,2})\Z"
)
_WEEKDAY = late(rf"(?<![\w’'-])(?P<early>(?:early|late) )?(?P<day>{DAY})\Z")
_OTHER = late(
    rf"(?<![\w’'-])(?P<early>(?:early|late) )?(?P<day>{DAY})(?![\w-])"
    r"(?P<part> (?:morning|evening|night))?"
)
# What has a day of its own, or is not told as having been: "two days after the deadline for Friday's vote".
_BARRED = late(
    r"[;:,()“”\"—]|\b(?:for|about|until|till|before|after|ahead|to|that|which|if|than|from|will|would|since|and|or"
    r"|announc\w*|plann\w*|schedul\w*|call\w*|set|due|expect\w*|postpon\w*|cancel\w*|next|last|first|every)\b"
)
_LOOK, _ON = 60, 90
_MOST = 10
_NO_LEAP = 2001
_FAR = 60
"""Days that nobody miscounts: the two days are of different years, or one was misread."""


class Told(Struct, frozen=True, order=True):
    """A day as the copy gives it: its place, its weekday and number where known, and whether of a night."""

    start: int
    end: int
    weekday: int | None
    ordinal: int = 0
    loose: bool = False


@rule(
    severity="warning",
    since="0.1",
    needs={"dates", "days", "quotations"},
    advice="Count the days again, and mend the distance or the day that is off.",
)
def interval_against_days(article: Article) -> Iterator[Flag]:
    """The number of days told between two days is not what lies between them."""
    text = article.text
    known: list[Told] | None = None
    for sign in _SIGN.finditer(text):
        block = article.block_at(sign.start())
        if block is None or block.zone not in ("body", "list", "caption"):
            continue
        many = _MANY.search(text, max(block.start, sign.start() - 30), sign.start())
        days = _days(many["many"], plural="s" in sign[0][:6]) if many else 0
        if many is None or not days:
            continue
        known = _known(article) if known is None else known
        here = _ending(article, known, block.start, many.start(), loose=bool(many["part"]))
        there = _following(article, known, sign.end() - 1, min(block.end, sign.end() + _ON))
        if here is None or there is None or article.quoted(here.start, there.end):
            continue
        way = 1 if sign[0].split()[1] == "after" else -1
        if _fits(here, there, way * days):
            continue
        span = many.start("many"), sign.end() - 1
        one, other = text[here.start : here.end], text[there.start : there.end]
        yield Flag(
            span,
            f"“{one}” is not “{text[slice(*span)]}” {other}",
            related=(
                Elsewhere((here.start, here.end), "the one day"),
                Elsewhere((there.start, there.end), "the other day"),
            ),
            confidence=0.85,
        )


def _days(word: str, *, plural: bool) -> int:
    """The number of days, or 0."""
    if not plural:
        return int(word in ("a", "the", "one"))
    many = int(word) if word.isdecimal() else int(SMALL.get(word, 0))
    return many if 1 < many <= _MOST else 0


def _ending(article: Article, known: list[Told], start: int, end: int, *, loose: bool) -> Told | None:
    """The day that ends right there."""
    at = bisect_left(known, end, key=lambda told: told.end)
    if at < len(known) and known[at].end == end:
        return replace(known[at], loose=loose)
    found = _WEEKDAY.search(article.text, max(start, end - _LOOK), end)
    if found is None:
        return None
    return Told(*found.span("day"), number(found["day"]), loose=loose or bool(found["early"]))


def _known(article: Article) -> list[Told]:
    """The days that can be counted from, in the order of the text."""
    known = [
        Told(day.start, day.end, day.first.weekday(), day.first.toordinal())
        for day in article.days
        if day.first == day.last
    ]
    starts = {told.start for told in known}
    # In a story without a day, the dates without a year are taken for those of one.
    open_ = (date for date in article.dates if date.year is None and date.start not in starts)
    days = ((date, replace(date, year=_NO_LEAP).calendar()) for date in open_)
    return sorted(
        (*known, *(Told(date.start, date.end, date.weekday, day.toordinal()) for date, day in days if day))
    )


def _following(article: Article, known: list[Told], start: int, end: int) -> Told | None:
    """The day of what the distance is counted from."""
    found = _OTHER.search(article.text, start, end)
    at = bisect_left(known, start, key=lambda told: told.start)
    told = known[at] if at < len(known) and known[at].end <= end else None
    if found and (told is None or found.start("day") < told.start):
        told = Told(*found.span("day"), number(found["day"]))
    if told is None or _BARRED.search(article.text, start, told.start):
        return None
    return replace(told, loose=bool(found and (found["early"] or found["part"])))


def _fits(here: Told, there: Told, days: int) -> bool:
    """Whether so many days lie between; between a night and a morning nobody counts the hours."""
    loose = here.loose or there.loose
    if here.ordinal and there.ordinal:
        off = here.ordinal - there.ordinal - days
        return abs(off) <= loose or abs(off) > _FAR
    if here.weekday is None or there.weekday is None:
        return True
    off = (here.weekday - there.weekday - days) % WEEK
    return off == 0 or (off in (1, WEEK - 1) and loose)
