from __future__ import annotations

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from verify.check.outcome import FileReport, Introduction, Report, Said
from verify.model.finding import Problem
from verify.model.span import Span
from verify.report.cells import cells
from verify.report.ledger import Order, summary, write

FIRST = Introduction(0, 9, 2, 11, "Mayor Ann\nLee")
ANN = Said(
    3, 8, 3, 4, "direct", "“We shall sail on Monday,”", "Ann Lee", "mayor", Span(9, 12), "person",
    Span(13, 17), 0.93, called="Lee", cued="said", entity=0, introduced=FIRST,
)  # fmt: skip
SHE = replace(ANN, line=12, column=1, kind="mixed", text="“a fine\nship.”", called="she", confidence=0.64)
TOLD = replace(ANN, line=5, kind="indirect", text="the ship was ready", called="The mayor")
UNION = Said(
    3, 8, 4, 1, "direct", "“Never.”", "the union", "", Span(9, 12), "group", None, 0.8, called="the union"
)
AGAIN = replace(UNION, line=9, speaker="The union", called="The union", kind="mixed", text="“no”")
NOBODY = Said(20, 25, 15, 1, "direct", "“It was loud.”", "", "", None, None, None, 0.5)
HE = replace(NOBODY, line=16, mention=Span(1, 2), type="person", called="he")
SONG = replace(NOBODY, line=20, text="“The Long Tide”", needs_none="title-of-work")


def file(*said: Said, path: str = "a.txt", headline: str = "Ferry sails") -> FileReport:
    return FileReport(path, "", (), headline=headline, said=said)


def drawn(*files: FileReport, problems: tuple[Problem, ...] = (), unread: int = 0, **options: object) -> str:
    stream = io.StringIO()
    write(Report(files, problems, "1", unread), stream, **options)  # type: ignore[arg-type]
    return stream.getvalue()


def test_the_ledger_goes_speaker_by_speaker() -> None:
    assert drawn(file(ANN, UNION, TOLD, AGAIN, SHE, NOBODY, HE, SONG)) == (
        "a.txt  Ferry sails\n"
        "  Ann Lee, mayor  2 quotes, 8 words; 1 indirect\n"
        "    2:11  introduced     Mayor Ann Lee\n"
        "    3:4   direct         “We shall sail on Monday,”\n"
        "    5:4   indirect       the ship was ready  (The mayor)\n"
        "    12:1  mixed          “a fine ship.”  (she, unsure)\n"
        "  the union (group)  2 quotes, 2 words\n"
        "    4:1   direct         “Never.”\n"
        "    9:1   mixed          “no”\n"
        "  No speaker found  2 quotes, 6 words\n"
        "    15:1  direct         “It was loud.”\n"
        "    16:1  direct         “It was loud.”  (only “he”)\n"
        "  Needs no speaker\n"
        "    20:1  title of work  “The Long Tide”\n"
        "\n"
        "1 article: 6 quotes, 16 words, 2 speakers; 1 indirect statement; 2 quotes without a speaker;"
        " 1 that needs none\n"
    )


def test_in_the_order_of_the_copy() -> None:
    assert drawn(file(ANN, TOLD, SHE, HE, NOBODY, SONG), order="text") == (
        "a.txt  Ferry sails\n"
        "  3:4  Ann Lee, mayor  direct\n"
        "    “We shall sail on Monday,”\n"
        "  5:4  Ann Lee, mayor (The mayor)  indirect\n"
        "    the ship was ready\n"
        "  12:1  Ann Lee, mayor (she, unsure)  mixed\n"
        "    “a fine ship.”\n"
        "  16:1  no name found (“he”)  direct\n"
        "    “It was loud.”\n"
        "  15:1  no speaker found  direct\n"
        "    “It was loud.”\n"
        "  20:1  title of work, no speaker needed\n"
        "    “The Long Tide”\n"
        "\n"
        "1 article: 4 quotes, 14 words, 1 speaker; 1 indirect statement; 2 quotes without a speaker;"
        " 1 that needs none\n"
    )


