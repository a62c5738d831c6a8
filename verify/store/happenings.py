"""When something happened: the days that an article gives for meetings that have a name or two parties."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from verify.lexicon.late import late
from verify.mark.naming.ordinary import CALENDAR
from verify.mark.naming.reading import fold
from verify.model.article import Article
from verify.model.marks import Date, Day, Mention, Sentence
from verify.store.days import day
from verify.store.facts import Fact
from verify.store.people import full_name, fullest

_KINDS = ("Meeting", "Summit", "Debate", "Hearing", "Primary", "Referendum")
_EVENT = late(rf"(?<![\w’'.-])(?P<name>(?:[A-Z0-9][\w’'-]{{0,30}} ){{1,6}}(?:{'|'.join(_KINDS)}))(?![\w-])")
"""A meeting or vote with a name of its own, of the kinds that mostly take one day."""
_SIGNS = (*_KINDS, " met ", "sat down", "held talks")
"""What a sentence that tells of such an event holds; most articles have none, and are done with at once."""
_LEADING = frozenset("the a an this that after at during following since before in on for".split())
_WORD = r" (?:[A-Z0-9][\w.’'-]{0,30}|of|for|and),?"
_PLACE = rf"(?:,? (?:in|at|near|during)(?: the)?(?:{_WORD}){{1,8}}){{0,2}}"
_TO_DATE = late(rf"(?: \([A-Z]{{2,8}}\))?{_PLACE},? on \Z")
"""What may stand between an event and its day: its short form and a place, and no verb."""
_MET = late(r" (?:met|sat down|held talks)(?: [a-z]{2,12}ly)? with \Z")
_OVER = late(
    r"\b(?:after|following|since|in response to|in the wake of|at the (?:end|close) of)"
    r"(?: (?:the|its|his|her|their|this|that|an?))?(?: [a-z0-9-]{1,20}){0,2} \Z",
    re.IGNORECASE,
)
"""Words that tell of an event as past, right before its name."""
_TO_DAY = late(rf"(?: \([A-Z]{{2,8}}\))?{_PLACE},?(?: on)? (?:late |early )?\Z")
"""What may stand before "Tuesday" or "yesterday": "on" may be missing."""
_IN = late(
    r"(?: \([A-Z]{2,8}\))?,? in (?:the )?(?P<place>[A-Z][\w’'-]{2,20}(?: [A-Z][\w’'-]{2,20}){0,2})(?![\w’'])"
)
_AHEAD = late(r"\b(?:will|would|shall|upcoming|next|scheduled|planned|expected|due|if|before|ahead)\b")
_WEEKDAY = late(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_REACH = 120


def happenings(article: Article) -> Iterator[Fact]:
    """The days ("when") and places ("where") of meetings that have a name or two parties, and what is "over".

    A day is given as far as it is known: 2025-11-04, --11-04 without a year, or a weekday.
    """
    if not {"dates", "sentences", "quotations", "people"} <= article.marks.keys():
        return
    for sentence in _telling(article):
        past = _AHEAD.search(article.text, sentence.start, sentence.end) is None
        for fact in (*_named(article, sentence, past=past), *_of_two(article, sentence, past=past)):
            if not article.quoted(fact.start, fact.end):
                yield fact


def _telling(article: Article) -> Iterator[Sentence]:
    """The sentences of the copy's own paragraphs that hold the sign of an event."""
    sentences, text = article.sentences, article.text
    found = set()
    for sign in _SIGNS:
        at = text.find(sign)
        while at >= 0:
            found.add(bisect_right(sentences, at, key=lambda sentence: sentence.start) - 1)
            at = text.find(sign, at + len(sign))
    for index in sorted(found - {-1}):
        if article.blocks[sentences[index].block].zone in ("body", "list", "caption"):
            yield sentences[index]


def resolve(value: str, story: str) -> dt.date | None:
    """The calendar day of a "when" fact in a story of this date (ISO), or None where it cannot be known."""
    told = day(story)
    if value in _DAYS:
        # The copy tells of what is past: the last such day up to its own.
        back = (told.weekday() - _DAYS.index(value)) % 7 if told else 0
        return told - dt.timedelta(days=back) if told and back < told.toordinal() else None
    if not value.startswith("--"):
        return day(value)
    near = (day(f"{told.year + shift:04}-{value[2:]}") for shift in (-1, 0, 1)) if told else ()
    known = [found for found in near if found]
    return min(known, key=lambda found: abs((found - told).days)) if told and known else None


