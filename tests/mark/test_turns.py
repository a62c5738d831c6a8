"""Transcripts and interviews: whose the words behind a label are, and which labels are none of a speaker."""

from __future__ import annotations

import pytest

from verify.mark.order import mark, plan
from verify.model.article import Article
from verify.plugin.manager import Plugins
from verify.read.formats import MARKDOWN
from verify.read.formats import TEXT as READER

MARKERS = Plugins(()).markers()
HEAD = "Harbor board meets\n\nCARROW BAY — The harbor master, Marta Lindqvist, met the board on Tuesday.\n\n"


def article(copy: str) -> Article:
    return mark(READER.read("a.txt", (HEAD + copy).encode()), plan(MARKERS, {"quotes", "indirect"}))


def said(copy: str) -> list[tuple[str, str]]:
    one = article(copy)
    assert all(quote.kind == "direct" for quote in one.quotes)
    return [
        (quote.speaker.name if quote.speaker else "", one.text[slice(*quote.span)]) for quote in one.quotes
    ]


def test_a_label_in_capitals_is_whoever_bears_the_name() -> None:
    copy = (
        "LINDQVIST: The wall will not last. We know that.\n\nOKAFOR: Then why is there no money?\n\n"
        "LINDQVIST: This board voted it down.\n\nMAYOR OKAFOR: I voted for it.\n"
    )
    assert said(copy) == [
        ("Marta Lindqvist", "The wall will not last. We know that."),
        ("OKAFOR", "Then why is there no money?"),
        ("Marta Lindqvist", "This board voted it down."),
        ("OKAFOR", "I voted for it."),
    ]
    assert article(copy).indirect == ()


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_each_line_may_be_a_turn(gap: str) -> None:
    turns = [
        "ANN LEE: We close.", "PAUL OKAFOR: When? On Friday?", "LEE: On Monday.", "OKAFOR (by phone): I see.",
    ]  # fmt: skip
    assert said(gap.join(turns)) == [
        ("ANN LEE", "We close."),
        ("PAUL OKAFOR", "When? On Friday?"),
        ("ANN LEE", "On Monday."),
        ("PAUL OKAFOR", "I see."),
    ]


def test_answers_are_those_of_the_person_whom_the_interview_is_with() -> None:
    copy = (
        "Q: How long will it last?\n\nA: Two winters. The stones move.\n\n"
        "The north end is the worst of it.\n\n"
        "Q: And the mayor?\n\nA: He says “next year” each year.\n\nLindqvist has two deputies.\n"
    )
    assert said(copy) == [
        ("", "How long will it last?"),
        ("Marta Lindqvist", "Two winters. The stones move."),
        ("Marta Lindqvist", "The north end is the worst of it."),
        ("", "And the mayor?"),
        ("Marta Lindqvist", "He says “next year” each year."),
    ]
    spans = article(copy).quotations.spans
    assert [(span.chain, span.closed, span.level) for span in spans] == [
        (-1, True, 0), (-1, False, 0), (1, True, 0), (-1, True, 0), (-1, True, 0), (-1, True, 1),
    ]  # fmt: skip


def test_a_point_ends_the_letters_too() -> None:
    copy = (
        "Q. Will Okafor pay for it?\n\nA. Dana Whitlow will. Ask her.\n\n"
        "Q. And the mayor?\n\nA. He says “next year” each year.\n"
    )
    assert said(copy) == [
        ("", "Will Okafor pay for it?"),
        ("Marta Lindqvist", "Dana Whitlow will. Ask her."),
        ("", "And the mayor?"),
        ("Marta Lindqvist", "He says “next year” each year."),
    ]
    assert not [
        name for name in (one.name for one in article(copy).mentions) if name.startswith(("Q.", "A."))
    ]


@pytest.mark.parametrize(
    "copy",
    [
        "A. Lindqvist & Sons built it.\n\nB. Okafor mends it.\n\nA. It holds.\n",
        "A. Okafor came.\n\nQ. Lee came.\n",
        "A. Philip Okafor said no.\n\nA. Philip Okafor said yes.\n\nA. He left.\n",
    ],
)
def test_lists_and_initials_are_no_talk(copy: str) -> None:
    assert said(copy) == []


