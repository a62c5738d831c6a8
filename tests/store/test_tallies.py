"""What is remembered of an event's figures, and where things were."""

from __future__ import annotations

import pytest

from verify.mark.order import mark, plan
from verify.model.article import Article
from verify.plugin.manager import Plugins
from verify.read.formats import TEXT as READER
from verify.store.remember import facts
from verify.store.tallies import differ, taken_apart, tallies
from verify.store.whereabouts import sided

MARKERS = plan(Plugins().markers(), ["people", "numbers", "sentences", "quotations"])


def marked(sentence: str) -> Article:
    text = f"Talks end\n\nPORT ELM (NW) — {sentence} It rained all day.\n"
    return mark(READER.read("a.txt", text.encode()), MARKERS)


def told(sentence: str) -> list[tuple[str, str, str]]:
    """Subject, words and figures of each tally."""
    article = marked(sentence)
    return [
        (fact.subject, article.text[fact.start : fact.end], fact.value.split("|")[0])
        for fact in tallies(article)
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Four people were killed when the ferry sank.", [("killed sinking", "Four", "4")]),
        ("The blast killed 12 sailors and injured 30.",
         [("killed explosion", "12", "12"), ("hurt explosion", "30", "30")]),
        ("The council voted 5-2 to build it.", [("vote council", "5-2", "2 5")]),
        ("By a vote of 51 to 49 the Senate passed it.", [("vote senate", "51 to 49", "49 51")]),
        ("The yard won a $12 million contract.", [("sum contract", "$12 million", "12000000")]),
        # Not told exactly, of another year, of two things, or by somebody else.
        ("At least four people were killed when the ferry sank.", []),
        ("Four people were killed when the ferry sank in 2012.", []),
        ("Four people were killed in the crash and the fire.", []),
        ("“Four people were killed when the ferry sank,” she said.", []),
        ("The ferry sank and killed 40-year-old Ann Lee.", []),
        ("The council led the senate 5-2.", []),
        ("The yard won a $12 million contract and a $3 million loan.", []),
        ("She won the poll 45-40.", []),
    ],
)  # fmt: skip
def test_exact_figures_of_an_event_are_kept(sentence: str, found: list[tuple[str, str, str]]) -> None:
    assert told(sentence) == found


def test_a_tally_knows_the_names_and_words_around_it() -> None:
    (fact,) = tallies(marked("Four people were killed when the ferry sank, said Lena Varga."))
    tally = taken_apart(fact.value)
    assert tally.names == {"varga", "port elm", "nw"}
    assert tally.words == {"ferry", "killed", "people"}


def test_sums_differ_where_neither_rounds_to_the_other() -> None:
    one, near, far = (
        taken_apart(f"{figure}|{step}|dollar||")
        for figure, step in ((12e6, 1e6), (11.9e6, 1e5), (14.5e6, 1e5))
    )
    assert not differ(one, near)
    assert differ(one, far)


def test_kinds_of_place_are_kept_with_what_was_there() -> None:
    article = marked("The army fired a rocket from its western coast. It sold the yard.")
    assert [(fact.subject, fact.value) for fact in sided(article)] == [("fire", "coast|army rocket")]


def test_tallies_are_read_where_numbers_are_marked() -> None:
    words = "Four people were killed when the ferry sank."
    less = plan(Plugins().markers(), ["people", "sentences", "quotations"])
    text = f"Talks end\n\n{words}\n"
    assert "tally" in {fact.kind for fact in facts(marked(words))}
    assert "tally" not in {fact.kind for fact in facts(mark(READER.read("a.txt", text.encode()), less))}