def _named(article: Article, sentence: Sentence, *, past: bool) -> Iterator[Fact]:
    text = article.text
    for event in _EVENT.finditer(text, sentence.start, sentence.end):
        words = event["name"].split()
        while words and words[0].lower() in _LEADING:
            words = words[1:]
        telling = [word for word in words[:-1] if not word[0].isdigit()]
        if len(telling) < 2 and not (telling and telling[0].isupper() and len(telling[0]) > 1):
            continue  # "Annual Meeting": whose, the name does not tell
        subject = fold(" ".join((*telling[-2:], words[-1])).replace("-", " "))
        start = event.end() - len(" ".join(words))
        yield from _dated(article, sentence, subject, event.end(), past=past)
        yield from _placed(article, sentence, subject, event.end())
        if past and _OVER.search(text[max(sentence.start, start - _REACH) : start]):
            yield Fact("over", subject, " ".join(words), start, event.end())


def _of_two(article: Article, sentence: Sentence, *, past: bool) -> Iterator[Fact]:
    """The day on which one person named in full met another."""
    mentions = article.mentions
    first = bisect_left(mentions, sentence.start, key=lambda mention: mention.start)
    last = bisect_left(mentions, sentence.end, key=lambda mention: mention.start)
    for one, other in zip(mentions[first:last], mentions[first + 1 : last], strict=False):
        start = min(other.start, other.title_span.start) if other.title_span else other.start
        if not _MET.fullmatch(article.text, one.end, start):
            continue
        told = _dated(article, sentence, "", other.end, past=past)
        for fact in (*told, *_placed(article, sentence, "", other.end)):
            names = sorted({_known(article, one), _known(article, other)} - {""})
            if len(names) == 2:
                yield fact._replace(subject=f"{names[0]} met {names[1]}")


def _known(article: Article, mention: Mention) -> str:
    """The full name, folded, of the person for whom a mention stands, or nothing."""
    if mention.kind != "person":
        return ""
    first = fullest(article, article.entities[mention.entity])
    return fold(full_name(first)) if first.given and first.family else ""


def _dated(article: Article, sentence: Sentence, subject: str, end: int, *, past: bool) -> Iterator[Fact]:
    """The day that stands behind an event in its sentence, if no verb parts the two.

    A weekday that the mark "days" leaves open tells the day only of what is past.
    """
    text = article.text
    stop = min(sentence.end, end + _REACH)
    at = bisect_left(article.dates, end, key=lambda date: date.start)
    if at < len(article.dates) and article.dates[at].start < stop:
        date = article.dates[at]
        if (value := _value(date)) and _TO_DATE.match(text[end : date.start]):
            yield Fact("when", subject, value, date.start, date.end)
            return
    days: tuple[Day, ...] = article.marks.get("days", ())
    at = bisect_left(days, end, key=lambda day: day.start)
    told = days[at] if at < len(days) and days[at].start < stop else None
    if told and told.first == told.last and _TO_DAY.match(text[end : told.start]):
        yield Fact("when", subject, told.first.isoformat(), told.start, told.end)
        return
    weekday = _WEEKDAY.search(text, end, stop)
    if weekday and past and _TO_DATE.match(text[end : weekday.start()]):
        yield Fact("when", subject, weekday[0].lower(), *weekday.span())


def _placed(article: Article, sentence: Sentence, subject: str, end: int) -> Iterator[Fact]:
    """The town or land right behind an event."""
    place = _IN.match(article.text, end, sentence.end)
    if place and place["place"].split()[0].lower() not in CALENDAR:
        yield Fact("where", subject, place["place"], *place.span("place"))


def _value(date: Date) -> str:
    if date.day is None:
        return ""
    if date.year is None:
        return f"--{date.month:02}-{date.day:02}"
    day = date.calendar()
    return str(day.isoformat()) if day else ""
