"""An office that somebody does not hold on the day of the story, as the people file has it."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from verify import Article, Flag, Identified, Mention, Post, Span, rule
from verify.mark.naming.posts import not_now, same_office
from verify.mark.published import published

from .times import DID, EARLIER, HOLDS, NOW, PERHAPS, SEVERAL, SPOKE, SPOKE_BEFORE, SUBJECT, TO_COME, YEAR

_SLACK = datetime.timedelta(days=1)
"""Time zones, and the day of handing over."""
_RECENT = datetime.timedelta(days=730)
"""Within which what somebody said or did is hardly history yet."""
_BACK = 40


@rule(
    severity="warning",
    since="0.1",
    needs={"identified", "dates"},
    advice="Check the office, or its dates in the people file.",
)
def office_not_held(article: Article) -> Iterator[Flag]:
    """A person is given an office that the people file has not for the day of the story."""
    day = published(article) if article.identified else None
    if day is None:
        return
    starts = [sentence.start for sentence in article.sentences]
    for somebody in article.identified:
        for index in article.entities[somebody.entity].mentions:
            mention = article.mentions[index]
            post = _post(article, mention, somebody, day)
            if post is not None and _of_today(article, mention, post, day, starts):
                yield _flag(article, mention, somebody, post, day)


def _post(article: Article, mention: Mention, somebody: Identified, day: datetime.date) -> Post | None:
    """The post of the record that the mention's title names, where no post of that name is held that day."""
    title = mention.title_span
    if title is None or mention.quoted or article.quoted(*title) or not_now(mention.title):
        return None
    if SEVERAL.search(mention.title):
        return None
    before = article.text[max(0, title.start - _BACK) : title.start].rpartition("\n")[2]
    if title.start < mention.start and not_now(re.split(r"[.;:!?,“”]", before)[-1]):
        return None
    named = [post for post in somebody.record.offices if same_office(mention.title, post.title)]
    if not named or any(_held(post, day) for post in named):
        return None
    # Who held it before, and will again, is a former one until then.
    return min(named, key=lambda post: (post.end is None or post.end >= day, _gap(post, day), post.title))


def _held(post: Post, day: datetime.date) -> bool:
    return (post.start is None or day >= post.start - _SLACK) and (
        post.end is None or day <= post.end + _SLACK
    )


def _gap(post: Post, day: datetime.date) -> datetime.timedelta:
    """How far the day lies from the time of the post."""
    if post.end is not None and day > post.end:
        return day - post.end
    return post.start - day if post.start is not None and day < post.start else datetime.timedelta()


def _of_today(
    article: Article, mention: Mention, post: Post, day: datetime.date, starts: Sequence[int]
) -> bool:
    """Whether the sentence speaks of the day of the story, not of when the office was, or will be, held."""
    sentence = article.sentences[max(bisect_right(starts, mention.start) - 1, 0)]
    span = Span(min(sentence.start, mention.start), max(sentence.end, mention.end))
    if article.blocks[sentence.block].zone in ("headline", "byline", "credit"):
        return False
    words = _outside(article.text[span.start : span.end], mention, span)
    after = max(mention.end, mention.title_span.end if mention.title_span else 0)
    first = min(mention.start, mention.title_span.start if mention.title_span else mention.start)
    before = article.text[max(0, first - _BACK) : first]
    speaks = bool(SPOKE.match(article.text, after) or SPOKE_BEFORE.search(before))
    now = bool(HOLDS.match(article.text, after) or NOW.search(words))
    if post.start is not None and day < post.start:
        return (speaks or now) and not TO_COME.search(words)
    if EARLIER.search(words) or any(not found[0].startswith(str(day.year)) for found in YEAR.finditer(words)):
        return False
    if any(_dated(article, span, post, day)):
        return False
    if post.end is not None and day - post.end <= _RECENT:
        return speaks or now or bool(SUBJECT.search(before) and DID.match(article.text, after))
    return (bool(HOLDS.match(article.text, after)) or (speaks and now)) and not PERHAPS.search(words)


def _outside(words: str, mention: Mention, span: Span) -> str:
    """The words of the sentence without the name and its title, which tell nothing of the time."""
    first, last = mention.start, mention.end
    if mention.title_span:
        first, last = min(first, mention.title_span.start), max(last, mention.title_span.end)
    return f"{words[: max(0, first - span.start)]} … {words[max(0, last - span.start) :]}"


def _dated(article: Article, span: Span, post: Post, day: datetime.date) -> Iterator[bool]:
    """For each date of the sentence whether it lies in the time of the post, or long before the story."""
    dates = article.dates
    starts = [date.start for date in dates]
    for date in dates[bisect_left(starts, span.start) : bisect_left(starts, span.end)]:
        told = datetime.date(date.year or day.year, date.month, 1)
        yield post.end is not None and told <= post.end


def _flag(article: Article, mention: Mention, somebody: Identified, post: Post, day: datetime.date) -> Flag:
    title = mention.title_span or mention.span
    name = somebody.record.name
    if post.end is not None and day > post.end:
        when, word = f"until {_written(post.end)}", "former"
    else:
        when, word = f"from {_written(post.start or day)}", ""
    words = " ".join(article.text[title.start : title.end].split())
    fix = f"{word} {words}" if word else ""
    if fix and _opens(article.text, title.start):
        fix = f"Former {words}"
    return Flag(
        (title.start, title.end),
        f"the {somebody.kept_in} has {name} as {post.title} {when}; the story is of {_written(day)}",
        fixes=(fix,) if fix else (),
        confidence=0.9,
    )


def _opens(text: str, at: int) -> bool:
    """Whether a sentence or paragraph begins here."""
    before = text[max(0, at - 3) : at].rstrip(" ")
    return not before or before[-1] in ".!?\n"


def _written(day: datetime.date) -> str:
    return f"{day:%B} {day.day}, {day.year}"
