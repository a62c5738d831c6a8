"""The rules that hold copy against a people file, on copy that is awkward for them."""

from __future__ import annotations

import pytest

from verify.model.finding import Finding
from verify.testing import Block, findings, rules

FILE = """
[[people]]
name = "Helena Marsh"
forms = ["Helen Marsh"]
pronoun = "she"

[[people.offices]]
title = "secretary of defense"
from = 2021-01-22
to = 2025-01-20

[[people.offices]]
title = "governor of Norland"
from = 2025-01-21

[[people.titles]]
avoid = ["war secretary", "SecDef"]
use = "defense secretary"
reason = "the law says defense."
link = "https://style.example/defense"

[[people]]
name = "Noh Gil-su"
order = "family-first"
forms = ["Roh Kil-su"]

[[people]]
name = "José Peña"
avoid = ["Joe Pena"]

[[people]]
name = "Ruth van der Berg"
offices = [
    {title = "mayor of Eel", from = 2020-01-01, to = 2024-01-01},
    {title = "mayor of Eel", from = 2026-01-01},
]
"""


WRAPPED = """\
In the north of the country, where the roads are narrow, he met War
Secretary Helena Marsh, who had come by train in the night before and
left again before the first snow fell on the hills around the town.
"""


def found(rule: str, text: str, date: str = "") -> list[Finding]:
    copy = f"---\ndate: {date}\n---\n\n# A headline of today\n\n{text}\n" if date else f"Headline\n\n{text}\n"
    block = Block(1, (("a.md" if date else "a.txt", copy),), (), files=(("people.toml", FILE),))
    return list(findings(next(one for one in rules() if one.id == rule), block))


def fixes(rule: str, text: str, date: str = "") -> list[tuple[str, str]]:
    return [(one.text, one.fixes[0] if one.fixes else "") for one in found(rule, text, date)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U.S. War Secretary Helena Marsh met him.", [("War Secretary", "Defense Secretary")]),
        ("US Secretary of War Helena Marsh met him.", [("Secretary of War", "Defense Secretary")]),
        ("The war secretary, Helena Marsh, met him.", [("war secretary", "defense secretary")]),
        ("Helena Marsh, the U.S. secretary of war, met him.", [("secretary of war", "secretary of defense")]),
        ("Helena Marsh, Secretary of War, met him.", [("Secretary of War", "Secretary of Defense")]),
        ("Helena Marsh (the war secretary) met him.", [("war secretary", "defense secretary")]),
        ("Helena Marsh, SecDef, met him.", [("SecDef", "defense secretary")]),
        (WRAPPED, [("War\nSecretary", "Defense Secretary")]),
        (
            "Helena Marsh left. The secretary of war spoke, and the war secretary’s plane rose.",
            [("secretary of war", "secretary of defense"), ("war secretary", "defense secretary")],
        ),
    ],
)
def test_the_fix_of_a_title_is_set_as_the_copy_is(text: str, expected: list[tuple[str, str]]) -> None:
    assert fixes("titles/avoided-title", text) == expected


def test_the_reason_and_the_link_are_in_the_advice() -> None:
    (one,) = found("titles/avoided-title", "War Secretary Helena Marsh met him.")
    assert one.advice == "Write “Defense Secretary”: the law says defense (https://style.example/defense)."
    assert one.message == (
        "“War Secretary” is a title to avoid for Helena Marsh; the people file has “defense secretary”"
    )


