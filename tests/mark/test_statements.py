"""What sources say of a statement in words of its own."""

from __future__ import annotations

import pytest

from verify.mark.transcripts.backing import Figure, backed
from verify.mark.transcripts.shelf import Sources
from verify.model.span import SourceMap
from verify.model.supplied import Supplied

REPORT = """The new quay will cost us $4.5 million over the next three years.
We do not expect that the ferry company raises its winter fares.
Last year 36 percent of the berths in the old basin were empty. The hearing is on 12 March.
"""
SOURCES = Sources((Supplied("report.txt", REPORT, REPORT, SourceMap.identity(len(REPORT))),))


@pytest.mark.parametrize(
    ("statement", "figures", "on_file"),
    [
        ("the quay would cost $4.5 million in all", [("$4.5 million", "")], "yes"),
        ("36% of berths in the basin stood empty", [("36%", "%")], "yes"),
        ("34 percent of the berths in the basin were empty", [("34 percent", "percent")], "differs"),
        ("a dozen berths in the old basin stood empty, 4 of them rented", [("4", "rented")], "no"),
        ("the ferry company would not raise its winter fares", [], "yes"),
        ("the ferry company would raise its winter fares", [], "no"),
        ("the chapel bells will be rung by volunteers again", [], "no"),
    ],
)
def test_a_statement_beside_a_report(statement: str, figures: list[tuple[str, str]], on_file: str) -> None:
    found = backed(SOURCES, statement, [Figure(*figure) for figure in figures])
    assert found is not None
    assert found.on_file == on_file


def test_the_place_is_that_of_the_words() -> None:
    found = backed(SOURCES, "berths in the basin are empty", [])
    assert found is not None
    assert found.spot is not None
    assert SOURCES.passage(found.spot).words == "berths in the old basin were empty"


@pytest.mark.parametrize("statement", ["", "They met.", "she said that it would be over"])
def test_words_that_say_too_little_are_not_looked_for(statement: str) -> None:
    assert backed(SOURCES, statement, []) is None


def test_the_article_itself_is_passed_over() -> None:
    found = backed(SOURCES, "berths in the basin are empty", [], without=0)
    assert found is not None
    assert (found.on_file, found.spot) == ("no", None)
