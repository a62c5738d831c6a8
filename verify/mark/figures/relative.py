"""Days told by the day of the story: "Tuesday", "last Friday", "yesterday", "next week", "two days ago".

What may mean two days is left out: "next Friday" on a Wednesday, "Tuesday" where no verb tells whether it
lies behind or ahead.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from verify.lexicon.late import late
from verify.mark.figures.amounts import SMALL
from verify.mark.figures.tense import tense

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEK = 7
# The letters that all of these end with are looked for first, and what stands around read only there.
_SIGNS = tuple(map(late, (r"day\b(?![’'-])", r"tomorrow\b(?![’'-])", r" week\b(?![’'-])", r" days ago\b")))
_WEEKDAY = late(
    r"(?:(?<![\w’'-])(?P<before>[\w’'-]+(?:(?<=[Tt]his) (?:past|coming))?) )?"
    r"(?P<name>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\Z"
)
_NEAR = late(r"(?<![\w’'-])(?:[Yy]esterday|[Tt]oday|[Tt]omorrow)\Z")
_WEEK_WORDS = late(r"(?<![\w’'-])(?P<how>(?:[Ee]arlier|[Ll]ater) this|[Ll]ast|[Nn]ext) week\Z")
_AGO = late(r"(?<![\w’'.,-])(?P<many>\d{1,2}|[a-z]{3,5}) days ago\Z")
_SHIFTS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_NO_DAY = frozenset(
    "every each a an one any the some most following previous that of first second third final same all"
    " and or than no another consecutive".split()
)
"""Words before a weekday that make it another than the nearest."""
_MONTH = "Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec"
_DATE = r"(?:[A-Z][a-z]{2,8}\.? )?\d"
_UNTIL = late(rf",? (?:to|through) {_DATE}")
_OTHER = late(
    rf" (?:[A-Z]|and\b|or\b|(?:to|through)\b(?! {_DATE})|before\b|after\b|of\b|in (?:{_MONTH}|\d)|\d)"
    r"|,? (?:19|20)\d\d\b| ?[-–/]|, (?:and )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)
"""What behind a weekday makes a name or a stretch of it, or counts it from something else."""
_LOOK = 24


class Meant(Struct, frozen=True):
    """Words with the first and the last day that they may mean; `bare` for a weekday without more."""

    start: int
    end: int
    first: dt.date
    last: dt.date
    bare: bool = False


def told(text: str, story: dt.date, *, exact: bool) -> Iterator[Meant]:
    """The days told by that of the story, which if not exact may be the one after it was written."""
    for sign in _SIGNS:
        for found in sign.finditer(text):
            start = max(0, found.start() - _LOOK)
            start = max(start, text.rfind("\n", start, found.start()) + 1)
            meant = _meant(text, start, found.end(), story, exact=exact)
            if meant is not None:
                yield meant


def _meant(text: str, start: int, end: int, story: dt.date, *, exact: bool) -> Meant | None:
    words = text[start:end]
    try:
        if weekday := _WEEKDAY.search(words):
            return _weekday(text, start, end, weekday, story)
        if near := _NEAR.search(words):
            if near[0][0].isupper() and words[: near.start()].rstrip(' “"')[-1:] not in ("", ".", "?", "!"):
                return None  # "USA Today"
            day = story + dt.timedelta(days=_SHIFTS[near[0].lower()])
            return Meant(start + near.start(), end, day if exact else day - dt.timedelta(days=1), day)
        if week := _WEEK_WORDS.search(words):
            first, last = _week(week["how"].lower(), story)
            return Meant(start + week.start(), end, first, last)
        if ago := _AGO.search(words):
            many = int(ago["many"]) if ago["many"].isdecimal() else int(SMALL.get(ago["many"], 0))
            day = story - dt.timedelta(days=many)
            return Meant(start + ago.start(), end, day - dt.timedelta(days=1), day) if many else None
    except OverflowError:
        pass  # Days before the first year, or after the last.
    return None


def _weekday(text: str, start: int, end: int, found: re.Match[str], story: dt.date) -> Meant | None:
    """The day that a weekday means, where it can be only one."""
    before = found["before"] or ""
    how = before.lower()
    if how in _NO_DAY or _OTHER.match(text, end) or (before[:1].isupper() and how not in _OPENERS):
        return None
    number = WEEKDAYS.index(found["name"].lower() + "day")
    back, ahead = (story.weekday() - number) % _WEEK, (number - story.weekday()) % _WEEK
    relative = _RELATIVE.get(how)
    if relative is None:
        way = tense(text, start + found.start("name"), end)
        # What went on from a weekday to a date began on the last one before that date.
        if way == "past" and not _UNTIL.match(text, end):
            return Meant(start + found.start("name"), end, *_once(story, -back), bare=True)
        # On a Tuesday, the Tuesday to come may be the same day or the next.
        if way == "ahead" and ahead:
            return Meant(start + found.start("name"), end, *_once(story, ahead), bare=True)
        return None
    shift = relative(back or _WEEK, ahead or _WEEK, story.weekday())
    return Meant(start + found.start("before"), end, *_once(story, shift)) if shift else None


def _once(story: dt.date, shift: int) -> tuple[dt.date, dt.date]:
    day = story + dt.timedelta(days=shift)
    return day, day


def _last(back: int, _: int, today: int) -> int:
    """The last such day, where it lies in the week before by whichever day weeks begin with."""
    return -back if back > (today + 1) % _WEEK and back > today else 0


def _next(_: int, ahead: int, today: int) -> int:
    """The next such day, likewise."""
    return ahead if ahead > _WEEK - 1 - today and today != WEEKDAYS.index("sunday") else 0


def _past(back: int, _: int, _today: int) -> int:
    return -back


def _coming(_: int, ahead: int, _today: int) -> int:
    return ahead


_RELATIVE: dict[str, Callable[[int, int, int], int]] = {
    "last": _last,
    "next": _next,
    "this past": _past,
    "this coming": _coming,
}
_OPENERS = frozenset(
    ("on", "by", "since", "until", "late", "early", "before", "after", "last", "next", "this")
)


def _week(how: str, story: dt.date) -> tuple[dt.date, dt.date]:
    """The days that may be meant, whichever day weeks begin with."""
    first, last = {
        "earlier this": (1 - _WEEK, 0),
        "later this": (0, _WEEK - 1),
        "last": (-_WEEK - (story.weekday() + 1) % _WEEK, -1),
        "next": (1, 2 * _WEEK),
    }[how]
    return story + dt.timedelta(days=first), story + dt.timedelta(days=last)
