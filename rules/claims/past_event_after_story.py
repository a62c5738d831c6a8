"""What is told as over, on a day that comes after the story's own."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from msgspec.structs import replace

from verify import Article, Elsewhere, Flag, rule
from verify.lexicon.late import late
from verify.mark.published import published, stated

# Verbs of what happened; "voted on" or "announced" may be followed by the day of something else.
_DONE = late(
    r"\b(?P<verb>met|died|arrived|landed|crashed|struck|collapsed|exploded|sank|resigned|testified|spoke|visited|won|lost"
    r"|(?:was|were) (?:killed|arrested|born|held|found|elected|sentenced|convicted|fired|shot"
    r"|injured|sworn in|hired|signed"
    r"|released|destroyed|launched|opened|closed|evacuated|rescued)"
    r"|took (?:office|place)|left|returned|signed|launched|fired|opened|closed|broke out|began"
    r"|ended|sat down)"
    r"(?: (?!to\b|for\b|that\b|which\b|who\b|until\b|till\b|by\b|before\b|after\b|ahead\b|if\b"
    r"|when\b|because\b|and\b|but\b|over\b|about\b)"
    r"[\w’'.&-]{1,25},?){0,10}?,? on (?:[A-Z][a-z]+day, )?\Z"
)
# Fewer still where no "on" stands before the day: "won a place in the final next week".
_OVER = late(
    r"\b(?P<verb>met|died|arrived|landed|crashed|collapsed|exploded|sank|resigned|took (?:office|place)"
    r"|(?:was|were) (?:killed|arrested|held|elected|sentenced|convicted|shot|injured|sworn in|released"
    r"|destroyed|rescued|evacuated|buried))"
    r"(?: (?!(?:with|for|about|over|to|of|ahead|before|after|that|which|who|when|until|and|but|as|from"
    r"|against|by)\b)[\w’'.-]{1,20}){0,6},? \Z"
)
_AHEAD = late(
    r"\b(?:will|would|shall|could|should|may|might|if|until|expected|scheduled|planned|due|set"
    r"|to be|going|expire|hopes?|vote|election)\b"
)
_SENTENCE = late(r"[.!?][”\"]? (?=[A-Z“])")
_LOOK, _SPAN = 170, 30


@rule(
    severity="warning",
    since="0.1",
    needs={"dates", "days", "quotations"},
    advice="Look up the day of the event, and that of the story.",
)
def past_event_after_story(article: Article) -> Iterator[Flag]:
    """Something is told as past that lies, by its date, after the day of the story."""
    text = article.text
    line = next(article.zoned("dateline"), None)
    day = published(article) if article.dates else None
    if day is None:
        return
    for date in article.dates:
        when = date.calendar()
        if when is None and date.year is None and date.day is not None:
            when = replace(date, year=day.year).calendar()
        # A story online may be dated by another time zone than its event.
        if when is None or not dt.timedelta(days=1) <= when - day <= dt.timedelta(days=_SPAN):
            continue
        if when - day == dt.timedelta(days=1) and line is None:
            continue
        block = article.block_at(date.start)
        if block is None or block.zone not in ("body", "list", "caption"):
            continue
        before = text[max(block.start, date.start - _LOOK) : date.start]
        sentence = _SENTENCE.split(before)[-1]
        done = _DONE.search(sentence)
        if done is None or _AHEAD.search(sentence) or article.quoted(date.start, date.end):
            continue
        yield Flag(
            (date.start, date.end),
            f"told as past, but “{text[date.start : date.end]}” is after the story’s own day,"
            f" {day:%B} {day.day}, {day.year}",
            related=(_verb(sentence, done, date.start), *stated(article)),
            confidence=0.85,
        )
    yield from _told_from_story(article, day)


def _told_from_story(article: Article, story: dt.date) -> Iterator[Flag]:
    """What happened "tomorrow", "next week" or "next Friday"."""
    text = article.text
    for day in article.days:
        if day.form != "relative" or day.first < story or day.last == story:
            continue
        block = article.block_at(day.start)
        before = text[max(block.start if block else 0, day.start - _LOOK) : day.start]
        sentence = _SENTENCE.split(before)[-1]
        done = _OVER.search(sentence)
        if done is None or _AHEAD.search(sentence):
            continue
        yield Flag(
            (day.start, day.end),
            f"told as past, but “{text[day.start : day.end]}” is after the story’s own day,"
            f" {story:%B} {story.day}, {story.year}",
            related=(_verb(sentence, done, day.start), *stated(article)),
            confidence=0.85,
        )


def _verb(sentence: str, done: re.Match[str], end: int) -> Elsewhere:
    """The verb that tells of the event as past, in a sentence that is cut off at `end`."""
    start = end - len(sentence) + done.start("verb")
    return Elsewhere((start, start + len(done["verb"])), "told as past here")
