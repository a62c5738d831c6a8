"""Wishes that a rule stay silent: what each covers, and what is said of one that is malformed."""

from __future__ import annotations

import pytest

from verify.model.document import Document
from verify.read import html, markdown


def covered(document: Document) -> list[tuple[str, str, str]]:
    return [(wish.rule, document.source[wish.start : wish.end], wish.reason) for wish in document.allowed]


def md(source: str) -> Document:
    return markdown.read("story.md", source.encode())


def web(source: str) -> Document:
    return html.read("story.html", source.encode())


def test_ignore_before_a_paragraph_holds_for_it_alone() -> None:
    document = md("One.\n\n<!-- verify: ignore typos/doubled-word -- the poem -->\n\nTwo *two*.\n\nThree.\n")
    assert covered(document) == [("typos/doubled-word", "Two *two*.", "the poem")]
    (wish,) = document.allowed
    assert document.source[slice(*wish.place)] == "<!-- verify: ignore typos/doubled-word -- the poem -->"
    document = web("<p>One.</p><!--verify:ignore typos--><p>Two <b>two</b>.</p><p>Three.</p>")
    assert covered(document) == [("typos", "Two <b>two</b>.", "")]


def test_ignore_inside_a_paragraph_holds_for_it() -> None:
    assert covered(md("One.\n\nTwo <!-- verify: ignore names, quotes -->two.\n\nThree.\n")) == [
        ("names", "Two <!-- verify: ignore names, quotes -->two.", ""),
        ("quotes", "Two <!-- verify: ignore names, quotes -->two.", ""),
    ]
    assert covered(web("<p>One.</p><p>Two two. <!-- verify: ignore all --></p><p>Three.</p>")) == [
        ("*", "Two two.", "")
    ]


def test_off_and_on_hold_for_the_stretch_between() -> None:
    off, on = "<!-- verify: off names quotes/* — a letter -->", "<!-- verify: on names -->"
    source = f"One.\n\n{off}\n\nTwo.\n\n{on}\n\nThree.\n"
    assert covered(md(source)) == [
        ("names", "\n\nTwo.\n\n", "a letter"),
        ("quotes", source[source.index("\n\nTwo.") :], "a letter"),
    ]
    page = "<p>One.</p><!-- verify: off names --><p>Two.</p><!-- verify: on --><p>Three.</p>"
    assert covered(web(page)) == [("names", "<p>Two.</p>", "")]


def test_ignore_file_and_the_comments_of_mdx() -> None:
    assert covered(md("One.\n\n{/* verify: ignore-file typos -- a transcript */}\n")) == [
        ("typos", "One.\n\n{/* verify: ignore-file typos -- a transcript */}\n", "a transcript")
    ]


def test_front_matter_allows_for_the_whole_file() -> None:
    source = (
        "---\ntitle: Letters\nallow:\n  - names -- as written\n  - {rule: quotes/no-cue, reason: old}\n"
        "  - rule: typos\n---\n\nOne.\n"
    )
    document = md(source)
    assert covered(document) == [
        ("names", source, "as written"),
        ("quotes/no-cue", source, "old"),
        ("typos", source, ""),
    ]
    places = [source[slice(*wish.place)].rstrip() for wish in document.allowed]
    assert places == ["names -- as written", "{rule: quotes/no-cue, reason: old}", "rule: typos"]
    source = '+++\nallow = ["names -- as written"]\n+++\n\nOne.\n'
    assert covered(md(source)) == [("names", source, "as written")]


def until(document: Document) -> list[tuple[str, str, str]]:
    return [(wish.rule, wish.until, wish.reason) for wish in document.allowed]


def test_an_allowance_may_hold_up_to_a_day() -> None:
    source = (
        "One.\n\n<!-- verify: ignore names, typos until 2027-01-31 -- both are right until then -->\n\nTwo.\n"
    )
    assert until(md(source)) == [
        ("names", "2027-01-31", "both are right until then"),
        ("typos", "2027-01-31", "both are right until then"),
    ]
    page = "<p>One.</p><!-- verify: off * UNTIL: 2027-02-28 --><p>Two.</p><!-- verify: on --><p>Three.</p>"
    assert until(web(page)) == [("*", "2027-02-28", "")]
    entries = "  - names until 2027-01-31 -- as written\n  - {rule: quotes, until: 2028-02-29}\n"
    source = f"---\nallow:\n{entries}---\n\nOne.\n"
    assert until(md(source)) == [("names", "2027-01-31", "as written"), ("quotes", "2028-02-29", "")]
    source = '+++\n[[allow]]\nrule = "names"\nreason = "old"\nuntil = 2027-01-31\n+++\n\nOne.\n'
    assert until(md(source)) == [("names", "2027-01-31", "old")]


def test_the_last_day_of_an_allowance_is_one_of_its_days() -> None:
    (wish,) = md("<!-- verify: ignore-file names until 2027-01-31 -->\n\nOne.\n").allowed
    assert [wish.ended(day) for day in ("", "2026-12-31", "2027-01-31", "2027-02-01")] == [
        False,
        False,
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("comment", "note"),
    [
        (
            "verify: ignore typos until 2027-02-30",
            "line 3: “2027-02-30” is no day; write until and a day such",
        ),
        ("verify: ignore typos until 2027-W05-1", "line 3: “2027-W05-1” is no day; "),
        ("verify: ignore typos until", "line 3: “” is no day; "),
        ("verify: ignore until 2027-01-31", "line 3: names no rule; "),
        ("verify: ignore typos until next week", "line 3: “next week” is no day; "),
        (
            "verify: ingore typos",
            "line 3: “verify: ingore typos” is not understood; write ignore, off, on or ",
        ),
        ("verify:", "line 3: “verify:” is not understood; "),
        ("verify: ignore", "line 3: names no rule; write a rule, a family, or * for all"),
        ("verify: ignore -- because", "line 3: names no rule; "),
        ("verify: ignore Ty_pos", "line 3: “Ty_pos” is no rule; write a rule such as "),
        ("verify: on", "line 3: no “off” stands before this “on”"),
        ("verify: ignore typos", "line 3: no paragraph follows this “ignore”"),
    ],
)
def test_a_malformed_wish_is_noted_and_allows_nothing(comment: str, note: str) -> None:
    for document in (md(f"One.\n\n<!-- {comment} -->\n"), web(f"<p>One.</p>\n\n<!-- {comment} -->\n")):
        assert document.allowed == ()
        assert len(document.notes) == 1
        assert document.notes[0].startswith(note)


def test_other_comments_are_none_of_ours() -> None:
    document = md("One <!-- TODO: verify: the name -->two.\n\n<!-- markdownlint-disable -->\n")
    assert (document.allowed, document.notes, document.text) == ((), (), "One two.")


def test_a_malformed_entry_in_front_matter_is_noted() -> None:
    document = md(
        "---\ntitle: Letters\nallow:\n  - typos\n  - nonsense here!\n  - [a]\n  - {reason: x}\n"
        "  - {rule: typos, until: soon}\n---\n\nOne.\n"
    )
    assert [wish.rule for wish in document.allowed] == ["typos"]
    assert [note.split(":")[0] for note in document.notes] == ["line 5", "line 6", "line 7", "line 8"]