def test_one_who_is_only_reported_is_no_quoted_speaker_without_words() -> None:
    only = drawn(file(TOLD))
    assert "  Ann Lee, mayor  1 indirect\n" in only
    assert only.endswith("\n1 article: no quotes; 1 indirect statement\n")


def test_two_people_of_one_name_stay_two() -> None:
    report = drawn(file(ANN, replace(ANN, entity=4, title="pilot", introduced=None)))
    assert "  Ann Lee, mayor  1 quote, 5 words\n" in report
    assert "  Ann Lee, pilot  1 quote, 5 words\n" in report
    assert "2 speakers" in report


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ((), "0 articles: no quotes"),
        ((file(),), "1 article: no quotes"),
        ((file(SONG, SONG), file()), "2 articles: no quotes; 2 that need none"),
        ((file(ANN), file(ANN, path="b.txt")), "2 articles: 2 quotes, 10 words, 2 speakers"),
        ((file(NOBODY),), "1 article: 1 quote, 3 words, 0 speakers; 1 quote without a speaker"),
    ],
)
def test_the_summary(files: tuple[FileReport, ...], words: str) -> None:
    assert summary(Report(files, (), "1")) == words
    assert drawn(*files).splitlines()[-1] == words


def test_the_summary_tells_what_was_not_done() -> None:
    problems = tuple(Problem(str(number), "x") for number in range(3))
    last = drawn(problems=problems, unread=2).splitlines()[-1]
    assert last == "0 articles: no quotes; 2 files could not be read; 1 problem"


def test_articles_without_quotes_are_only_counted() -> None:
    report = drawn(file(path="silent.txt"), file(ANN, headline=""))
    assert "silent" not in report
    assert report.startswith("a.txt\n  Ann Lee")


@pytest.mark.parametrize("order", ["speaker", "text"])
def test_no_line_is_wider_than_the_page(order: Order) -> None:
    long = "“" + "so very 船 " * 4000 + "”"
    said = replace(SHE, text=long, called="the chairwoman of the port " * 9, title="chair of the port " * 9)
    lines = drawn(file(said, replace(said, kind="indirect"), SONG), order=order).splitlines()[1:-2]
    rows = [line for line in lines if "very" in line]
    assert rows
    assert all(cells(row) <= 100 and "…" in row for row in rows)
    assert order == "text" or all(cells(line) <= 100 for line in lines)


@pytest.mark.parametrize("order", ["speaker", "text"])
def test_nothing_in_the_copy_reaches_the_terminal_as_an_order(order: Order) -> None:
    evil = "a\x1b[31m\x07\x9b2J\u202eb\tc\x7f"
    said = replace(
        SHE, text=evil, speaker=evil, title=evil, called=f"{evil} z", introduced=replace(FIRST, words=evil)
    )
    for color in (False, True):
        report = drawn(
            file(said, replace(HE, called=evil), path=evil, headline=evil),
            color=color,
            order=order,
            speaker=evil,
        )
        rest = re.sub(r"\x1b\[[0-9;]*m", "", report) if color else report
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", rest)
        assert "␛[31m␇" in rest


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colours_and_width_are_the_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "50")
    report = Report((file(replace(ANN, text="“" + "word " * 99 + "”")),), (), "1")
    bright, plain = Terminal(), Terminal()
    write(report, bright)
    monkeypatch.setenv("NO_COLOR", "1")
    write(report, plain)
    assert "\x1b[" in bright.getvalue()
    assert re.sub(r"\x1b\[[0-9;]*m", "", bright.getvalue()) == plain.getvalue()
    assert 40 < len(plain.getvalue().splitlines()[3]) <= 50


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=60))
def test_any_copy_can_be_drawn(name: str, called: str, words: str) -> None:
    said = replace(ANN, speaker=name, called=called, text=words)
    for order in ("speaker", "text"):
        assert drawn(file(said, TOLD), order=order).count("\n") in (7, 8)
