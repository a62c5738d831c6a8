"""“Yesterday” beside a date that was not the day before the story's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from verify import Article, Elsewhere, Flag, rule
from verify.lexicon.late import late
from verify.mark.days import nearest
from verify.mark.published import published, stated

_BEFORE = late(r"\b(?P<day>[Yy]esterday|[Tt]oday|[Tt]omorrow),? (?:\(|on )?\Z")
_AFTER = late(r",? \(?(?P<day>yesterday|today|tomorrow)\b(?![’'])")
_SHIFT = {"yesterday": -1, "today": 0, "tomorrow": 1}
_LOOK = 20


@rule(
    severity="warning",
    since="0.1",
    needs={"dates", "quotations"},
    advice="Look up the day, and mend the word or the date.",
)
def relative_day_mismatch(article: Article) -> Iterator[Flag]:
    """“Yesterday”, “today” or “tomorrow” stands beside another date than that day's."""
    text = article.text
    day: dt.date | None = None
    for date in article.dates:
        word = _BEFORE.search(text, max(0, date.start - _LOOK), date.start) or _AFTER.match(text, date.end)
        if word is None or date.day is None or article.quoted(date.start, date.end):
            continue
        day = day or published(article)
        if day is None:
            return
        meant = day + dt.timedelta(days=_SHIFT[word["day"].lower()])
        told = nearest(date, day)
        # A story that is dated by its metadata alone may have been written the day before.
        slack = 0 if any(article.zoned("dateline")) and not article.document.metadata.get("date") else 1
        if told is None or abs((told - meant).days) <= slack:
            continue
        start, end = min(date.start, word.start("day")), max(date.end, word.end("day"))
        yield Flag(
            (start, end),
            f"“{word['day']}” is {meant:%B} {meant.day} in a story of {day:%B} {day.day}, {day.year}",
            related=(Elsewhere(word.span("day"), "the day told by the story’s own"), *stated(article)),
            confidence=0.9,
        )
