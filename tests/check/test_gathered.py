"""The people of an article in their places, and which of them are shown, in which order."""

from __future__ import annotations

import pytest

from verify.check.gathered import Order, chosen, gathered
from verify.check.outcome import FileReport, Named, Report
from verify.check.page import Page
from verify.mark.dossiers import MARKER as DOSSIERS
from verify.mark.indirect import MARKER as INDIRECT
from verify.mark.names import MARKER as NAMES
from verify.mark.narration import MARKER as NARRATION
from verify.mark.order import mark
from verify.mark.people import MARKER as PEOPLE
from verify.mark.quotations import MARKER as QUOTATIONS
from verify.mark.quotes import MARKER as QUOTES
from verify.mark.sentences import MARKER as SENTENCES
from verify.model.marks import Kind
from verify.read.formats import MARKDOWN
from verify.read.formats import TEXT as READER
from verify.read.reader import Reader

MARKERS = (QUOTATIONS, SENTENCES, NARRATION, NAMES, PEOPLE, QUOTES, INDIRECT, DOSSIERS)
COPY = (
    "Zoning vote delayed\n\nMayor Zoe Abel met Oslo’s Harbor Institute. Carl Poe, 34, sat. “No,” Poe said. "
    "Poe left for Oslo.\n"
)


def shown(copy: str, reader: Reader = READER) -> tuple[Named, ...]:
    document = reader.read("a.txt", copy.encode())
    return tuple(gathered(mark(document, MARKERS), Page.of(document)))


def test_each_is_shown_with_what_the_copy_tells_and_where() -> None:
    abel, oslo, institute, poe = shown(COPY)
    assert (abel.name, abel.given, abel.family, abel.title, abel.age) == (
        "Zoe Abel",
        "Zoe",
        "Abel",
        "Mayor",
        None,
    )
    assert (abel.first.line, abel.first.column, abel.first.words) == (3, 1, "Mayor Zoe Abel")
    assert (oslo.kind, institute.kind) == ("place", "organisation")
    assert (poe.age, poe.mentions) == (34, 3)
    assert [(form.text, [(place.line, place.column) for place in form.places]) for form in poe.forms] == [
        ("Carl Poe", [(3, 45)]),
        ("Poe", [(3, 70), (3, 80)]),
    ]
    for form in poe.forms:
        assert {COPY[place.start : place.end] for place in form.places} == {form.text}


def test_a_headline_names_but_does_not_introduce() -> None:
    (person,) = shown("Lee wins\n\nJudge Ann Lee won. Lee slept.\n")
    assert (person.first.line, person.first.words, person.mentions) == (3, "Judge Ann Lee", 3)
    assert person.forms[0].places[0].line == 1


def test_places_lead_through_markup_to_the_source() -> None:
    copy = "# Fire\n\n*Mayor* **Ann Lee** came.\n"
    (person,) = shown(copy, MARKDOWN)
    ((place,),) = (form.places for form in person.forms)
    assert copy[place.start : place.end] == "Ann Lee"
    assert (place.line, place.column) == (3, 11)


def report() -> Report:
    return Report((FileReport("a.txt", "", (), people=shown(COPY)), FileReport("b.txt", "", ())), (), "1")


@pytest.mark.parametrize(
    ("kinds", "order", "name", "names"),
    [
        (("person",), "text", "", ["Zoe Abel", "Carl Poe"]),
        (("person",), "name", "", ["Zoe Abel", "Carl Poe"]),
        (("person",), "mentions", "", ["Carl Poe", "Zoe Abel"]),
        (("place", "person"), "mentions", "", ["Carl Poe", "Zoe Abel", "Oslo"]),
        (("organisation",), "name", "", ["Harbor Institute"]),
        (("person",), "text", "POE", ["Carl Poe"]),
        (("person",), "text", "mayor abel", ["Zoe Abel"]),
        (("person",), "text", "Po", []),
    ],
)
def test_who_is_chosen(kinds: tuple[Kind, ...], order: Order, name: str, names: list[str]) -> None:
    first, second = chosen(report(), kinds, order, name).files
    assert [one.name for one in first.people] == names
    assert second.people == ()


def test_family_names_decide_the_order_of_names() -> None:
    people = shown("Fire\n\nPaul Marsh met Ann Marsh, Kim Jong Nam and Zoe Abel.\n")
    whole = Report((FileReport("a", "", (), people=people),), (), "1")
    only: tuple[Kind, ...] = ("person",)
    ordered = chosen(whole, only, "name")
    assert [one.name for one in ordered.files[0].people] == [
        "Zoe Abel",
        "Kim Jong Nam",
        "Ann Marsh",
        "Paul Marsh",
    ]