def test_where_two_people_come_into_question_nobody_is_named() -> None:
    copy = "Paul Okafor was there too.\n\nQ: Who pays?\n\nA: Nobody.\n\nQ: Why?\n\nA: Ask them.\n"
    quotes = article(copy).quotes
    assert [quote.speaker.name for quote in quotes if quote.speaker] == [""] * 4
    assert all(quote.confidence < 0.5 for quote in quotes)


def test_a_lone_turn_is_known_by_its_label() -> None:
    copy = (
        "LINDQVIST: We close.\n\nOKAFOR: When?\n\nLINDQVIST: On Monday.\n\nThe hall fell silent.\n\n"
        "OKAFOR: Then we all lose.\n\nNote: The board meets again in May.\n"
    )
    assert said(copy)[2:] == [("Marta Lindqvist", "On Monday."), ("OKAFOR", "Then we all lose.")]


def test_initials_are_those_of_a_person_whom_the_copy_names() -> None:
    copy = "ML: Two winters.\n\nPO: And then?\n\nML: Then we swim.\n"
    assert said("Paul Okafor asked her.\n\n" + copy) == [
        ("Marta Lindqvist", "Two winters."),
        ("Paul Okafor", "And then?"),
        ("Marta Lindqvist", "Then we swim."),
    ]
    assert said("Mina Lowe was there, and Paul Okafor.\n\n" + copy)[0][0] != "Marta Lindqvist"


def test_a_court_has_titles_and_parts() -> None:
    copy = "THE COURT: Call him.\n\nMR. ROE: He is ill.\n\nTHE COURT: Since when?\n\nMS. LEE: Friday.\n"
    assert [words for _, words in said(copy)] == ["Call him.", "He is ill.", "Since when?", "Friday."]


def test_the_paper_may_ask() -> None:
    read = MARKDOWN.read(
        "a.md",
        b"# Five questions\n\nMarta Lindqvist runs the harbor.\n\n**Post:** How long?\n\n"
        b"**Marta Lindqvist:** Two winters.\n\n**Post:** And then?\n\n**Lindqvist:** Then we swim.\n",
    )
    one = mark(read, plan(MARKERS, {"quotes"}))
    assert [(quote.speaker.name, one.text[slice(*quote.span)]) for quote in one.quotes if quote.speaker] == [
        ("Post", "How long?"),
        ("Marta Lindqvist", "Two winters."),
        ("Post", "And then?"),
        ("Marta Lindqvist", "Then we swim."),
    ]


def test_the_last_line_may_ask() -> None:
    assert [name for name, _ in said("LINDQVIST: We close.\n\nLINDQVIST: In May.\n\nPOST: When?")] == [
        "Marta Lindqvist", "Marta Lindqvist", "POST",
    ]  # fmt: skip


def test_words_with_marks_of_their_own_are_no_turns_twice() -> None:
    copy = "LEE: “We close.”\n\nROE: “When?”\n\nLEE: “On Monday.”\n"
    one = article(copy)
    assert [one.text[slice(*quote.span)] for quote in one.quotes] == [
        "“We close.”",
        "“When?”",
        "“On Monday.”",
    ]
    assert not any(span.set_off for span in one.quotations.spans)


@pytest.mark.parametrize(
    "copy",
    [
        "When: Friday to Sunday.\n\nWhere: Harbor Park.\n\nWhen: Noon to nine.\n",
        "Claim: The fair lost money.\n\nVerdict: False.\n\nClaim: The rides are new.\n\nVerdict: True.\n",
        "Monday: Rain.\n\nTuesday: Sun.\n\nMonday: Rain again.\n",
        "LEE: We close.\n\nROE: When?\n",
        "Lee: We close.\n\nRoe: When?\n\nKim: Why?\n",
        "LEE: We close.\n\nThe hall fell silent.\n\nROE: When?\n\nThe mayor left.\n\nLEE: On Monday.\n",
        "Pros: It is cheap.\n\nCons: It leaks.\n\nPros: It floats.\n",
    ],
)
def test_lists_and_lone_labels_are_nobodys_words(copy: str) -> None:
    assert article(copy).quotes == ()


def test_a_transcript_of_a_megabyte_takes_no_longer_a_line() -> None:
    copy = "LEE: We “close” on Friday.\nROE: When?\n" * 8_000
    one = mark(READER.read("a.txt", (HEAD + copy).encode()), plan(MARKERS, {"quotations"}))
    assert len(one.quotations.spans) == 24_000
