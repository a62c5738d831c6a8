"""Dates in another form than the house style has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from verify import Article, Date, Flag, rule
from verify.lexicon.late import late
from verify.model.profile import Dates

_FULL = "January February March April May June July August September October November December".split()
_SHORT = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()
_BRIEF = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_MONTHS = {"abbreviated": _SHORT, "short": _BRIEF, "full": _FULL}
_NAME = late(r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?")
_BARE_YEAR = late(r"(?<=\d) \d{4}$")
_DIGIT = late(r"\d")
_OF = late(r" (?:of|the) ")
_ORDINAL = late(r"(?<=\d)(?:st|nd|rd|th)\b")
_RUNS_ON = late(r" (?:in|at|on|and|when|after|before|by|for|with|as|to|from|that|which|who|has|was|is)\b")


@rule(
    severity="warning",
    since="0.1",
    needs={"forms", "dates"},
    points={"dates.month", "dates.order", "dates.ordinals", "dates.year"},
    advice="Write dates as the house style has them.",
)
def date_off_style(article: Article) -> Iterator[Flag]:
    """A date is written in another way than the house style has it."""
    style, text = article.profile.dates, article.text
    known = {form.start: form.quoted for form in article.mark("forms") if form.subject == "date"}
    for date in article.dates:
        plain = date.form in {"ordinal", "month-year"}
        block = article.block_at(date.start) if plain else None
        if plain and (block is None or block.zone not in ("body", "list")):
            continue
        if not plain and known.get(date.start, True):
            continue
        if plain and article.quoted(date.start, date.end):
            continue
        written = text[date.start : date.end]
        wanted, wrong = _as_wanted(date, written, style)
        if not wrong and style.year == "commas" and _lacks_comma(date, text):
            wanted, wrong = f"{written},", "the year takes a comma after it"
        if wrong:
            certain = date.year is not None or date.weekday is not None
            yield Flag(
                (date.start, date.end),
                f"“{written}” is not as the house style has dates: {wrong}",
                fixes=(wanted,) if wanted else (),
                safe=certain and bool(wanted) and date.form in ("month-full", "month-short"),
            )


def _as_wanted(date: Date, written: str, style: Dates) -> tuple[str, str]:
    """The date as the style has it (empty where more than words must change), and what is wrong."""
    if date.form in ("iso", "numeric"):
        return ("", "the month is written in letters") if style.order != "any" else ("", "")
    if date.form == "ordinal" and style.ordinals == "never" and not _OF.search(written):
        bare = _ORDINAL.sub("", written, count=1)
        wanted, wrong = _as_wanted(replace(date, form=""), bare, style)
        return (wanted if wrong else bare), "the day has no -th"
    name = _NAME.search(written)
    if name is None or date.form == "ordinal":
        return "", ""
    day_first = date.day is not None and _DIGIT.search(written, 0, name.start()) is not None
    if style.order != "any" and date.day is not None and day_first == (style.order == "month-day"):
        wrong = f"the {'month' if day_first else 'day'} comes first"
        if date.year is not None or date.weekday is not None:
            return "", wrong  # The commas move as well.
        month = _month(date, style) or name[0]
        return (f"{month} {date.day}" if day_first else f"{date.day} {month}"), wrong
    wanted = _named(written, name, date, style)
    if style.year == "commas" and not day_first and (found := _BARE_YEAR.search(wanted)):
        wanted = f"{wanted[: found.start()]}, {wanted[found.end() - 4 :]}"
        return wanted, "a comma parts day and year"
    return (wanted, f"“{_month(date, style)}”, not “{name[0]}”") if wanted != written else ("", "")


def _month(date: Date, style: Dates) -> str:
    if style.month == "any":
        return ""
    # Without a day no month is abbreviated.
    return (_MONTHS[style.month] if date.day is not None else _FULL)[date.month - 1]


def _named(written: str, name: re.Match[str], date: Date, style: Dates) -> str:
    month = _month(date, style)
    return f"{written[: name.start()]}{month}{written[name.end() :]}" if month else written


def _lacks_comma(date: Date, text: str) -> bool:
    """Whether a year with a day before it runs straight on into the sentence."""
    return date.year is not None and date.day is not None and bool(_RUNS_ON.match(text, date.end))
