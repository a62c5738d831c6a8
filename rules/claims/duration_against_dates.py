"""Something whose length is not the stretch between the two dates given for it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from verify import Article, Date, Elsewhere, Flag, rule
from verify.lexicon.late import late
from verify.mark.figures.amounts import read

from .weekdays import WEEK, joined

_TO = (" to ", " through ", " until ", "-", "–", " – ", " - ", " and ", ", to ", ", and ")
_LENGTH = late(
    r"(?<![\w$-])(?P<many>\d{1,3}|[Aa]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en"
    r"|[Ee]leven|[Tt]welve|[Ff]ourteen|[Tt]wenty)"
    r"(?:[- ](?P<unit>day|night|week|year)(?:-long)?(?![\w-])|(?= (?:days|nights|weeks"
    r"|years)\b) (?P<plural>day|night|week|year)s)"
)
# Between the length and its dates nothing may begin another thought.
_LINK = late(
    r"(?! (?:after|before|ago|earlier|later|old|in prison))(?:,? (?!who|which|that|said|says"
    r"|told|ago|after|before|when|and|but|since)[\w’'.&-]{1,25}){0,9}?"
    r",?[ (](?:from |between |on |, )?\Z"
)
_SECOND_DAY = late(
    r"(?:-|–| to | through )(\d{1,2})(?=(?:, (?P<year>(?:19|20)\d\d))?(?:[,.;)]|$| [a-z]))(?! "
    r"(?:percent|per|million|billion|points|people|hundred|thousand))"
)
_YEARS = late(
    r"(?P<first>(?:1[6-9]|20)\d\d)(?: to | through | until |-|–| and )(?P<last>(?:1[6-9]"
    r"|20)\d\d)(?![\w$%-]|[.,]\d)"
)
_SEVERAL = late(r"\b(?:two|three|four|five|both|several|\d|consecutive|separate|another) \Z", re.IGNORECASE)
_REACH = 110
_STUCK = "0123456789$£€.,-"


class Stretch(Struct, frozen=True):
    """Two dates that the copy joins, and the days between; `open` where weeks may lie between as well."""

    start: int
    end: int
    days: int
    open: bool = False


@rule(
    severity="warning",
    since="0.1",
    needs={"dates", "days", "quotations"},
    advice="Count the days again, and mend the length or the date that is off.",
)
def duration_against_dates(article: Article) -> Iterator[Flag]:
    """The length given for something is not the stretch between its two dates."""
    for stretch in (*_stretches(article), *_of_weekdays(article)):
        start, end = stretch.start, stretch.end
        block = article.block_at(start)
        if block is None or block.zone not in ("body", "list", "caption", "headline"):
            continue
        length = _length(article.text, max(block.start, start - _REACH), start)
        if length is None or article.quoted(*length[:2]):
            continue
        first, last, many, unit = length
        if not _fits(many, unit, stretch):
            said, dates = article.text[first:last], article.text[start:end]
            yield Flag(
                (first, last),
                f"“{said}” disagrees with “{dates}”, {_counted(stretch, unit)}",
                related=(Elsewhere((start, end), "the dates given"),),
                confidence=0.9,
            )


def _stretches(article: Article) -> Iterator[Stretch]:
    """The stretches between two dates that the copy joins; years come as negative numbers."""
    text = article.text
    for first, second in pairwise((*article.dates, None)):
        if first is None or first.day is None:
            continue
        if second is not None and second.day and text[first.end : second.start] in _TO:
            days = _between(first, second)
            if days is not None:
                yield Stretch(first.start, second.end, days)
            continue
        found = _SECOND_DAY.match(text, first.end) if first.year is None else None
        if found and int(found[1]) > first.day:
            yield Stretch(first.start, found.end(), int(found[1]) - first.day)
    for years in _YEARS.finditer(text):
        if years["first"] < years["last"] and text[max(0, years.start() - 1)] not in _STUCK:
            yield Stretch(years.start(), years.end(), int(years["first"]) - int(years["last"]))


def _of_weekdays(article: Article) -> Iterator[Stretch]:
    """The stretches of which an end is a weekday, or a day told by the story's own."""
    for start, end, days in joined(article.text):
        yield Stretch(start, end, days, open=True)
    for first, second in pairwise(article.days):
        if first.form == second.form != "relative" or article.text[first.end : second.start] not in _TO:
            continue
        if first.first != first.last or second.first != second.last:
            continue
        # A weekday that ends a stretch may be the first after its beginning, or the second.
        loose = second.form == "weekday"
        days = (second.first - first.first).days
        if loose or days > 0:
            yield Stretch(first.start, second.end, days % WEEK if loose else days, open=loose)


def _between(first: Date, second: Date) -> int | None:
    """The days from one date to the next; without years, within one."""
    year = second.year or first.year
    if year is None and 2 in (first.month, second.month) and first.month != second.month:
        return None  # February may have a day more.
    base = year or 2001
    try:
        one = dt.date(first.year or base, first.month, first.day or 0)
        other = dt.date(second.year or base, second.month, second.day or 0)
    except ValueError:
        return None
    days = (other - one).days
    if days < 0 and first.year is None:
        days += 365
    return days if days > 0 else None


def _length(text: str, start: int, end: int) -> tuple[int, int, int, str] | None:
    """(start, end, number, unit) of the last length before the dates that belongs to them."""
    found = None
    for found in _LENGTH.finditer(text, start, end):  # noqa: B007 - the last one counts
        pass
    if found is None or not _LINK.match(text[found.end() : end]):
        return None
    if _SEVERAL.search(text, max(0, found.start() - 12), found.start()):
        return None  # "two four-year terms"
    word = found["many"].casefold()
    amount = read(word) if word != "a" else None
    many = int(amount.value) if amount else 1
    return found.start(), found.end(), many, found["unit"] or found["plural"]


def _fits(many: int, unit: str, stretch: Stretch) -> bool:
    """Whether the length can be said of the stretch, the last day counted or not."""
    days = stretch.days
    if stretch.open:
        return unit not in ("day", "night") or many > 2 * WEEK or (many - days) % WEEK in (0, 1)
    if days < 0:
        return unit != "year" or many in (-days, -days + 1, -days - 1)
    if unit == "year":
        return days < 300 or abs(days / 365.25 - many) < 1
    if unit == "week":
        # A week may be its working days, or run to the same day of the next.
        return many * 7 - 4 <= days + 1 <= many * 7 + 2
    return many in (days, days + 1)


def _counted(stretch: Stretch, unit: str) -> str:
    days = stretch.days
    if days < 0:
        return f"{-days} years" if days < -1 else "one year"
    if unit == "year":
        return f"{days / 365.25:.1f} years"
    return f"{days + 1} days with the first and the last"
