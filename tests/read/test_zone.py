"""What each paragraph is for, in plain text."""

from __future__ import annotations

import pytest

from verify.read.dateline import dateline
from verify.read.markdown import read as read_markdown
from verify.read.plain import read

LEAD = "The regional water authority will close the Kestrel dam for repairs in March, its director said."
MORE = "Engineers found cracks in two of the gates last spring, and the repairs will take eleven weeks."


def zones(*paragraphs: str) -> list[tuple[str, str]]:
    document = read("story.txt", "\n\n".join(paragraphs).encode())
    return [(block.zone, document.text[block.start : block.end]) for block in document.blocks]


def zone_of(paragraph: str) -> str:
    """The zone that a paragraph gets in the middle of a story."""
    found = zones("Kestrel dam to close", LEAD, MORE, paragraph, LEAD, MORE)
    return next(zone for zone, words in found if words == paragraph)


@pytest.mark.parametrize(
    "headline",
    [
        "Kestrel dam to close for repairs",
        "Kestrel dam to close for repairs.",
        "‘It cannot wait’: Kestrel dam to close",
        "Will the Kestrel dam hold?",
        "Dam ‘will not hold,’ engineer says",
    ],
)
def test_a_short_first_line_is_the_headline(headline: str) -> None:
    assert zones(headline, LEAD, MORE)[0] == ("headline", headline)


@pytest.mark.parametrize(
    ("first", "zone"),
    [
        ("“It cannot wait another winter,” said Maren Holt, who runs the dam.", "body"),
        ("BRACKWATER, Idaho — The Kestrel dam will close.", "dateline"),
        ("By Maren Holt", "byline"),
        (
            "The Kestrel dam will close in March, and the lake behind it will be let out over nine days and "
            * 2,
            "body",
        ),
    ],
)
def test_what_opens_a_story_without_a_headline(first: str, zone: str) -> None:
    assert zones(first.strip(), LEAD, MORE)[0][0] == zone


def test_one_paragraph_alone_is_the_story() -> None:
    assert zones("The dam reopened.") == [("body", "The dam reopened.")]


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        ("SEOUL, South Korea (AP) — The talks ended.", "SEOUL, South Korea (AP) —"),
        ("WASHINGTON — The talks ended.", "WASHINGTON —"),
        ("WASHINGTON—The talks ended.", "WASHINGTON—"),
        ("WASHINGTON - The talks ended.", "WASHINGTON -"),
        ("WASHINGTON -- The talks ended.", "WASHINGTON --"),
        ("Paris, May 3 (Reuters) - The talks ended.", "Paris, May 3 (Reuters) -"),
        ("Paris, 3 May (Reuters) – “No,” she said.", "Paris, 3 May (Reuters) –"),
        ("Lagos, Nigeria – May 3, 2025 – The talks ended.", "Lagos, Nigeria – May 3, 2025 –"),
        ("NEW YORK, Dec. 11 (UPI) — The talks ended.", "NEW YORK, Dec. 11 (UPI) —"),
        ("Mexico City (AFP) – The talks ended.", "Mexico City (AFP) –"),
        ("TOKYO/SEOUL (Reuters) - The talks ended.", "TOKYO/SEOUL (Reuters) -"),
        ("ST. LOUIS — The talks ended.", "ST. LOUIS —"),
        ("RYE, N.H. - The talks ended.", "RYE, N.H. -"),
        ("(CNN) — The talks ended.", "(CNN) —"),
        ("Aug 27 (Reuters) - The talks ended.", "Aug 27 (Reuters) -"),
    ],
)
def test_a_dateline_is_set_apart_from_the_words_after_it(paragraph: str, found: str) -> None:
    assert paragraph[: dateline(paragraph, 0, len(paragraph))] == found
    rest = paragraph[len(found) :].lstrip()
    assert zones("Talks end", paragraph)[1:] == [("dateline", found), ("body", rest)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "NATO — which met on Monday — agreed.",
        "EXCLUSIVE — The talks ended.",
        "UPDATE: May 12 — The talks ended.",
        "GOP — The party agreed.",
        "Sen. Ida Crane (R-Idaho) — The senator agreed.",
        "HOLT: I never said that.",
        "Paris - The talks ended.",
        "The talks — in Paris — ended.",
        "WASHINGTON —",
        "2025 (AP) results",
    ],
)
def test_what_looks_like_a_dateline_and_is_none(paragraph: str) -> None:
    assert dateline(paragraph, 0, len(paragraph)) == 0


def test_capitals_and_a_dash_further_down_are_a_heading_in_the_line() -> None:
    assert zones("Dam", LEAD, MORE, "WATER LEVELS — The lake is low.")[-1][0] == "body"
    assert zones("Dam", LEAD, MORE, "BOISE, Idaho (AP) — The lake is low.")[-2][0] == "dateline"


