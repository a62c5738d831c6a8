"""Calendar dates as written: "Nov. 3, 2025", "Monday 3 November", "2025-11-03", "November 2025"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify.lexicon.late import late
from verify.mark.order import Marker
from verify.model.article import Article
from verify.model.marks import Date

# The anchors begin with plain letters or digits, so that `re` can skip to them; what may stand around
# one is matched only where one is found. Every repeat is bounded: a hostile paragraph stays linear.
_NAME = late(
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?![\w’'-])"
)
_SPACE = r"(?:[ \u00a0\u202f]|\r?\n(?![\r\n]))"
_YEAR = r"(?:1[5-9]|20)\d\d(?![\w,.]?\d|[\w%-])"
_DAY = r"(?P<day>\d{1,2})(?P<ordinal>st|nd|rd|th)?(?![\w%]|,\d{1,3}(?!\d)|[.:/]\d|-[a-z])"
_AFTER = late(rf"\.?{_SPACE}(?:the{_SPACE})?{_DAY}(?:,?{_SPACE}?(?<=[ ,\u00a0\u202f\n])(?P<year>{_YEAR}))?")
_AFTER_DAY = late(rf"\.?(?:,?{_SPACE}(?P<year>{_YEAR}))?")
_MONTH_YEAR = late(rf"\.?,?{_SPACE}(?:of{_SPACE})?(?P<year>{_YEAR})")
_BEFORE = late(rf"(?<![\w$£€.,/:-])(?P<day>\d{{1,2}})(?P<ordinal>st|nd|rd|th)?(?:{_SPACE}of)?{_SPACE}\Z")
_WEEKDAY = late(
    r"(?<![\w’'-])(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)"
    rf"\.?,?{_SPACE}(?:the{_SPACE})?\(?\Z"
)
_JOINED = late(
    r"\b(?:[A-Z][a-z]{2,5}day|Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)"
    r"\.?(?: (?:and|or|to|through|thru|until|&) | ?[-–—/] ?|, (?:and )?)\Z"
)
_WEEKDAY_AFTER = late(
    r",? \(?(?:which (?:is|was|falls on|fell on) )?a (?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
)
_PAPER = late(r"[A-Z][\w’']{2,20} \Z")  # "the Harbor Sun, Nov. 3, 2025"
_FIGURES = late(
    r"\d(?:\d{3}-\d\d-\d\d(?![\w-]|\.\d)|\d?/\d{1,2}/(?:\d{4}|\d\d)(?![\w/-]|\.\d)"
    r"|\d?\.\d{1,2}\.\d{4}(?![\w.-]))"
)
_COUNTED = late(
    rf"{_SPACE}(?:people|persons|men|women|children|voters|members|others|times|points|percent|per cent"
    r"|hundred|thousand|million|billion|dozen|(?:second|minute|hour|day|week|month|year|mile|kilomet(?:er|re))s?)\b"
)
_VERB = late(rf"{_SPACE}[a-z]")
_DATE_GOES_ON = late(rf"{_SPACE}(?:is|was|will|marks|marked|and|in|at|to|for|through|until|after|election)\b")
_STUCK = tuple("-/._$£€=")
_MONTHS = {
    "Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "May": 5, "Jun": 6,
    "Jul": 7, "Aug": 8, "Sep": 9, "Oct": 10, "Nov": 11, "Dec": 12,
}  # fmt: skip
_WEEKDAYS = {"Mon": 0, "Tue": 1, "Wed": 2, "Thu": 3, "Fri": 4, "Sat": 5, "Sun": 6}
_LONGEST_MONTH = 31
_LEAST_SPELLED = 5
_REACH = 40


def dates(article: Article) -> tuple[Date, ...]:
    """The dates of all paragraphs, in the order of the text."""
    text = article.text
    found: list[Date] = []
    for block in article.blocks:
        if block.zone != "code":
            named = list(_named(text, block.start, block.end))
            figures = _figures(text, block.start, block.end)
            found += sorted((*named, *figures)) if figures else named
    return tuple(found)


def _named(text: str, start: int, end: int) -> Iterator[Date]:
    """Dates with the month in letters."""
    done = start
    for anchor in _NAME.finditer(text, start, end):
        at, name = anchor.start(), anchor[0]
        if at < done or (at > start and (text[at - 1].isalnum() or text[at - 1] in "_@#’'./")):
            continue
        date = _day_first(text, done, end, anchor) or _month_first(text, done, end, anchor)
        if date is None and (tail := _MONTH_YEAR.match(text, anchor.end(), end)):
            date = Date(at, tail.end(), int(tail["year"]), _MONTHS[name[:3]], None, None, "month-year")
        if date is not None:
            done = date.end
            yield date


def _month_first(text: str, start: int, end: int, anchor: re.Match[str]) -> Date | None:
    """Read "Nov. 3, 2025" with what stands before it; None where the figure is no day of a month."""
    tail = _AFTER.match(text, anchor.end(), end)
    if tail is None or not 0 < int(tail["day"]) <= _LONGEST_MONTH:
        return None
    name, first = anchor[0], anchor.start()
    full = name == "May" or len(name) >= _LEAST_SPELLED or name in ("June", "July")
    if full and text[anchor.end()] == ".":
        return None  # The sentence ends there.
    before = text[max(start, first - _REACH) : first]
    opening = _WEEKDAY.search(before)
    weekday = _weekday(before, opening)
    year = int(tail["year"]) if tail["year"] else None
    if year is None and opening is None and _no_date(text, name, before, tail, end):
        return None
    if tail["ordinal"]:
        form = "ordinal"
    elif full:
        form = "month-full"
    else:
        form = "month-abbreviated" if text[anchor.end()] == "." else "month-short"
    place = first - len(before) + opening.start() if opening else first
    last = tail.end()
    if opening is None and (after := _WEEKDAY_AFTER.match(text, last, end)):
        last, weekday = after.end(), _WEEKDAYS[after["weekday"][:3]]
    return Date(place, last, year, _MONTHS[name[:3]], int(tail["day"]), weekday, form)


def _day_first(text: str, start: int, end: int, anchor: re.Match[str]) -> Date | None:
    """Read "3 November 2025" or "the 3rd of November"; None where no day stands before the month."""
    first = anchor.start()
    before = text[max(start, first - _REACH) : first]
    day = _BEFORE.search(before)
    if day is None or not 0 < int(day["day"]) <= _LONGEST_MONTH:
        return None
    # In "Dec. 3 March 5" the figure is the day of the month before it.
    if _AFTER.match(text, anchor.end(), end) and not day["ordinal"]:
        return None
    tail = _AFTER_DAY.match(text, anchor.end(), end)
    last = tail.end() if tail and tail["year"] else anchor.end()
    year = int(tail["year"]) if tail and tail["year"] else None
    before = before[: day.start()]
    opening = _WEEKDAY.search(before)
    place = first - len(day[0]) - (len(before) - opening.start() if opening else 0)
    form = "ordinal" if day["ordinal"] else "day-month"
    return Date(place, last, year, _MONTHS[anchor[0][:3]], int(day["day"]), _weekday(before, opening), form)


def _weekday(before: str, opening: re.Match[str] | None) -> int | None:
    """The weekday that stands before a date; None in "Saturday and Sunday, Nov. 8 and 9", which names two."""
    if opening is None or _JOINED.search(before, 0, opening.start()):
        return None
    if not opening["weekday"].endswith("day") and _PAPER.search(before, 0, opening.start()):
        return None
    return _WEEKDAYS[opening["weekday"][:3]]


def _no_date(text: str, name: str, before: str, tail: re.Match[str], end: int) -> bool:
    """Whether "May 5", "March 20" or "Sept. 11" is something else than a day of the calendar."""
    if _COUNTED.match(text, tail.end(), end):
        return True
    if name.startswith("Sep") and tail["day"] == "11":
        return True
    if name in ("May", "March", "Mar") and (not before or before.rstrip(" \u00a0")[-1:] in ".!?\n“"):
        return bool(_VERB.match(text, tail.end(), end)) and not _DATE_GOES_ON.match(text, tail.end(), end)
    return False


def _figures(text: str, start: int, end: int) -> list[Date]:
    """Dates in figures alone; where the order of "03/04/2025" is open, the month is taken to come first."""
    found = []
    for match in _FIGURES.finditer(text, start, end):
        before = text[max(start, match.start() - 1) : match.start()]
        if before.isalnum() or before.endswith(_STUCK):
            continue
        parts = [int(part) for part in match[0].replace("/", "-").replace(".", "-").split("-")]
        if "-" in match[0]:
            (year, month, day), form = parts, "iso"
        else:
            (month, day, year), form = parts, "numeric"
            if "." in match[0] or month > len(_MONTHS):
                month, day = day, month
            year += 0 if year > 99 else 2000 if year < 70 else 1900
        if 0 < month <= len(_MONTHS) and 0 < day <= _LONGEST_MONTH:
            found.append(Date(match.start(), match.end(), year, month, day, None, form))
    return found


MARKER = Marker(provides="dates", run=dates)