@pytest.mark.parametrize(
    "text",
    [
        "“War Secretary Helena Marsh is here,” said Ann Roe.",
        "War Secretary Paul Roe met Helena Marsh.",
        "Helena Marsh met Paul Roe, the war secretary.",
        "Helena Marsh signed an order that restores the title of secretary of war.",
        "Helena Marsh calls herself the secretary of war, and the war secretary title is old.",
        "The war secretary spoke.",
        "Marsh, a farmer, met the war secretary.",
        "Prewar secretary Helena Marsh met the post-war secretary Helena Marsh.",
    ],
)
def test_titles_that_are_no_business_of_the_file(text: str) -> None:
    assert fixes("titles/avoided-title", text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Helena Marhs spoke. Marhs left.", [("Marhs", "Marsh"), ("Marhs", "Marsh")]),
        ("HELENA MARHS, Ann Roe wrote, spoke.", [("MARHS", "MARSH")]),
        ("Gil-su Noh spoke. Noh Gilsu left.", [("Gil-su Noh", "Noh Gil-su"), ("Noh Gilsu", "Noh Gil-su")]),
        ("Jose Peña spoke. Pena left.", [("Jose Peña", "José Peña"), ("Pena", "Peña")]),
        ("Joe Pena spoke.", [("Joe Pena", "José Peña")]),
        ("“I like Helena Marhs,” said Ann Roe.", [("Marhs", "Marsh")]),
        ("Ruth Van Der Berg spoke.", [("Ruth Van Der Berg", "Ruth van der Berg")]),
    ],
)
def test_names_with_the_form_on_file(text: str, expected: list[tuple[str, str]]) -> None:
    assert fixes("names/differs-from-people-file", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Helen Marsh spoke, and Marsh left. Helena’s plane rose, and Helena R. Marsh’s did.",
        "HELENA MARSH SPOKE.",
        "Roh Kil-su met José Peña.",
        "“I met Joe Pena,” said Ann Roe.",
        "Van der Berg spoke. Ruth van der Berg had left.",
        "Helga Marsh met Helena Marks and Selena Marsh.",
        "Harsh words fell, and the marsh froze.",
    ],
)
def test_names_that_are_as_on_file_or_others(text: str) -> None:
    assert fixes("names/differs-from-people-file", text) == []


@pytest.mark.parametrize(
    ("date", "text", "expected"),
    [
        (
            "2025-03-04",
            "Defense Secretary Helena Marsh said Tuesday that it rained.",
            [("Defense Secretary", "Former Defense Secretary")],
        ),
        (
            "2025-03-04",
            "On Tuesday, U.S. Defense Secretary Helena Marsh met him.",
            [("U.S. Defense Secretary", "former U.S. Defense Secretary")],
        ),
        ("2024-12-02", "Gov. Helena Marsh said Monday that it rained.", [("Gov.", "")]),
        ("2025-06-03", "Mayor Ruth van der Berg said Tuesday that it rained.", [("Mayor", "Former Mayor")]),
    ],
)
def test_offices_out_of_their_time(date: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert fixes("titles/office-not-held", text, date) == expected


@pytest.mark.parametrize(
    ("date", "text"),
    [
        ("2025-01-21", "Defense Secretary Helena Marsh said Tuesday that it rained."),
        ("2025-01-20", "Gov. Helena Marsh said Monday that it rained."),
        ("2024-06-04", "Defense Secretary Helena Marsh said Tuesday that it rained."),
        ("2026-06-02", "Mayor Ruth van der Berg said Tuesday that it rained."),
        ("2025-03-04", "Former Defense Secretary Helena Marsh said Tuesday that it rained."),
        ("2025-03-04", "Then-Defense Secretary Helena Marsh said so on a Tuesday."),
        ("2025-03-04", "The former U.S. defense secretary, Helena Marsh, said Tuesday that it rained."),
        ("2025-03-04", "Acting Defense Secretary Helena Marsh said Tuesday that it rained."),
        ("2025-03-04", "Honorary Defense Secretary Helena Marsh said Tuesday that it rained."),
        ("2025-03-04", "Deputy Defense Secretary Helena Marsh said Tuesday that it rained."),
        ("2025-03-04", "Outgoing Defense Secretary Helena Marsh said Tuesday that it rained."),
        ("2025-03-04", "Ex-Defense Secretary Helena Marsh said Tuesday that it rained."),
        ("2024-12-02", "Incoming Gov. Helena Marsh said Monday that it rained."),
        ("2024-12-02", "Gov.-elect Helena Marsh said Monday that it rained."),
        ("2025-03-04", "Defense Secretary Helena Marsh said in 2023 that it rained."),
        ("2025-03-04", "In November, Defense Secretary Helena Marsh said that it rained."),
        ("2025-03-04", "Under Defense Secretary Helena Marsh, Ann Roe said Tuesday, nothing was done."),
        ("2025-03-04", "“Defense Secretary Helena Marsh is here,” Ann Roe said Tuesday."),
        ("2025-03-04", "Mayor Helena Marsh said Tuesday that it rained."),
        ("2025-03-04", "Defense Secretary Paul Marsh said Tuesday that it rained."),
        ("", "Defense Secretary Helena Marsh said Tuesday that it rained."),
        ("2025-02-30", "Defense Secretary Helena Marsh said Tuesday that it rained."),
    ],
)
def test_offices_in_their_time_or_told_as_past(date: str, text: str) -> None:
    assert fixes("titles/office-not-held", text, date) == []
