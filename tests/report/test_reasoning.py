"""The explanation of a quote as an editor reads it, and as machines do."""

from __future__ import annotations

import io
import json
import re
from functools import cache
from typing import Any

import pytest
from msgspec.structs import replace

from verify.check.explained import Explained, explained
from verify.check.select import Wishes
from verify.check.setup import Setup, Source
from verify.check.voices import one_said
from verify.config.load import load
from verify.mark.reasons import Reason, Reasons, reasons
from verify.model.marks import Quote, Speaker
from verify.model.span import Span
from verify.plugin.desk import arrange
from verify.plugin.manager import Plugins
from verify.report import reasoning, wire
from verify.report.cells import cells

COPY = """Ferry runs aground

The captain, Ann Lee, was at the wheel.

“We will sail again,” she said.

Her favorite song is “The Long Tide.”

“Nobody told us a thing.”
"""


@cache
def setup() -> Setup:
    return arrange(Plugins(()), load(isolated=True), Wishes(), marks=("quotes",), with_rules=False).setup


def told(line: int, copy: str = COPY) -> Explained:
    found = explained(Source("a.txt", copy.encode()), setup(), line)
    assert isinstance(found, Explained)
    return found


def drawn(one: Explained, *, color: bool = False) -> str:
    stream = io.StringIO()
    reasoning.write_text(one, stream, color=color)
    return stream.getvalue()


def whole(one: Explained) -> dict[str, Any]:
    stream = io.StringIO()
    reasoning.write_json(one, stream)
    values: dict[str, Any] = json.loads(stream.getvalue())
    return values


def masked(text: str) -> str:
    """The text with all shares and weights as #: they come from the weights learnt."""
    return re.sub(r" *[+-]?\d+\.\d\d\b", " #", text)


def test_a_pronoun_is_explained_by_its_pattern_and_its_name() -> None:
    report = masked(drawn(told(5)))
    assert report.startswith(
        "a.txt:5:1  direct\n"
        "  “We will sail again,”\n"
        "\n"
        "Ann Lee, captain\n"
        "The copy says “she” at 5:23, with the cue “said” at 5:27.\n"
        "Confidence #: # that “she” is the source, and # that it means Ann Lee.\n"
        "\n"
        "Who may have said it\n"
        " #  Ann Lee  “she” 5:23, cue “said” 5:27  chosen\n"
        "        a source and a verb of saying follow the quote (“…,” Lee said)\n"
    )
    assert "\nWhat spoke for “she” (Ann Lee) (+) and against (-)\n #  " in report
    assert report.count("  nobody\n") == 1


def test_a_name_is_told_to_be_the_copys_own() -> None:
    report = drawn(told(3, "Ferry\n\n“No,” said Ann Lee, the captain.\n"))
    assert "that “Ann Lee” is the source, and the copy gives the name itself.\n" in report


def test_a_title_of_a_work_needs_nobody() -> None:
    report = drawn(told(7))
    assert "\n\nNeeds no speaker: title of work.\n" in report
    assert "chosen" not in report


@pytest.mark.parametrize(
    ("share", "nobody", "words"),
    [
        (0.2, 0.8, "That the copy names nobody is likelier than anybody."),
        (0.34, 0.3, "Nobody is likely enough to be named."),
        (0.0, 1.0, "Nobody came into question."),
    ],
)
def test_where_nobody_is_found_it_says_why(share: float, nobody: float, words: str) -> None:
    base = told(5)
    quote = replace(base.reasons.quote, speaker=None, cue=None, basis="")
    contenders = (replace(base.reasons.contenders[0], share=share),) if share else ()
    why = Reasons(quote, contenders, nobody, (Reason("the moon", 2.0), Reason("the sun", -0.5)), -1)
    report = drawn(Explained(base.page, base.article, one_said(base.article, base.page, quote), why))
    assert f"\n\nNo speaker found. {words}\n\n" in report
    assert f"\n  {nobody:.2f}  nobody\n" in report
    assert report.endswith("\n\nWhat spoke for nobody\n   +2.00  the moon\n   -0.50  the sun\n")


