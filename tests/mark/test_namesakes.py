"""Whom each name of an article stands for: the people, each with all that the copy calls them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.mark.names import MARKER as NAMES
from verify.mark.order import mark
from verify.mark.people import MARKER as PEOPLE
from verify.mark.quotations import MARKER as QUOTATIONS
from verify.mark.sentences import MARKER as SENTENCES
from verify.read.formats import TEXT as READER

Clusters = list[list[str]]


def clusters(copy: str) -> Clusters:
    """The mentions of each person, in the order of the copy."""
    text = f"Harbor wall delayed\n\n{copy}"
    article = mark(READER.read("a.txt", text.encode()), [QUOTATIONS, SENTENCES, NAMES, PEOPLE])
    return [
        [article.mentions[index].name for index in entity.mentions]
        for entity in article.entities
        if entity.kind == "person"
    ]


@pytest.mark.parametrize(
    ("copy", "people"),
    [
        (
            (
                "Mayor Roe opened the pier. Daniel Roe, no relation to Mayor Roe, sells bait. “No,” Daniel "
                "Roe said. Mayor Roe left. Roe, the bait seller, sat."
            ),
            [["Roe", "Roe", "Roe"], ["Daniel Roe", "Daniel Roe", "Roe"]],
        ),
        (
            "Daniel Roe (no relation to the sheriff) sells bait. Sheriff Roe left early. Roe stayed.",
            [["Daniel Roe", "Roe"], ["Roe"]],
        ),
        (
            "Daniel Roe, who is not related to Roe, sells bait.",
            [["Daniel Roe"], ["Roe"]],
        ),
        (
            "Mayor Ann Roe opened the pier. Daniel Roe sells bait there. Mayor Roe left.",
            [["Ann Roe", "Roe"], ["Daniel Roe"]],
        ),
        (
            (
                "Daniel Roe, 34, a plumber, saw the fire. Daniel Roe, 61, the county judge, did not. Judge "
                "Roe was asleep."
            ),
            [["Daniel Roe"], ["Daniel Roe", "Roe"]],
        ),
        ("Daniel Roe, 34, and Daniel Roe, 61, came on one boat.", [["Daniel Roe"], ["Daniel Roe"]]),
        (
            "Sheriff Ann Poe spoke. Another Ann Poe, a nurse, wept. It was another Ann Poe triumph.",
            [["Ann Poe"], ["Ann Poe", "Ann Poe"]],
        ),
        ("Daniel Roe and his father, Daniel Roe, came.", [["Daniel Roe"], ["Daniel Roe"]]),
        (
            "Joe Biddle Sr. built it. Joe Biddle Jr. sold it. Biddle Jr. said no. Biddle Sr. said yes.",
            [["Joe Biddle Sr.", "Biddle Sr."], ["Joe Biddle Jr.", "Biddle Jr."]],
        ),
        (
            "Brothers Jon and John Hansen sailed. Jon Hansen won. John Hansen lost.",
            [["Jon", "Jon Hansen"], ["John Hansen", "John Hansen"]],
        ),
        (
            "They met the sisters Ann and Anna Poe. Anna Poe spoke.",
            [["Ann"], ["Anna Poe", "Anna Poe"]],
        ),
        (
            "William Roe and his brother, Bill Roe, came. Bill Roe sat.",
            [["William Roe"], ["Bill Roe", "Bill Roe"]],
        ),
        ("Carl Roe met Carla Roe.", [["Carl Roe"], ["Carla Roe"]]),
        ("George Lund and George W. Lund sat.", [["George Lund"], ["George W. Lund"]]),
        ("George H.W. Lund came. George W. Lund sat.", [["George H.W. Lund"], ["George W. Lund"]]),
        (
            "Kim Jong Nam spoke. Kim left. His sister, Kim Yo Jong, stayed. Kim Jong Chul came.",
            [["Kim Jong Nam", "Kim"], ["Kim Yo Jong"], ["Kim Jong Chul"]],
        ),
        (
            "Mrs. Roe spoke first. Jane Roe is 34. Mr. Roe came. Paul Roe is her husband.",
            [["Roe", "Jane Roe"], ["Roe", "Paul Roe"]],
        ),
        (
            (
                "Ann Lee and her husband, Paul Lee, came with their children, Max, 9, and Mia, 7. Mr. Lee "
                "spoke. Mia wept. Mrs. Lee left."
            ),
            [["Ann Lee", "Lee"], ["Paul Lee", "Lee"], ["Max"], ["Mia", "Mia"]],
        ),
        (
            "Lena and Jonas Falk left. Jonas Falk drove. Mrs. Falk slept.",
            [["Lena", "Falk"], ["Jonas Falk", "Jonas Falk"]],
        ),
        (
            "For Ruth Marsh it was a good day. Marsh slept late, and nobody minded that at all. "
            + "The pier was closed, and the boats lay in the harbor. " * 8
            + "Carl Marsh is her uncle.",
            [["Ruth Marsh", "Marsh"], ["Carl Marsh"]],
        ),
    ],
)
def test_two_people_of_one_name_are_kept_apart(copy: str, people: Clusters) -> None:
    assert clusters(copy) == people


@pytest.mark.parametrize(
    ("copy", "people"),
    [
        ("Ann Roe, 34, a nurse, came early. Ann Roe, 43, wept.", [["Ann Roe", "Ann Roe"]]),
        (
            "William Roe spoke. Bill Roe left. Will Roe sat. W. Roe wrote.",
            [["William Roe", "Bill Roe", "Will Roe", "W. Roe"]],
        ),
        ("Mary Beth Lund spoke. Beth Lund left. Lund sat.", [["Mary Beth Lund", "Beth Lund", "Lund"]]),
        (
            "J.K. Rowan spoke. Rowan said no. J. K. Rowan left. Joanne Rowan wrote it.",
            [["J.K. Rowan", "Rowan", "J. K. Rowan", "Joanne Rowan"]],
        ),
        (
            "Ann Lee Carter, formerly Ann Lee, spoke. Carter said no. Ann Lee wept.",
            [["Ann Lee Carter", "Ann Lee", "Carter", "Ann Lee"]],
        ),
        (
            "Ruth Marsh (née Poe) sat. Her brother, Carl Poe, stood. Poe said no.",
            [["Ruth Marsh", "Poe"], ["Carl Poe", "Poe"]],
        ),
        (
            "Cassius Holt, now known as Ali Holt, boxed. Ali Holt won.",
            [["Cassius Holt", "Ali Holt", "Ali Holt"]],
        ),
        (
            "Muhammad Osmani, also spelled Mohamed Usmani, spoke. Mohamed Usmani left.",
            [["Muhammad Osmani", "Mohamed Usmani", "Mohamed Usmani"]],
        ),
        (
            "Muhammad Osmani spoke. Mohamed Usmani left.",
            [["Muhammad Osmani"], ["Mohamed Usmani"]],
        ),
        (
            "Ann Lee-Carter spoke. Lee-Carter left. Ms. Lee-Carter sat. Ann Lee Carter slept.",
            [["Ann Lee-Carter", "Lee-Carter", "Lee-Carter", "Ann Lee Carter"]],
        ),
        ("Melba Ortiz Prado spoke. Ms. Ortiz left.", [["Melba Ortiz Prado", "Ortiz"]]),
        (
            "José Muñoz spoke. Munoz said no. Jose Munoz left. Muñoz’s wife slept.",
            [["José Muñoz", "Munoz", "Jose Munoz", "Muñoz"]],
        ),
        ("Søren Kjær sat. Kjaer slept.", [["Søren Kjær", "Kjaer"]]),
        (
            "Dame Ruth O’Dell spoke. Dame Ruth left. Mrs. O'Dell sat.",
            [["Ruth O’Dell", "Ruth", "O'Dell"]],
        ),
    ],
)
def test_one_person_under_several_names_is_one(copy: str, people: Clusters) -> None:
    assert clusters(copy) == people


@pytest.mark.parametrize(
    ("copy", "people"),
    [
        ("Tan Wei Ling, 41, spoke. Ms Tan said no. Tan left.", [["Tan Wei Ling", "Tan", "Tan"]]),
        (
            "Defense Minister Ahn Gyu-back met reporters. Ahn said no. Gyu-back Ahn left.",
            [["Ahn Gyu-back", "Ahn", "Gyu-back Ahn"]],
        ),
        ("Nguyen Van Hung spoke. Mr. Hung left.", [["Nguyen Van Hung", "Hung"]]),
        ("Park Min-seo spoke. Park said no. Ms. Park left.", [["Park Min-seo", "Park", "Park"]]),
        (
            "Zhang Wenbing met Lau Kit Wai. Zhang said no. Mr. Lau left.",
            [["Zhang Wenbing", "Zhang"], ["Lau Kit Wai", "Lau"]],
        ),
        (
            "Jan van der Berg spoke. Van der Berg left. Mr. van der Berg sat.",
            [["Jan van der Berg", "Van der Berg", "van der Berg"]],
        ),
        (
            "Rosa de la Cruz sat. De la Cruz stood. Ms. de la Cruz spoke.",
            [["Rosa de la Cruz", "De la Cruz", "de la Cruz"]],
        ),
        (
            "Hamad bin Salim met Tarek al-Masri. Bin Salim spoke. Masri left. Al-Masri and el-Masri agreed.",
            [["Hamad bin Salim", "Bin Salim"], ["Tarek al-Masri", "Masri", "Al-Masri", "el-Masri"]],
        ),
        (
            "Jack St. Clair and Mari St. Clair came. Mari St. Clair spoke.",
            [["Jack St. Clair"], ["Mari St. Clair", "Mari St. Clair"]],
        ),
    ],
)
def test_names_of_many_lands(copy: str, people: Clusters) -> None:
    assert clusters(copy) == people


@pytest.mark.parametrize(
    ("copy", "people"),
    [
        (
            (
                "Robert ‘Buddy’ Larkin spoke. Robert 'Buddy' Larkin left. Robert “Buddy” Larkin sat. “No,” "
                "Buddy said. Larkin agreed."
            ),
            [["Robert ‘Buddy’ Larkin", "Robert 'Buddy' Larkin", "Robert “Buddy” Larkin", "Buddy", "Larkin"]],
        ),
        ("Thomas (Tom) Poe spoke. Poe left.", [["Thomas (Tom) Poe", "Poe"]]),
        (
            "Ann Lee (Ohio) and Paul Roe (Utah) won. Prime Minister (Paul) Lund lost.",
            [["Ann Lee"], ["Paul Roe", "Paul"]],
        ),
        (
            (
                "Ann Lee KC spoke. Paul Marsh MP left. Dame Ruth Poe DBE sat. Sir Carl Lund, QC, said no. "
                "Lee, Marsh, Poe and Lund ate."
            ),
            [["Ann Lee", "Lee"], ["Paul Marsh", "Marsh"], ["Ruth Poe", "Poe"], ["Carl Lund", "Lund"]],
        ),
        (
            "Sammy Holt Jr. and Carl Poe III came. Holt left. Poe sat.",
            [["Sammy Holt Jr.", "Holt"], ["Carl Poe III", "Poe"]],
        ),
        (
            "Team Marsh won. Ruth Marsh spoke. Impeaching Marsh is wrong, and Filipino Marsh voters say so.",
            [["Marsh", "Ruth Marsh", "Marsh", "Marsh"]],
        ),
        ("Henry Holt and Company printed it. The Republican Establishment read it.", []),
        ("Pastor Joe Brown of Marion Avenue Baptist Church spoke. Mr. Brown left.", [["Joe Brown", "Brown"]]),
        ("Dana Holt, through a spokeswoman, said no. Mr. Holt left.", [["Dana Holt", "Holt"]]),
        ("She met the Deputy Director of the Program on Monday.", []),
        ("The show, Jane The Singer, won the Living Legend Award in St. Regis.", []),
    ],
)
def test_what_stands_around_a_name_is_no_part_of_it(copy: str, people: Clusters) -> None:
    assert clusters(copy) == people


PIECES = st.sampled_from(
    ("Ann Lee", "Anna Lee", "Mr. Lee", "Lee", "Ann", "Lee-Carter", "Ann Lee-Carter", "Kim Jong Nam", "Kim",
     "Tarek al-Masri", "al-Masri", "Masri", "Joe Lee Jr.", "Joe Lee Sr.", ", 34,", ", 61, a judge,", "and",
     ", no relation to", ", formerly", ".", "spoke", "her son,", "“No,”")
)  # fmt: skip


@given(st.lists(PIECES, max_size=24))
def test_every_name_is_somebodys_and_the_same_each_time(pieces: list[str]) -> None:
    copy = " ".join(pieces)
    found = clusters(copy)
    assert found == clusters(copy)
    assert all(found)


def test_an_article_of_one_name_over_and_over_is_read() -> None:
    copy = "Daniel Roe, 34, a plumber, met Daniel Roe, 61, a judge. " * 300
    assert sum(map(len, clusters(copy))) == 600
