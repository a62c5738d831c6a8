"""Which names of an article stand for one person."""

from __future__ import annotations

import pytest

from verify.mark.names import MARKER as NAMES
from verify.mark.order import mark
from verify.mark.people import MARKER
from verify.mark.quotations import MARKER as QUOTATIONS
from verify.mark.sentences import MARKER as SENTENCES
from verify.model.article import Article
from verify.model.marks import Entity
from verify.read.formats import TEXT as READER


def marked(copy: str) -> Article:
    return mark(READER.read("a.txt", copy.encode()), [QUOTATIONS, SENTENCES, NAMES, MARKER])


def people(copy: str) -> list[Entity]:
    return [entity for entity in marked(copy).entities if entity.kind == "person"]


def test_one_person_under_many_names() -> None:
    (person,) = people(
        "Roe wins\n\nGov. Jane Roe won on Tuesday. “I won,” Roe said.\n\nMs. Roe, 61, thanked her voters. "
        "Supporters of Jane P. Roe cheered, and Jane wept."
    )
    assert (person.name, person.given, person.family) == ("Jane Roe", "Jane", "Roe")
    assert (person.title, person.gender, len(person.mentions)) == ("Gov.", "f", 6)


def test_two_people_of_one_family() -> None:
    article = marked(
        "Jane Roe met Paul Roe in the park.\n\nPaul Roe spoke first. “No,” Roe said.\n\nJane Roe left. "
        "“Yes,” Roe said. Mr. Roe stayed; Ms. Roe did not."
    )
    who = [(m.name, article.entities[m.entity].name) for m in article.mentions if not m.given]
    assert who == [("Roe", "Paul Roe"), ("Roe", "Jane Roe"), ("Roe", "Paul Roe"), ("Roe", "Jane Roe")]


def test_people_with_near_names_stay_apart() -> None:
    assert [p.name for p in people("Bae Gyu-min met Bae Young-su, and Alan Johnson met Ann Johnston.")] == [
        "Bae Gyu-min", "Bae Young-su", "Alan Johnson", "Ann Johnston",
    ]  # fmt: skip


def test_a_courtesy_title_keeps_a_man_from_being_a_woman() -> None:
    assert [p.name for p in people("Jane Roe came early. Mr. Roe came late.")] == ["Jane Roe", "Roe"]


@pytest.mark.parametrize(
    ("copy", "gender"),
    [
        ("Jane Roe spoke.", "f"),
        ("Zorvel Henderson spoke, and then he left.", "m"),
        ("Mrs. Quixmarn spoke.", "f"),
        ("The spokesman Zorvel Henderson spoke.", "m"),
        ("Bae Gyu-zul spoke.", ""),
        ("Zorvel Henderson spoke.", ""),
    ],
)
def test_gender(copy: str, gender: str) -> None:
    assert people(copy)[0].gender == gender


def test_bodies_and_places_are_gathered_too() -> None:
    article = marked("Reuters is in Oslo. Oslo likes Reuters.")
    assert [(e.name, e.kind, len(e.mentions)) for e in article.entities] == [
        ("Reuters", "organisation", 2),
        ("Oslo", "place", 2),
    ]


def test_every_mention_belongs_to_the_entity_it_names() -> None:
    article = marked("Gov. Jane Roe of Ohio met Paul Whitlock. Roe spoke; Whitlock and the Senate listened.")
    for number, entity in enumerate(article.entities):
        assert all(article.mentions[index].entity == number for index in entity.mentions)
    assert sum(len(entity.mentions) for entity in article.entities) == len(article.mentions)


def test_a_body_and_its_short_form_are_one() -> None:
    article = marked("CNA denies report\n\nThe Coastal News Agency (CNA) said no. The CNA has 90 desks.")
    bodies = [entity for entity in article.entities if entity.kind == "organisation"]
    assert [len(entity.mentions) for entity in bodies] == [4]
    assert bodies[0].name == "Coastal News Agency"


@pytest.mark.parametrize(
    ("copy", "gender"),
    [
        ("President Quixmarn backed her up.", ""),
        ("President Quixmarn praised her staff.", "f"),
        ("Marty Quixmarn came. Later Quixmarn said she knew.", "m"),
        ("Marty Quixmarn came. Quixmarn said she knew. Quixmarn said she left.", "f"),
    ],
)
def test_what_pronouns_tell_of_a_gender(copy: str, gender: str) -> None:
    assert [person.gender for person in people(copy)] == [gender]


def test_brothers_with_like_names_stay_apart() -> None:
    assert [p.name for p in people("Jon Hansen met John Hansen.")] == ["Jon Hansen", "John Hansen"]


def test_an_acronym_is_the_body_whose_initials_it_is() -> None:
    def bodies(copy: str) -> list[str]:
        return [entity.name for entity in marked(copy).entities if entity.kind == "organisation"]

    assert bodies("The Coastal Monetary Fund met. Then the CMF voted.") == ["Coastal Monetary Fund"]
    assert len(bodies("The Coastal Fish Fund and the County Farm Fund met. Then the CFF voted.")) == 3


def test_a_couple_shares_its_family_name() -> None:
    article = marked("Lena and Jonas Falk left. Ned and Ruth Poe stayed.")
    assert [entity.name for entity in article.entities] == ["Lena Falk", "Jonas Falk", "Ned Poe", "Ruth Poe"]


@pytest.mark.parametrize("copy", ["Lena Moss came. Lena and Jonas Falk left.", "Grant and Paul Falk left."])
def test_who_shares_no_family_name(copy: str) -> None:
    assert not any(entity.name in ("Lena Falk", "Grant Falk") for entity in marked(copy).entities)


def test_a_husband_is_a_man_whatever_the_next_pronoun_says() -> None:
    article = marked("Ann Lund and her husband, Max, came. She spoke.")
    assert [entity.gender for entity in article.entities] == ["f", "m"]