def test_a_choice_between_two_people_is_told_apart() -> None:
    base = told(5)
    first = replace(base.reasons.contenders[0], share=0.6, reasons=(Reason("the moon", 2.0),))
    again = replace(first, share=0.2)
    bo = replace(first.speaker, name="Bo Ray")
    other = replace(first, share=0.15, speaker=bo, reasons=(Reason("the moon", 0.5), Reason("the sun", 1.0)))
    why = replace(base.reasons, contenders=(first, again, other), nobody=0.05, chosen=0)
    report = drawn(replace(base, reasons=why))
    assert report.endswith(
        "\n\nWhat set “she” (Ann Lee) apart from “she” (Bo Ray)\n   +1.50  the moon\n   -1.00  the sun\n"
    )


def test_a_speaker_named_in_a_later_paragraph_is_told_so() -> None:
    base = told(5)
    report = drawn(replace(base, reasons=replace(base.reasons, chosen=-1, carried=True)))
    assert (
        "\nThe quotation goes on in a later paragraph, and its speaker is named there.\nConfidence" in report
    )


def test_those_hardly_likely_are_only_counted() -> None:
    base = told(5)
    first = base.reasons.contenders[0]
    rest = tuple(replace(first, share=0.001) for _ in range(1500))
    report = drawn(replace(base, reasons=replace(base.reasons, contenders=(first, *rest), chosen=0)))
    assert "\n        and 1,499 less likely\n" in report
    many = tuple(replace(first, share=0.01) for _ in range(50))
    report = drawn(replace(base, reasons=replace(base.reasons, contenders=many, chosen=0)))
    assert "\n        and 42 less likely\n" in report


def test_indirect_speech_is_told_with_its_source_and_cue() -> None:
    base = told(5)
    start = base.article.text.index("was at the wheel")
    name = base.article.text.index("Ann Lee")
    quote = Quote(
        start, start + 16, "indirect", Speaker("Ann Lee", name, name + 7, "person"), Span(3, 6), 0.61,
        basis="before",
    )  # fmt: skip
    one = Explained(
        base.page, base.article, one_said(base.article, base.page, quote), reasons(base.article, quote)
    )
    assert drawn(one) == (
        "a.txt:3:23  indirect\n"
        "  was at the wheel\n"
        "\n"
        "Ann Lee\n"
        "The copy says “Ann Lee” at 3:14, with the cue “ry ” at 1:4.\n".replace("ry ", "ry")
        + "These words are reported, not quoted: they were found together with their source.\n"
        "Found by: before.\n"
        "Confidence 0.61.\n"
    )
    assert whole(one)["contenders"] == []


def test_as_json_every_place_counts_into_the_source() -> None:
    one = told(5)
    values = whole(one)
    assert list(values) == [
        "path", "line", "column", "quote", "basis", "chosen", "carried", "contenders", "nobody",
    ]  # fmt: skip
    assert values["quote"] == wire.quote("a.txt", one.said)
    contenders: list[dict[str, Any]] = values["contenders"]
    for contender in contenders:
        assert COPY[contender["start"] : contender["end"]] == contender["text"]
    chosen = contenders[values["chosen"]]
    assert (chosen["text"], chosen["line"], chosen["column"]) == ("she", 5, 23)
    assert chosen["speaker"] == {"name": "Ann Lee", "title": "captain", "type": "person"}
    shares = [contender["probability"] for contender in (*contenders, values["nobody"])]
    assert sum(shares) == pytest.approx(1, abs=0.01)
    assert chosen["reasons"]


def test_nothing_in_the_copy_reaches_the_terminal_as_an_order() -> None:
    copy = (
        "Ferry\n\nThe harb\x1b[31mor boss, Ann \x9bLee, was th\u202eere.\n\n"
        "“We \x07sail \x1b]0;x\x07,” An\x1bn said.\n"
    )
    for color in (False, True):
        report = drawn(told(5, copy), color=color)
        rest = re.sub(r"\x1b\[[0-9;]*m", "", report) if color else report
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", rest)


def test_a_long_quote_is_cut_to_the_page() -> None:
    copy = f"Ferry\n\n“{'So it was, they all agreed. ' * 500}” Ann Lee said.\n"
    assert all(cells(line) <= 100 for line in drawn(told(3, copy)).splitlines()[:3])