@pytest.mark.parametrize(
    ("paragraph", "zone"),
    [
        ("By Maren Holt", "byline"),
        ("By MAREN HOLT and JON DE VRIES, Staff Writers", "byline"),
        ("By Maren Holt, The Associated Press", "byline"),
        ("By Maren Holt in Boise | Nov. 3, 2025", "byline"),
        ("By Reuters", "byline"),
        ("Written by Maren Holt", "byline"),
        ("Updated 3:04 p.m. ET, Nov. 3, 2025", "byline"),
        ("By the time the gates opened, the Kestrel was dry.", "body"),
        ("By Monday, Holt had left.", "body"),
        ("By Tuesday", "body"),
        ("By the numbers", "body"),
        ("Additional reporting by Jon de Vries in Boise; editing by Ann Cole.", "credit"),
        ("(Reporting by Jon de Vries; Writing by Maren Holt)", "credit"),
        ("— With assistance from Ann Cole", "credit"),
        ("Jon de Vries and The Associated Press contributed to this story.", "credit"),
        ("Ann Cole contributed reporting from Boise.", "credit"),
        ("He contributed to this campaign in May.", "body"),
        ("Ann Cole/Getty Images", "credit"),
        ("Ann Cole via Reuters.", "credit"),
        ("Photo by Ann Cole", "credit"),
        ("© 2025 Kestrel Media. All rights reserved.", "credit"),
        ("Copyright 2025 Kestrel Media", "credit"),
        ("- The gates are 90 years old.", "list"),
        ("• The gates are 90 years old.", "list"),
        ("1. The gates are 90 years old.", "list"),
        ("2025. It was a dry year.", "body"),
        ("-40 degrees was the lowest.", "body"),
        ("Share and Follow", "furniture"),
        ("Share this article", "furniture"),
        ("ADVERTISEMENT", "furniture"),
        ("Story continues below advertisement", "furniture"),
        ("Sign up for our weekly newsletter here.", "furniture"),
        ("Follow Maren Holt on Twitter @marenholt.", "furniture"),
        ("Read more: Which dams are next", "furniture"),
        ("RELATED: Which dams are next", "furniture"),
        ("Read more books, the mayor told the children.", "body"),
        ("Follow the river to the north and the dam comes into view.", "body"),
        ("Share prices fell by 3 percent.", "body"),
        ("Why the gates cracked", "body"),
        ("Pictured: the Kestrel dam at dusk.", "caption"),
        ("FILE - Water runs over the Kestrel dam, May 3, 2020.", "caption"),
        ("The bill was backed by the Farmers Party (AP).", "body"),
        ("He posted the letter via Facebook.", "body"),
    ],
)
def test_paragraphs_that_are_not_the_story(paragraph: str, zone: str) -> None:
    assert zone_of(paragraph) == zone


@pytest.mark.parametrize(
    ("words", "credit"),
    [
        ("Water runs over the Kestrel dam on May 3, 2020.", "(Ann Cole/Agency Photo)"),
        ("Maren Holt, left, opens a gate of the dam, Monday, Nov. 3, 2025.", "(AP)"),
        ("Water runs over the Kestrel dam", "(Photo by Ann Cole)"),
        ("Water runs over the Kestrel dam.", "Ann Cole / Getty Images"),
    ],
)
def test_a_captions_credit_is_set_apart(words: str, credit: str) -> None:
    assert zones("Dam to close", LEAD, f"{words} {credit}", MORE)[2:4] == [
        ("caption", words),
        ("credit", credit),
    ]


def test_a_writers_note_only_at_the_end() -> None:
    note = "Maren Holt is a staff writer at the Kestrel Post."
    assert zones("Dam to close", LEAD, MORE, LEAD, note)[-1] == ("credit", note)
    assert zones("Dam to close", LEAD, note, MORE, LEAD, MORE)[2] == ("body", note)


TEASERS = (
    "You May Also Like",
    "Ferry runs aground off Port Ames with forty aboard",
    "Forty people were taken off a ferry that ran aground on…",
    "Baker wins lottery for the second time",
    "A baker in Port Ames has won the lottery again.",
    "School bans bells",
)


def test_teasers_of_other_stories_after_the_story_are_furniture_to_the_end() -> None:
    found = zones("Dam to close", LEAD, MORE, *TEASERS)
    assert [zone for zone, _ in found] == ["headline", "body", "body", *["furniture"] * len(TEASERS)]


def test_prose_that_resumes_after_teasers_is_the_story_again() -> None:
    found = zones("Dam to close", LEAD, MORE, *TEASERS, MORE, LEAD, "© 2025 Kestrel Media")
    assert [zone for zone, _ in found][-4:] == ["furniture", "body", "body", "credit"]


def test_a_heading_of_teasers_before_the_story_has_been_told_hides_nothing() -> None:
    assert [zone for zone, _ in zones("Dam to close", "More on the dam", LEAD, MORE)][1:] == ["body"] * 3


def test_a_format_that_marks_headings_and_lists_marks_those_of_teasers_too() -> None:
    source = f"# Dam to close\n\n{LEAD}\n\n{MORE}\n\n## Related stories\n\n- [School bans bells](/a)\n- Two\n"
    assert [block.zone for block in read_markdown("story.md", source.encode()).blocks] == [
        "headline",
        "body",
        "body",
        "furniture",
        "furniture",
        "furniture",
    ]
    source = source.replace("Related stories", "What comes next")
    assert [block.zone for block in read_markdown("story.md", source.encode()).blocks][3:] == [
        "headline",
        "list",
        "list",
    ]
