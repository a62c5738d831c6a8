"""The rules about figures and dates on whole articles: what they keep still about, and hostile copy."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.check.rule import Rule
from verify.check.run import check
from verify.check.select import Wishes
from verify.check.setup import Source
from verify.config.load import Loaded
from verify.config.schema import Settings
from verify.model.finding import Finding
from verify.plugin.desk import Desk, arrange
from verify.plugin.manager import Plugins
from verify.testing import blocks, rules
from verify.testing import findings as page_findings

STORY = "Harbor board meets\n\nThe board of Port Elm met again. {} It was late.\n\nNobody spoke.\n"
UNITS = "unit-conversion-mismatch"
DATED = "---\ntitle: Port Elm\ndate: 2025-11-03\n---\n\n"


@pytest.fixture(scope="module", name="desk")
def desk_() -> Desk:
    """The rules about claims that run where nothing is set."""
    return arrange(Plugins(()), Loaded(Settings()), Wishes(select=("claims",)))


def told(desk: Desk, copy: str, path: str = "a.txt") -> list[tuple[str, str]]:
    """Rule and words of each finding."""
    report = check([Source(path, copy.encode())], desk.setup)
    assert not report.problems
    return [(one.rule.removeprefix("claims/"), one.text) for one in findings(desk, copy, path)]


def findings(desk: Desk, copy: str, path: str = "a.txt") -> list[Finding]:
    return [one for file in check([Source(path, copy.encode())], desk.setup).files for one in file.findings]


@pytest.mark.parametrize(
    ("sentence", "rule", "words"),
    [
        ("The pipe is 10 to 15 miles (16 to 34 km) long.", UNITS, "16 to 34 km"),
        ("It took a 435-mile (600-kilometer) drive.", UNITS, "600-kilometer"),
        ("He weighs 180 pounds, or 62 kilos, they said.", UNITS, "62 kilos"),
        ("It held 1.2 million gallons (6.4 million liters).", UNITS, "6.4 million liters"),
        ("It was minus 40 degrees Fahrenheit (minus 10 Celsius).", UNITS, "minus 10 Celsius"),
        ("The share rose to 30% from 20%, up 10%.", "percent-for-points", "10%"),
        ("Sales grew 40 percent, from 200 boats to 300 boats.", "change-mismatch", "40 percent"),
        ("She won the seat 56.2 percent to 49.1 percent.", "percentages-over-whole",
         "56.2 percent to 49.1 percent"),
        ("It killed seven people, four men and two women.", "total-mismatch", "seven"),
        ("The bill runs to 1,2500 pages.", "impossible-number", "1,2500"),
        ("They meet at 14:30 p.m. in the hall.", "impossible-number", "14:30 p.m."),
        ("They met on April 31 in the hall.", "impossible-number", "April 31"),
        ("The fair ran from June 12 through June 9 this year.", "dates-out-of-order",
         "June 12 through June 9"),
        ("The two-day fair, from June 9 to June 12, was full.", "duration-against-dates", "two-day"),
        ("The 80th anniversary of the 1990 flood fell in 2015.", "ordinal-against-years", "80th anniversary"),
        ("It cost €5m ($9 million), at $1.08 to the euro.", "currency-conversion-mismatch", "$9 million"),
        ("He left on Monday, two days after Friday’s vote.", "interval-against-days", "two days after"),
        ("He made a three-day visit from Friday to Tuesday.", "duration-against-dates", "three-day"),
    ],
)  # fmt: skip
def test_figures_that_disagree(desk: Desk, sentence: str, rule: str, words: str) -> None:
    copy = STORY.format(sentence)
    assert told(desk, copy) == [(rule, words)]


ALONE = {"claims/impossible-number", "claims/intent-without-source"}
"""Rules of which some findings have no other place: their pages say so."""


@pytest.mark.parametrize(
    "rule", [one for one in rules() if one.id.startswith("claims/")], ids=lambda one: one.id
)
def test_every_finding_shows_the_places_that_disagree(rule: Rule) -> None:
    for block in blocks(rule.read_page()):
        for finding in page_findings(rule, block):
            alone = finding.rule in ALONE
            assert finding.related or alone, finding.message
            for other in finding.related:
                assert (other.path, other.start, other.end) != (finding.path, finding.start, finding.end)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("They met on Feb. 30 in the hall.", ["Feb"]),
        ("They met on Feb. 29, 2025, in the hall.", ["2025"]),
        ("They meet at 14:30 p.m. in the hall.", ["p.m."]),
        ("They meet at 7:75 p.m. in the hall.", ["75"]),
        ("The bill runs to 1,2500 pages.", []),
        ("They met on Friday, Nov. 3, 2025, in the hall.", ["Friday"]),
    ],
)
def test_what_cannot_be_is_shown_beside_the_number(desk: Desk, sentence: str, words: list[str]) -> None:
    copy = STORY.format(sentence)
    (finding,) = findings(desk, copy)
    assert [copy[one.start : one.end] for one in finding.related] == words


def test_the_day_of_the_story_is_shown_in_its_front_matter(desk: Desk) -> None:
    copy = DATED + "Anna Berg left Port Elm tomorrow. She died on Friday, Nov. 6, and was buried next week.\n"
    shown = [
        (one.rule.removeprefix("claims/"), one.text, [copy[other.start : other.end] for other in one.related])
        for one in findings(desk, copy, "a.md")
    ]
    assert shown == [
        ("past-event-after-story", "Friday, Nov. 6", ["died", "2025-11-03"]),
        ("weekday-mismatch", "Friday, Nov. 6", ["Friday", "2025-11-03"]),
        ("past-event-after-story", "next week", ["was buried", "2025-11-03"]),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        # Rounded either way, and units that do not measure the same.
        "It lies 60 miles (100 kilometers) off, 6 feet (2 meters) deep, and holds 10 acres (4 hectares).",
        "The 5-foot-11 (1.80-meter) guard weighs 200 pounds (91 kilograms).",
        "He ran 26 miles (in 3 hours), and 100 meters (in 12 seconds), and the M25 (40 km) was shut.",
        "It sank in 300 feet (91 meters) of water, two miles (3 km) from the pier.",
        "It grew by 2.7 degrees Fahrenheit (1.5 degrees Celsius) since then.",
        # Changes of other things than the two ends.
        "Turnout rose from 40 percent to 50 percent, and wages grew 3 percent.",
        "From 2000 to 2015 the catch fell 30 percent.",
        "It rose from $1.1 billion to $1.3 billion, up 18 percent.",
        "The rate went from 0.5 percent to 0.75 percent, up a quarter of a point.",
        # Shares of different things.
        "Some 60 percent of men and 70 percent of women eat fish.",
        "Her lead grew from 51 percent to 55 percent, and she won 21 towns to 19.",
        "In May 60 percent were in favor, compared with 50 percent opposed in June.",
        # Lists that are not all, and parts that are said to be some.
        "Six people, including two men and three women, swam.",
        "At least six people — two men and three women — swam.",
        "Two people, three dogs and four cats were aboard.",
        "It heard from three towns: Westmere, which is small, Carrow and Halden Bay.",
        "She named four reasons: Money and time, she said.",
        # Figures in names, addresses and lists.
        "See page 12, 2000 of the roll; flight 1,2 took 40 p, 25 m and 9 pm.",
        "It opened on June 30,2016, and on Feb. 29.",
        # What was moved, and what runs over the new year.
        "The vote was moved from June 12 to June 9.",
        "Ice lasts from Dec. 20 to March 3. Output fell from 2000 to 1800 tons a year.",
        # Sums at the rate that the article gives, and at none.
        "It cost €5 million ($5.4 million), or £4 million ($9 million), at $1.08 to the euro.",
        "It cost €5 million ($5.4 million), at 1.10 dollars to the euro in May and 1.08 dollars in June.",
        # Days that lie apart as is told, and those of something else.
        "He left on Monday, three days after Friday’s vote, and on Tuesday, a day before the Wednesday vote.",
        "He left on Monday, a day after he called for a vote on Friday.",
        "He made a three-day visit from Friday to Sunday, and a nine-day one from Friday to Saturday.",
        # Lengths of something else.
        "He served 10 days in jail, was freed and rested from June 3 to June 6.",
        "She held two four-year posts, from 1990 to 1998.",
        "The five-day week of work, from June 2 to June 6, ended.",
        "Three years after the fire, from June 3 to June 9, they met.",
        "It was the third annual race since 1950. The 25th anniversary comes in 2031.",
    ],
)
def test_figures_that_may_both_be_right(desk: Desk, sentence: str) -> None:
    copy = STORY.format(sentence)
    assert told(desk, copy) == []


def test_the_day_of_the_story_comes_from_its_front_matter(desk: Desk) -> None:
    copy = (
        DATED + "Anna Berg, 34, of Port Elm, won the race. Berg was born in 1968.\n\n"
        "It was held on Nov. 9, 2025.\n"
    )
    assert told(desk, copy, "a.md") == [
        ("age-against-birth", "34"),
        ("past-event-after-story", "Nov. 9, 2025"),
    ]


def test_ages_follow_a_person_through_the_forms_of_the_name(desk: Desk) -> None:
    copy = (
        "Race won\n\nAnna Berg, 34, of Port Elm, won. Her brother Karl Berg, 36, of Oslo, came third.\n\n"
        "“I was 20 then,” said Anna Berg.\n\nAnna Berg, 43, was glad. Karl Berg, 36, was not.\n"
    )
    (finding,) = findings(desk, copy)
    assert (finding.rule, finding.text) == ("claims/two-ages", "43")
    assert [copy[one.start : one.end] for one in finding.related] == ["34"]


def test_a_headline_may_round_or_add_up(desk: Desk) -> None:
    body = "\n\nThe storm sank 4 boats off Oslo and 5 boats off Carrow.\n\nIt tore 1,187 roofs off.\n"
    assert told(desk, "Nine boats sunk, 1,200 roofs torn off" + body) == []
    assert told(desk, "Eleven boats sunk, 1,200 roofs torn off" + body) == [
        ("headline-figure-mismatch", "Eleven")
    ]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "from to 40 percent 50% , a rise of two men and three women: Anna Berg (600 km) 435 miles"
            " born 1968 died May 3 2025 - – “ ” 57th annual since six in all 4,2000 p.m. 30 feet"
            " or \n\n".split(" ")
        ),
        max_size=60,
    )
)
def test_no_order_of_words_breaks_a_rule(desk: Desk, words: list[str]) -> None:
    copy = " ".join(words)
    for one in findings(desk, copy):
        assert copy[one.start : one.end] == one.text
        assert one.message
