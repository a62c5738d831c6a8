"""What the copy tells of somebody beside the name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.mark.dossiers import MARKER
from verify.mark.indirect import MARKER as INDIRECT
from verify.mark.names import MARKER as NAMES
from verify.mark.narration import MARKER as NARRATION
from verify.mark.order import mark
from verify.mark.people import MARKER as PEOPLE
from verify.mark.quotations import MARKER as QUOTATIONS
from verify.mark.quotes import MARKER as QUOTES
from verify.mark.sentences import MARKER as SENTENCES
from verify.model.article import Article
from verify.model.marks import Dossier
from verify.read.formats import TEXT as READER

MARKERS = (QUOTATIONS, SENTENCES, NARRATION, NAMES, PEOPLE, QUOTES, INDIRECT, MARKER)


def marked(copy: str) -> Article:
    return mark(READER.read("a.txt", f"Harbor wall delayed\n\n{copy}".encode()), MARKERS)


def told(copy: str) -> dict[str, Dossier]:
    """The dossier of each person by the name."""
    article = marked(copy)
    entities = article.entities
    return {
        entities[dossier.entity].name: dossier
        for dossier in article.dossiers
        if entities[dossier.entity].kind == "person"
    }


def first(copy: str) -> Dossier:
    return next(iter(told(copy).values()))


@pytest.mark.parametrize(
    ("copy", "years"),
    [
        ("Ann Lee, 34, saw the fire.", 34),
        ("Ann Lee (34) saw the fire.", 34),
        ("Ann Lee, aged 34, saw the fire.", 34),
        ("Ann Lee, who is 34 years old, saw the fire.", 34),
        ("Ann Lee, who turned 51 in May, saw the fire.", 51),
        ("Ann Lee is 34.", 34),
        ("The 34-year-old plumber Ann Lee saw it.", 34),
        ("It woke 34-year-old Ann Lee.", 34),
        ("Ann Lee saw it. Lee, 34, ran.", 34),
        ("Ann Lee, 2 of the crew and a dog ran.", -1),
        ("Ann Lee, 340, ran.", -1),
        ("Ann Lee won 34 to 12.", -1),
        ("Ann Lee and a 34-year-old man ran.", -1),
        ("A 34-year-old man told reporters that Ann Lee ran.", -1),
    ],
)
def test_age(copy: str, years: int) -> None:
    assert first(copy).age == years


@pytest.mark.parametrize(
    ("copy", "title", "roles"),
    [
        ("Mayor Ann Lee ran.", "Mayor", ()),
        ("Ann Lee, the city’s transportation commissioner, ran.", "city’s transportation commissioner", ()),
        ("Ann Lee, 34, a retired teacher, ran.", "", ("a retired teacher",)),
        ("Ann Lee, a survivor of the fire, ran.", "", ("a survivor of the fire",)),
        ("Ann Lee, one of the owners, ran.", "", ("one of the owners",)),
        ("Dana Lee, who runs a bakery at the pier, ran.", "", ("who runs a bakery at the pier",)),
        ("Ann Lee ran. Lee is a nurse.", "", ("a nurse",)),
        ("Ann Lee ran. Lee is a friend of the court.", "", ()),
        ("Ann Lee, the best hope of the party, ran.", "", ()),
        ("Coach Ann Lee ran. Sheriff Lee slept.", "Sheriff", ("Coach",)),
        ("Mayor Ann Lee ran. Lee, the mayor of Carrow, slept.", "Mayor", ()),
        ("Dr. Ann Lee ran. Ms. Lee slept.", "", ()),
        ("Democrat Ann Lee ran.", "", ()),
        ("Ann Lee, senior adviser to Gov. Roe, ran.", "senior adviser to Gov. Roe", ()),
        ("Ann Lee, the harbor chief and an aide to Mr. Poe, ran.", "", ("the harbor chief",)),
        ("Ann Lee, the chairwoman of the Carrow County GOP, ran.", "chairwoman of the Carrow County GOP", ()),
    ],
)
def test_title_and_roles(copy: str, title: str, roles: tuple[str, ...]) -> None:
    person = first(copy)
    assert (person.title, person.roles) == (title, roles)


@pytest.mark.parametrize(
    ("copy", "ties"),
    [
        ("Sen. Ann Lee (D-Mo.) ran.", ("D-Mo.",)),
        ("Rep. Ann Lee, R-Carrow, ran.", ("R-Carrow",)),
        ("Rep. Ann Lee (D) ran.", ("D",)),
        ("Ann Lee (Lib Dem, Carrow East) ran.", ("Lib Dem, Carrow East",)),
        ("Republican Ann Lee ran.", ("Republican",)),
        ("Democratic candidate Ann Lee ran.", ("Democrat",)),
        ("Labour MP Ann Lee ran.", ("Labour",)),
        ("The conservative mayor Ann Lee ran.", ()),
        ("Republican voters told Ann Lee no.", ()),
        ("Ann Lee, a Democrat from Carrow, ran.", ("Democrat",)),
        ("Ann Lee of the Harbor Institute ran.", ("Harbor Institute",)),
        ("Ann Lee, director of the Carrow Foundation, ran.", ("Carrow Foundation",)),
        ("Harbor Post reporter Ann Lee ran.", ("Harbor Post",)),
        ("Ann Lee, an analyst at the Harbor Institute, ran.", ("Harbor Institute",)),
        ("Ann Lee, who works for Carrow University, ran.", ("Carrow University",)),
        ("Ann Lee at the Carrow Convention Center ran.", ()),
        ("Ann Lee, 34, of Port Ellery, ran.", ("Port Ellery",)),
        ("The lie of Ann Lee of Tuesday ran.", ()),
        (
            "Sen. Ann Lee (D-Mo.) of the Harbor Party ran. Lee of the Harbor Party slept.",
            ("D-Mo.", "Harbor Party"),
        ),
    ],
)
def test_affiliations(copy: str, ties: tuple[str, ...]) -> None:
    assert first(copy).affiliations == ties


@pytest.mark.parametrize(
    ("copy", "pronoun"),
    [
        ("“I ran,” Sam Reed said. “Fast,” he added. “Very,” he said.", "he"),
        ("Sam Reed uses they/them pronouns. “I know,” Reed said.", "they"),
        ("Sam Reed ran. Ms. Reed slept.", "she"),
        ("Ann Lee said she ran.", "she"),
        ("Ann Lee ran.", ""),
        ("Quixmarn Lee, his sister, ran.", ""),
        ("Paul Lee met his wife, Ann Lee.", "he"),
    ],
)
def test_the_pronoun_is_the_one_of_the_copy(copy: str, pronoun: str) -> None:
    assert first(copy).pronoun == pronoun


def test_every_form_with_its_places() -> None:
    article = marked("Mayor Ann Lee ran. “No,” Lee said. The coach Ann Lee sat, and Mayor Lee and Lee’s son.")
    (person,) = article.dossiers
    assert [(form.text, len(form.spans)) for form in person.forms] == [
        ("Mayor Ann Lee", 1),
        ("Lee", 2),
        ("Ann Lee", 1),
        ("Mayor Lee", 1),
    ]
    names = {article.text[span.start : span.end] for form in person.forms for span in form.spans}
    assert names == {"Ann Lee", "Lee"}


def test_a_slip_of_the_name_stands_under_its_owner() -> None:
    people = told("Paula Quixmarn spoke. Ms. Quixmran left. Quixmran said that it was late.")
    assert {name: [form.text for form in one.forms] for name, one in people.items()} == {
        "Paula Quixmarn": ["Paula Quixmarn", "Ms. Quixmran", "Quixmran"]
    }


@pytest.mark.parametrize(
    "copy",
    [
        "Alan Johnson spoke. Mr. Johnston left.",
        "Paula Quixmarn and Zelda Quixmern spoke. Ms. Quixmurn left.",
    ],
)
def test_a_near_name_is_no_slip_where_it_may_be_anothers(copy: str) -> None:
    assert [len(one.forms) for one in told(copy).values()] == [1] * len(told(copy))
    assert len(told(copy)) > 1


def test_bodies_and_places_have_forms_alone() -> None:
    article = marked("The Harbor Institute is in Oslo. It is an institute.")
    assert [
        (article.entities[one.entity].kind, [form.text for form in one.forms], one.title, one.age)
        for one in article.dossiers
    ] == [("organisation", ["Harbor Institute"], "", -1), ("place", ["Oslo"], "", -1)]


@given(st.text(alphabet="AnLe Ms.,()1234-–’s\nofRD“”a", max_size=120))
def test_any_copy_has_profiles(copy: str) -> None:
    article = marked(f"Ann Lee{copy}. Lee said so.")
    spans = [span for one in article.dossiers for form in one.forms for span in form.spans]
    assert len(spans) == len(set(spans))
    assert all(article.text[span.start : span.end].strip() for span in spans)
