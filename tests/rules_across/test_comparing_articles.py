"""The rules that compare articles, on whole runs: exact places, fixes, silence, and any order of files."""

from __future__ import annotations

import random

import pytest
from msgspec.structs import replace

from verify.check.rule import Rule
from verify.check.run import check
from verify.check.select import Wishes
from verify.check.setup import Source
from verify.config.load import load
from verify.model.finding import Finding
from verify.plugin.desk import arrange
from verify.plugin.manager import Plugins
from verify.testing import Block, findings, rules

ACROSS = {rule.id: rule for rule in rules() if rule.scope == "archive"}
SPELT, FORMS = (
    ACROSS[f"names/{name}"]
    for name in ("inconsistent-spelling-across-articles", "mixed-name-forms-across-articles")
)
FULL = ACROSS["titles/missing-full-name"]
TOLD, TWO = (
    ACROSS[f"quotes/{name}"]
    for name in ("quote-told-differently-across-articles", "same-words-two-speakers-across-articles")
)
DATES = ACROSS["claims/dates-disagree-across-articles"]


def found(rule: Rule, *stories: str) -> list[Finding]:
    articles = tuple((f"{chr(97 + number)}.txt", story) for number, story in enumerate(stories))
    return list(findings(rule, Block(1, articles, ())))


def dated(day: str, words: str) -> str:
    return f"PORT ELM, {day}, 2025 (NW) — {words}\n"


def said(day: str, quote: str, tag: str) -> str:
    return dated(day, f"The council met in the old hall by the river.\n\n“{quote},” {tag}.")


def test_a_slip_is_mended_as_most_stories_have_it() -> None:
    one, other = "The mill is closed, said Thomas Whitaker.", "The mill is open, said Thomas Whitakre."
    (finding,) = found(SPELT, dated("Oct. 3", one), dated("Oct. 4", other))
    assert (finding.path, finding.text, finding.fixes) == ("b.txt", "Thomas Whitakre", ())
    (finding,) = found(SPELT, dated("Oct. 3", other), dated("Oct. 4", one), dated("Oct. 5", one))
    assert (finding.path, finding.fixes) == ("a.txt", ("Thomas Whitaker",))
    assert finding.message == "“Thomas Whitakre” is spelt “Thomas Whitaker” in 2 other stories"
    assert [(one.path, one.message) for one in finding.related] == [("b.txt", "spelt “Thomas Whitaker” here")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Alan Johnson", "Alan Johnston"),  # two families
        ("Steve Rosenquist", "Steven Rosenquist"),  # a short form
        ("Maria Whitaker", "Marie Whitaker"),  # two given names
        ("Ann Lee", "Anna Lee"),
        ("Thomas Whitaker", "Hannah Whitaker"),
        ("Thomas Whitaker", "Thomas Whitacker-Lund"),
        ("Thomas Whitakers", "Thomas Whitaker"),  # an ending
        ("Miriam Oyelarin", "Miriam Oyelrain"),  # no list knows either
    ],
)
def test_two_people_with_near_names_stay_two(one: str, other: str) -> None:
    stories = [
        dated(f"Oct. {day}", f"The mill, said {name}, is closed.") for day, name in ((3, one), (4, other))
    ]
    assert found(SPELT, *stories) == []


def test_a_story_that_has_both_spellings_is_left_to_the_rule_of_one_article() -> None:
    both = "The mill is closed, said Thomas Whitaker. Thomas Whitakre is its owner."
    assert (
        found(SPELT, dated("Oct. 3", "The mill, said Thomas Whitaker, is open."), dated("Oct. 4", both)) == []
    )


def test_a_real_name_in_one_story_of_very_many_is_a_slip() -> None:
    right = [dated(f"Oct. {day}", "The mill, said Maria Whitaker, is open.") for day in range(3, 11)]
    (finding,) = found(SPELT, *right, dated("Oct. 12", "The mill, said Marla Whitaker, is closed."))
    assert (finding.text, finding.fixes) == ("Marla Whitaker", ("Maria Whitaker",))
    assert found(SPELT, *right[1:], dated("Oct. 12", "The mill, said Marla Whitaker, is closed.")) == []


def test_stories_more_than_a_year_apart_are_not_compared() -> None:
    old = "PORT ELM, Oct. 3, 2023 (NW) — The mill is closed, said Thomas Whitaker.\n"
    assert found(SPELT, old, dated("Oct. 4", "The mill is open, said Thomas Whitakre.")) == []


def test_bodies_are_compared_by_words_that_no_dictionary_holds() -> None:
    event = "Ruben Okafor, Pete Calloway, Dora Lindqvist and Lena Varga spoke at {}."
    one, other = event.format("Kastelnova University"), event.format("Kastlenova University")
    (finding,) = found(SPELT, dated("Oct. 3", one), dated("Oct. 4", other))
    assert (finding.path, finding.text) == ("b.txt", "Kastlenova University")


def test_forms_of_a_name_are_counted_over_the_stories() -> None:
    first, *others = (
        dated("Oct. 3", f"The prize went to {name}.") for name in ("René Vauclair", *["Rene Vauclair"] * 2)
    )
    (finding,) = found(FORMS, first, *others)
    assert (finding.path, finding.fixes, finding.severity) == ("a.txt", ("Rene Vauclair",), "info")
    assert finding.message == "“René Vauclair” in this story, but “Rene Vauclair” in others (1 against 2)"


