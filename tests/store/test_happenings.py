"""When something happened, as far as an article tells it precisely."""

from __future__ import annotations

import pytest

from verify.mark.order import mark, plan
from verify.plugin.manager import Plugins
from verify.read.formats import TEXT as READER
from verify.store.happenings import happenings, resolve

MARKERS = plan(Plugins().markers(), ["people", "dates", "sentences", "quotations"])

DATED = plan(Plugins().markers(), ["people", "days", "sentences", "quotations"])


def told(sentence: str) -> list[tuple[str, str, str]]:
    text = f"Talks end\n\n{sentence} It rained all day.\n"
    article = mark(READER.read("a.txt", text.encode()), MARKERS)
    return [(fact.kind, fact.subject, fact.value) for fact in happenings(article)]


SAFETY, MET = "harbor safety meeting", "lena varga met pete calloway"


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("Pete Calloway spoke at the 57th Harbor Safety Meeting in Port Elm on Nov. 4, 2025.",
         [("when", SAFETY, "2025-11-04"), ("where", SAFETY, "Port Elm")]),
        ("The Harbor Safety Meeting (HSM) on 4 November was short.", [("when", SAFETY, "--11-04")]),
        ("Pete Calloway spoke at the Harbor Safety Meeting on Tuesday.", [("when", SAFETY, "tuesday")]),
        ("Pete Calloway will speak at the Harbor Safety Meeting on Tuesday.", []),
        ("Pete Calloway left after the annual Harbor Safety Meeting.",
         [("over", SAFETY, "Harbor Safety Meeting")]),
        ("After the Harbor Safety Meeting Pete Calloway will leave.", []),
        ("At the Harbor Safety Meeting the chairman, who had resigned on Nov. 4, sat at the back.", []),
        ("He left after the Annual Meeting on Nov. 4.", []),
        ("He left after the NATO Summit.", [("over", "nato summit", "NATO Summit")]),
        ("“I left after the Harbor Safety Meeting on Nov. 4,” he said.", []),
        ("Pete Calloway met briefly with Lena Varga in Port Elm on Nov. 4.",
         [("when", MET, "--11-04"), ("where", MET, "Port Elm")]),
        ("Pete Calloway spoke at the Harbor Safety Meeting in November.", []),
        ("Lena Varga sat down with Pete Calloway on Monday.", [("when", MET, "monday")]),
        ("Pete Calloway met with Lena Varga, who had resigned on Nov. 4.", []),
        ("Pete Calloway met with Varga on Nov. 4.", []),
        ("Harbor Safety Meeting on Feb. 30, 2025.", []),
    ],
)  # fmt: skip
def test_a_day_right_behind_an_event_is_kept(sentence: str, facts: list[tuple[str, str, str]]) -> None:
    assert told(sentence) == facts


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Pete Calloway met with Lena Varga in Port Elm on Friday.", "2025-10-31"),
        ("Pete Calloway met with Lena Varga yesterday.", "2025-11-02"),
        ("Pete Calloway met with Lena Varga two days ago.", ""),
        ("On Wednesday, the talks end.", ""),
    ],
)
def test_a_day_is_told_by_that_of_the_story(sentence: str, day: str) -> None:
    text = f"PORT ELM, Nov. 3, 2025 (NW) — {sentence} It rained all day.\n"
    article = mark(READER.read("a.txt", text.encode()), DATED)
    assert [fact.value for fact in happenings(article) if fact.kind == "when"] == ([day] if day else [])


@pytest.mark.parametrize(
    ("value", "story", "day"),
    [
        ("2025-11-04", "", "2025-11-04"),
        ("--11-04", "2025-11-06", "2025-11-04"),
        ("--12-30", "2026-01-02", "2025-12-30"),
        ("--01-02", "2025-12-30", "2026-01-02"),
        ("--02-29", "2025-03-01", "2024-02-29"),
        ("--02-29", "2024-03-01", "2024-02-29"),
        ("--02-30", "2024-03-01", "None"),
        ("--11-04", "", "None"),
        ("tuesday", "2025-11-06", "2025-11-04"),
        ("thursday", "2025-11-06", "2025-11-06"),
        ("friday", "2025-11-06", "2025-10-31"),
        ("friday", "", "None"),
        ("friday", "0001-01-01", "None"),
    ],
)
def test_a_day_is_read_by_the_date_of_the_story(value: str, story: str, day: str) -> None:
    assert str(resolve(value, story)) == day
