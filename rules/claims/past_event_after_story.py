"""What is told as over, on a day that comes after the story's own."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from verify import Article, Elsewhere, Flag, rule
from verify.mark.published import published

# Verbs of what happened; "voted on" or "announced" may be followed by the day of something else.
_DONE = (
    r"\b(?:met|died|arrived|landed|crashed|struck|collapsed|exploded|sank|resigned|testified|spoke|visited|won|lost"
    r"|(?:was|were) (?:killed|arrested|born|held|found|elected|sentenced|convicted|fired|shot"
    r"|injured|sworn in|hired|signed"
    r"|released|destroyed|launched|opened|closed|evacuated|rescued)"
    r"|took (?:office|place)|left|returned|signed|launched|fired|opened|closed|broke out|began"
    r"|ended|sat down)"
    r"(?: (?!to\b|for\b|that\b|which\b|who\b|until\b|till\b|by\b|before\b|after\b|ahead\b|if\b"
    r"|when\b|because\b|and\b|but\b|over\b|about\b)"
    r"[\w’'.&-]{1,25},?){0,10}?,? on (?:[A-Z][a-z]+day, )?\Z"
)
_AHEAD = (
    r"\b(?:will|would|shall|could|should|may|might|if|until|expected|scheduled|planned|due|set"
    r"|to be|going|expire|hopes?|vote|election)\b"
)
_SENTENCE = re.compile(r"[.!?][”\"]? (?=[A-Z“])")
_LOOK, _SPAN = 170, 30


@rule(
    severity="warning",
    since="0.1",
    needs={"dates", "quotations"},
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
            when = date._replace(year=day.year).calendar()
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
        done = re.search(_DONE, sentence)
        if done is None or re.search(_AHEAD, sentence) or article.quoted(date.start, date.end):
            continue
        yield Flag(
            (date.start, date.end),
            f"told as past, but “{text[date.start : date.end]}” is after the story’s own day,"
            f" {day:%B} {day.day}, {day.year}",
            related=(Elsewhere((line.start, line.end), "the day of the story"),) if line else (),
            confidence=0.85,
        )
