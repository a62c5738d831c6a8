from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.check.findings import drop_allowed, drop_repeated, fingerprinted, in_order, stamp
from verify.check.outcome import Report
from verify.check.page import Page, from_text
from verify.check.rule import Rule
from verify.check.select import Chosen
from verify.model.document import Allowed, Block, Document
from verify.model.finding import Elsewhere, Finding, Flag
from verify.model.span import Lines, Piece, SourceMap, Span

SOURCE = "# Fire &amp; flood\r\n\r\nThe bad roof\nfell."
TEXT = "Fire & flood\n\nThe bad roof\nfell."


@pytest.fixture
def document() -> Document:
    pieces = (Piece(0, 5, 2, 7), Piece(5, 6, 7, 12), Piece(6, 12, 12, 18), Piece(14, 32, 22, 40))
    blocks = (Block("headline", 0, 12), Block("body", 14, 32))
    return Document("a.md", SOURCE, TEXT, blocks, SourceMap(pieces))


def stamped(document: Document, rule: Rule, flag: Flag, others: dict[str, Page] | None = None) -> Finding:
    return stamp(Chosen(rule, "info"), flag, Page.of(document), from_text(document), others or {})


def test_a_flag_is_placed_in_the_source(document: Document, a_rule: Callable[..., Rule]) -> None:
    at = TEXT.index("bad roof\nfell")
    finding = stamped(document, a_rule(), Flag((at, at + 13), "hm", fixes=("x",), confidence=0.123456))
    assert (finding.start, finding.end, finding.text) == (26, 39, "bad roof\nfell")
    assert SOURCE[finding.start : finding.end] == finding.text
    assert (finding.line, finding.column, finding.end_line, finding.end_column) == (3, 5, 4, 5)
    assert (finding.severity, finding.confidence, finding.advice) == ("info", 0.1235, "Write it well.")


def test_an_entity_is_flagged_as_a_whole(document: Document, a_rule: Callable[..., Rule]) -> None:
    assert stamped(document, a_rule(), Flag((5, 6), "hm", advice="Spell it out.")).text == "&amp;"
    assert stamped(document, a_rule(), Flag((5, 6), "hm", advice="Spell it out.")).advice == "Spell it out."


def test_a_flag_without_width_stands_between_two_letters(
    document: Document, a_rule: Callable[..., Rule]
) -> None:
    finding = stamped(document, a_rule(), Flag((len(TEXT), len(TEXT)), "end"))
    assert (finding.start, finding.end, finding.text) == (40, 40, "")
    assert (finding.line, finding.column) == (finding.end_line, finding.end_column) == (4, 6)


def test_related_places_in_this_source_and_in_another(
    document: Document, a_rule: Callable[..., Rule]
) -> None:
    other = Page("b.txt", "one\ntwo", Lines("one\ntwo"))
    flag = Flag((0, 4), "hm", related=(Elsewhere((18, 21), "here"), Elsewhere((4, 7), "there", "b.txt")))
    here, there = stamped(document, a_rule(), flag, {"b.txt": other}).related
    assert (here.path, here.start, here.end, here.line, here.column) == ("a.md", 26, 29, 3, 5)
    assert (there.path, there.start, there.end, there.line, there.column) == ("b.txt", 4, 7, 2, 1)


@pytest.mark.parametrize("span", [(-1, 2), (5, 4), (0, len(TEXT) + 1)])
def test_a_span_outside_the_text_is_refused(
    document: Document, a_rule: Callable[..., Rule], span: Any
) -> None:
    with pytest.raises(ValueError, match="outside the text"):
        stamped(document, a_rule(), Flag(span, "hm"))


def made(rule: str, start: int, end: int, message: str = "") -> Finding:
    return Finding("a", rule, "info", 1.0, message, "", start, end, 1, 1, 1, 1, "", (), False, "")  # noqa: FBT003


@pytest.mark.parametrize(
    ("wish", "silenced"),
    [
        (Allowed("typos/x", 0, 9, Span(0, 0)), True),
        (Allowed("typos", 0, 9, Span(0, 0)), True),
        (Allowed("*", 5, 6, Span(0, 0)), True),
        (Allowed("names", 0, 9, Span(0, 0)), False),
        (Allowed("typos/y", 0, 9, Span(0, 0)), False),
        (Allowed("typos", 0, 4, Span(0, 0)), False),
        (Allowed("typos", 7, 9, Span(0, 0)), False),
    ],
)
def test_what_an_allowance_silences(wish: Allowed, silenced: bool) -> None:  # noqa: FBT001
    assert (not list(drop_allowed([made("typos/x", 4, 7)], [wish]))) is silenced


def test_an_allowance_covers_a_finding_without_width_at_its_start_only() -> None:
    empty = made("typos/x", 4, 4)
    assert list(drop_allowed([empty], [Allowed("*", 4, 9, Span(0, 0))])) == []
    assert list(drop_allowed([empty], [Allowed("*", 0, 4, Span(0, 0))])) == [empty]


FINDINGS = st.lists(
    st.builds(
        made, st.sampled_from(["a/x", "a/y"]), st.integers(0, 5), st.integers(5, 9), st.sampled_from("mn")
    )
)


@given(FINDINGS, st.randoms(use_true_random=False))
def test_the_pipe_gives_the_same_in_any_order(findings: list[Finding], random: Any) -> None:
    page = Page("a", "0123456789", Lines("0123456789"))

    def pipe(found: list[Finding]) -> list[Finding]:
        return list(fingerprinted(in_order(drop_repeated(in_order(found))), page))

    shuffled = random.sample(findings, len(findings))
    assert pipe(findings) == pipe(shuffled)
    keys = [(f.start, f.end, f.rule) for f in pipe(findings)]
    assert keys == sorted(set(keys))
    names = [f.fingerprint for f in pipe(findings)]
    assert len(set(names)) == len(names)


def names_in(checked: Callable[..., Report], rule: Rule, copy: str) -> list[str]:
    return [f.fingerprint for f in checked({"a.txt": copy}, [rule]).findings]


def test_a_fingerprint_outlives_edits_elsewhere(
    checked: Callable[..., Report], a_rule: Callable[..., Rule]
) -> None:
    before = "The mayor said the bad roof over the market hall would be mended soon."
    (name,) = names_in(checked, a_rule(), before)
    assert len(name) == 16
    assert names_in(checked, a_rule(), f"A new first line.\n\n{before} And a new last one.") == [name]
    assert names_in(checked, a_rule(), before.replace(" bad roof over", "\nbad  roof\nover")) == [name]
    assert names_in(checked, a_rule(), before.replace("roof", "floor")) != [name]
    assert names_in(checked, a_rule(name="typos/other"), before) != [name]


def test_equal_places_have_fingerprints_of_their_own(
    checked: Callable[..., Report], a_rule: Callable[..., Rule]
) -> None:
    line = "It was a bad day for the harbor and for those who live beside it.\n\n"
    once, twice = names_in(checked, a_rule(), line), names_in(checked, a_rule(), line * 3)
    assert len(set(twice)) == 3
    assert len(once) == 1
