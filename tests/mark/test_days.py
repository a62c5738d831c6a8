"""The days that an article means: told by the day of the story, and only where there is no doubt."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.mark.order import mark, plan
from verify.mark.published import stated
from verify.model.article import Article
from verify.plugin.manager import Plugins
from verify.read.formats import MARKDOWN
from verify.read.formats import TEXT as READER

MARKERS = plan(Plugins().markers(), ["days"])
MONDAY = "PORT ELM, Nov. 3, 2025 (NW) — "


def marked(text: str) -> Article:
    return mark(READER.read("a.txt", f"{text}\n".encode()), MARKERS)


def told(text: str) -> list[tuple[str, str, str]]:
    """Words, first and last day of what a story of Monday, Nov. 3, 2025, tells beside its own day."""
    article = marked(MONDAY + text)
    return [
        (article.text[day.start : day.end], f"{day.first:%m-%d}", f"{day.last:%m-%d}")
        for day in article.days
        if day.start > len(MONDAY) - 1
    ]


def once(words: str, day: str) -> list[tuple[str, str, str]]:
    return [(words, day, day)]


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("The council met Friday.", once("Friday", "10-31")),
        ("The council met on Monday morning.", once("Monday", "11-03")),
        ("On Saturday, the council met in the old hall.", once("Saturday", "11-01")),
        ("The council will meet Friday.", once("Friday", "11-07")),
        ("The captain will be heard on Thursday.", once("Thursday", "11-06")),
        ("The board is scheduled to vote on Tuesday.", once("Tuesday", "11-04")),
        ("On Wednesday, the council will meet again.", once("Wednesday", "11-05")),
        ("The council met yesterday and meets tomorrow.",
         [("yesterday", "11-02", "11-02"), ("tomorrow", "11-04", "11-04")]),
        ("It burned last Thursday.", once("last Thursday", "10-30")),
        ("It opens this coming Wednesday.", once("this coming Wednesday", "11-05")),
        ("It burned this past Wednesday.", once("this past Wednesday", "10-29")),
        ("It burned last week.", [("last week", "10-26", "11-02")]),
        ("It opens next week.", [("next week", "11-04", "11-17")]),
        ("It burned three days ago.", [("three days ago", "10-30", "10-31")]),
        ("It burned Nov. 1.", once("Nov. 1", "11-01")),
        ("It opens Jan. 2.", once("Jan. 2", "01-02")),
        ("It opened Nov. 1, 2019.", once("Nov. 1, 2019", "11-01")),
    ],
)  # fmt: skip
def test_a_day_is_told_by_that_of_the_story(sentence: str, days: list[tuple[str, str, str]]) -> None:
    assert told(sentence) == days


@pytest.mark.parametrize(
    "sentence",
    [
        # Behind or ahead, no verb tells.
        "The Friday vote is close.",
        "He would meet her Friday.",
        "It was expected Friday.",
        "They talked about the vote on Friday.",
        "He wants to leave on Friday.",
        "The council will meet Monday.",  # today, or in a week
        # This week or the next.
        "It opens next Wednesday.",
        "It opened last Sunday.",
        # Other days than the nearest.
        "They met every Tuesday and each Friday.",
        "They met the following Tuesday, and that Friday left.",
        "They met on a Tuesday.",
        "They met Tuesday and Wednesday.",
        "They met on Black Friday and read the Sunday Times and USA Today.",
        "The Tuesdays were cold, and Friday’s vote was close.",
        # Words of another day, and of another zone.
        "“We met Friday,” she said.",
    ],
)
def test_what_may_mean_two_days_means_none(sentence: str) -> None:
    assert told(sentence) == []


def test_front_matter_may_be_a_day_later_than_the_story() -> None:
    copy = b"---\ndate: 2025-11-03\n---\n\nThe council met yesterday. It met on Friday.\n"
    article = mark(MARKDOWN.read("a.md", copy), MARKERS)
    assert [(f"{day.first:%m-%d}", f"{day.last:%m-%d}") for day in article.days] == [
        ("11-01", "11-02"),
        ("10-31", "10-31"),
    ]


def test_a_story_without_a_day_has_only_its_full_dates() -> None:
    article = marked("Council meets\n\nThe council met Friday, and on Nov. 1, and on Nov. 2, 2024.")
    assert [(day.form, str(day.first)) for day in article.days] == [("date", "2024-11-02")]


@pytest.mark.parametrize(
    ("matter", "words"),
    [
        ("---\ntitle: Ferry\ndate: 2025-11-03\n---\n", "2025-11-03"),
        ('---\nPublished: "2025-11-03T08:00:00Z"\n---\n', '"2025-11-03T08:00:00Z"'),
        ('+++\ntitle = "date = 1"\ndate = 2025-11-03\n+++\n', "2025-11-03"),
    ],
)
def test_the_day_of_the_story_has_a_place_in_the_front_matter(matter: str, words: str) -> None:
    article = mark(MARKDOWN.read("a.md", f"{matter}\nThe council met.\n".encode()), MARKERS)
    (place,) = stated(article)
    assert (place.path, article.document.source[slice(*place.span)]) == ("a.md", words)


def test_the_day_of_the_story_has_a_place_in_the_dateline_or_none() -> None:
    article = marked(MONDAY + "The council met.")
    (place,) = stated(article)
    assert article.text[slice(*place.span)] == "Nov. 3, 2025"
    assert stated(marked("The council met on Nov. 3, 2025.")) == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "Monday Tuesday last next this past coming week on met will be the yesterday tomorrow today , ."
            " days ago three Nov. 5 to through said 99 “ ” since".split()
        ),
        max_size=40,
    )
)
def test_days_lie_in_their_order_and_inside_the_text(words: list[str]) -> None:
    article = marked(MONDAY + " ".join(words))
    assert list(article.days) == sorted(article.days)
    for day in article.days:
        assert 0 <= day.start < day.end <= len(article.text)
        assert day.first <= day.last