@pytest.mark.parametrize("office", ["Governor", "President", "former Governor"])
def test_the_office_must_be_held_and_agree(office: str) -> None:
    event = (
        "{} closed the bridge to Westmere Bay. Pete Calloway and Lena Varga of the Harbor Union sent boats."
    )
    here = dated("Oct. 3", event.format(f"{office} Lindqvist"))
    there = dated("Oct. 3", event.format("Gov. Dora Lindqvist"))
    assert [finding.text for finding in found(FULL, here, there)] == (
        ["Governor Lindqvist"] if office == "Governor" else []
    )
    (finding,) = found(FULL, dated("Oct. 3", event.format("Gov. Lindqvist")), there)
    assert finding.message == "“Gov. Lindqvist” has no full name here; b.txt gives it: Dora Lindqvist"
    assert [one.path for one in finding.related] == ["b.txt"]


QUOTE = "This city will not raise a single tax on any family in this town, and that is that"


@pytest.mark.parametrize(
    ("other", "flagged"),
    [
        (QUOTE.replace("single", "new"), True),
        (QUOTE.replace("raise a single", "raise one single new"), True),
        (QUOTE, False),
        (QUOTE.lower(), False),
        (QUOTE.replace("single ", ""), True),
        (QUOTE.replace("a single tax on any", "a … on any"), False),
        (QUOTE.replace("single", "single [new]"), False),
        (f"I promise you, {QUOTE}", False),
        (QUOTE.removesuffix(", and that is that"), False),
        (QUOTE.replace("will not", "won't"), False),
        (QUOTE.replace("raise", "um, raise"), False),
        ("We promised a thing that no city has promised before us, and we will keep it", False),
    ],
)
def test_other_words_are_told_and_what_explains_itself_is_not(other: str, *, flagged: bool) -> None:
    stories = (said("Oct. 3", QUOTE, "Dora Lindqvist said"), said("Oct. 5", other, "Dora Lindqvist said"))
    assert [(one.path, one.related[0].path) for one in found(TOLD, *stories)] == [
        ("b.txt", "a.txt")
    ] * flagged
    assert [one.path for one in found(TOLD, *reversed(stories))] == ["a.txt"] * flagged
    assert found(TWO, *stories) == []


def test_the_words_that_differ_are_in_the_message() -> None:
    other = QUOTE.replace("a single tax", "any new tax")
    (finding,) = found(TOLD, *(said("Oct. 3", words, "Dora Lindqvist said") for words in (QUOTE, other)))
    assert finding.message == "“any new” here, but “a single” where a.txt quotes the same words"
    assert finding.text == f"“{other},”"


@pytest.mark.parametrize(
    ("tag", "flagged"),
    [
        ("Peter Osei said", True),
        ("the farmer, Peter Osei, said", True),
        ("Lindqvist said", False),
        ("Dora M. Lindqvist said", False),
        ("Dora Lindqvits said", False),
        ("the council said", False),
        ("she said", False),
        ("Peter Osei said, as Lindqvist had", False),
    ],
)
def test_two_names_for_one_quote(tag: str, *, flagged: bool) -> None:
    stories = (said("Oct. 3", QUOTE, "Mayor Dora Lindqvist said"), said("Oct. 5", QUOTE, tag))
    assert [one.path for one in found(TWO, *stories)] == ["b.txt"] * flagged


RUN = {
    "a.txt": "Mayor speaks\n\n" + said("Oct. 3", QUOTE, "Mayor Dora Lindqvist said"),
    "b.txt": "Farmer speaks\n\n" + said("Oct. 5", QUOTE, "Peter Osei said"),
    "c.txt": "Mayor again\n\n" + said("Oct. 5", QUOTE.replace("single", "new"), "Dora Lindqvist said"),
    "d.txt": "Mill\n\n" + dated("Oct. 3", "The mill, said Thomas Whitaker, is for René Vauclair."),
    "e.txt": "Mill\n\n" + dated("Oct. 4", "The mill, said Thomas Whitakre, is not for Rene Vauclair."),
    "f.txt": "Mill, undated\n\nThe mill, said Thomas Whitaker, is sold to Rene Vauclair.",
    "g.txt": "Bridge\n\n"
    + dated("Nov. 3", "Gov. Lindqvist came to Pete Calloway and Lena Varga of the Harbor Union in "
            "Westmere Bay after the annual Harbor Safety Meeting."),
    "h.txt": "Bridge\n\n"
    + dated("Nov. 6", "Gov. Dora Lindqvist spoke at the Harbor Safety Meeting in Port Elm on Nov. 4. Pete "
            "Calloway and Lena Varga of the Harbor Union in Westmere Bay heard her."),
}  # fmt: skip


def test_the_order_of_files_changes_nothing() -> None:
    setup = arrange(Plugins(), load(isolated=True), Wishes(select=tuple(ACROSS))).setup
    sources = [Source(path, text.encode()) for path, text in RUN.items()]
    first = check(sources, setup)
    assert {finding.rule for finding in first.findings} >= {
        rule.id for rule in (SPELT, FORMS, FULL, TOLD, TWO, DATES)
    }
    shuffle = random.Random(11)  # noqa: S311 - any order will do
    for _ in range(5):
        shuffle.shuffle(sources)
        assert check(sources, setup) == replace(first)
