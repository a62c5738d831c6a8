from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from verify.check.described import described
from verify.check.outcome import Copy, FileReport, Report, Said
from verify.check.rule import Rule
from verify.check.select import Chosen
from verify.model.document import Document
from verify.model.finding import Finding, Problem, Related, Severity
from verify.model.span import Lines, Span
from verify.read import html, markdown, plain
from verify.report.cells import neutral
from verify.report.pages.paragraphs import Paragraph, paragraphs

PageOf = Callable[[Report], str]
Parsed = Callable[[str], Any]
ReadByAll = Callable[[Mapping[str, str]], Report]
BRIDGE = """\
Carrow bridge to close for a year

By Lena Moss

The bridge will close on Tuesday, March 4, 2024, the city said.

“We have patched this bridge for two decades,” said Marta Lindqvist, the city’s road chief. “It is done.”

Lindqvsit said that buses would use the the north crossing. “Nobody will walk,” said Paul Okafor.

Sign up for our newsletter
"""
TAGS = set(
    "html head meta title link style body a header p h1 h2 h3 h4 h5 section div button span details summary "
    "form fieldset legend label input small main article ol ul li strong b pre mark em code hr table thead "
    "tbody tfoot tr th td nav footer dialog dl dt dd kbd script".split()
)
ATTRIBUTES = set(
    "lang charset http-equiv content name rel href class id tabindex aria-label aria-labelledby aria-hidden "
    "aria-keyshortcuts aria-haspopup role scope type value checked autocomplete hidden open title data-no "
    "data-notes data-note data-mark data-severity data-family data-article".split()
)
UNHEARD = frozenset(("vh",))


def reported(
    document: Document, findings: tuple[Finding, ...] = (), said: tuple[Said, ...] = ()
) -> FileReport:
    return FileReport(document.path, document.source, findings, said=said, copy=copied(document))


def copied(document: Document) -> Copy:
    return Copy(document.text, document.blocks, document.map)


def found(document: Document, span: Span, message: str, severity: Severity = "error", **more: Any) -> Finding:
    lines = Lines(document.source)
    values: dict[str, Any] = {"advice": "", "fixes": (), "safe": False, "fingerprint": "", "related": ()}
    return Finding(
        path=document.path, rule="typos/slip", severity=severity, confidence=1, message=message,
        start=span.start, end=span.end, text=document.source[span.start : span.end],
        line=lines.place(span.start)[0], column=lines.place(span.start)[1],
        end_line=lines.place(span.end)[0], end_column=lines.place(span.end)[1], **(values | more),
    )  # fmt: skip


def quoted(document: Document, span: Span, speaker: str) -> Said:
    text = document.source[span.start : span.end]
    return Said(span.start, span.end, 1, 1, "direct", text, speaker, "mayor", None, None, None, 1.0)


def rows(article: Any) -> list[str]:
    """The words of each paragraph as they are seen, notes left out."""
    (copy,) = article.every("div", "copy")
    return [row.text(without=UNHEARD | {"notes"}).strip("\n") for row in copy.every("div", "row")]


@pytest.fixture(scope="module")
def bridge(parsed: Parsed, page_of: PageOf, read_by_all: ReadByAll) -> Any:
    return parsed(page_of(read_by_all({"bridge.txt": BRIDGE})))


def test_the_copy_stands_there_word_for_word_with_its_zones(bridge: Any) -> None:
    (article,) = bridge.every("article")
    assert rows(article) == [line for line in BRIDGE.splitlines() if line]
    (headline,) = article.every("h2", "headline")
    assert headline.text() == "Carrow bridge to close for a year"
    assert article.attributes["aria-labelledby"] == headline.attributes["id"]
    assert [p.text() for p in article.every("p", "byline")] == ["By Lena Moss"]
    assert [p.text() for p in article.every("p", "furniture")] == [
        "Page furniture: Sign up for our newsletter"
    ]


def test_findings_are_notes_beside_their_paragraph_and_joined_to_the_words(bridge: Any) -> None:
    notes = list(bridge.every("li", "note"))
    told = []
    for note in notes:
        words = bridge.by_id(note.attributes["data-mark"])
        assert words.attributes["href"] == f"#{note.attributes['id']}"
        (number,) = note.every("a", "number")
        assert number.attributes["href"] == f"#{words.attributes['id']}"
        told.append((note.attributes["data-family"], note.attributes["data-severity"], words.text()))
    assert told == [
        # The weekday, to which the note leads as well, is a run of its own.
        ("claims", "error", "Tuesday"), ("names", "error", "Lindqvsit"),
        ("typos", "error", "the the "),
        ("structure", "warning", "Sign up for our newsletter"),
    ]  # fmt: skip
    assert [number.attributes["data-no"] for number in bridge.every("span", "no")] == ["1", "2", "3", "4"]
    row = next(row for row in bridge.every("div", "row") if notes[0] in row.every("li"))
    assert row.text().lstrip().startswith("The bridge will close")


def test_quotes_bear_the_name_of_their_speaker_and_the_list_leads_to_the_first(bridge: Any) -> None:
    quotes = [
        (q.text(), q.attributes["title"], *(q.classes - {"quote"})) for q in bridge.every("span", "quote")
    ]
    chief = "Marta Lindqvist, city’s road chief"
    assert quotes == [
        ("Marta Lindqvist: “We have patched this bridge for two decades,”", chief, "t0"),
        ("Marta Lindqvist: “It is done.”", chief, "t0"),
        ("Paul Okafor: “Nobody will walk,”", "Paul Okafor", "t1"),
    ]  # fmt: skip
    (side,) = bridge.every("details", "speakers")
    listed = [" ".join(item.text().split()) for item in side.every("li")]
    assert listed == ["Marta Lindqvist, city’s road chief 2 quotes, 11 words", "Paul Okafor 1 quote, 3 words"]
    targets = [bridge.by_id(link.attributes["href"][1:]).text() for link in side.every("a")]
    assert targets == [quotes[0][0], quotes[2][0]]


def test_every_link_inside_leads_somewhere_and_every_name_is_given_once(bridge: Any) -> None:
    names = [element.attributes["id"] for element in bridge.every() if "id" in element.attributes]
    assert len(names) == len(set(names))
    links = [link.attributes["href"] for link in bridge.every("a")]
    assert {link[1:] for link in links if link.startswith("#")} <= set(names)
    see = [link for paragraph in bridge.every("p", "see") for link in paragraph.every("a")]
    assert [(link.text(), bridge.by_id(link.attributes["href"][1:]).text()) for link in see] == [
        ("the weekday", "Tuesday"),
        ("spelt “Lindqvist” here", "Lindqvist"),
    ]


def test_the_page_of_each_rule_is_in_the_file(bridge: Any) -> None:
    (link, *_) = bridge.every("a", "rule-link")
    page = bridge.by_id(link.attributes["href"][1:])
    assert next(page.every("h3")).text() == link.text() == "claims/weekday-mismatch"
    assert "Why it matters" in [heading.text() for heading in page.every("h4")]
    assert [mark.text() for mark in page.every("mark")][:1] == ["Friday, Nov. 3, 2025"]
    (back,) = next(page.every("p", "found")).every("a")
    assert bridge.by_id(back.attributes["href"][1:]).attributes["data-family"] == "claims"


def test_nothing_but_its_own_style_and_script_may_run(parsed: Parsed, page_of: PageOf) -> None:
    page = parsed(page_of(Report((), (), "1")))
    (policy,) = (m.attributes["content"] for m in page.every("meta") if "http-equiv" in m.attributes)
    (style,), (script,) = page.every("style"), page.every("script")
    for name, element in (("style-src", style), ("script-src", script)):
        digest = b64encode(sha256(element.text().encode()).digest()).decode()
        assert f"{name} 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none'; ")
    assert not re.search(r"url\(|@import|https?:", style.text())


def test_problems_and_a_run_without_articles(parsed: Parsed, page_of: PageOf) -> None:
    page = parsed(page_of(Report((), (Problem("a<b>.md", "no such file & folder"),), "1", 1)))
    (problems,) = page.every("div", "problems")
    assert [item.text() for item in problems.every("li")] == ["a<b>.md: no such file & folder"]
    assert [h.text() for h in page.every("h1")] == ["0 articles: nothing to mark; 1 file could not be read"]
    assert "No article was read." in page.text()


def test_marks_overlap_and_cross_quotes_and_paragraphs(parsed: Parsed, page_of: PageOf) -> None:
    copy = "Title\n\nAnn said “one two three” then.\n\nNext four.\n"
    document = plain.read("a.txt", copy.encode())
    at = copy.index
    findings = (
        found(document, Span(at("said"), at(" two")), "first", "info"),
        found(document, Span(at("one"), at(" three")), "second"),
        found(document, Span(at("three"), at(" four")), "third", "warning"),
        found(document, Span(at("then"), at("then")), "fourth"),
    )
    said = (quoted(document, Span(at("“"), at(" then")), "Ann Lee"),)
    page = parsed(page_of(Report((reported(document, findings, said),), (), "1")))
    (article,) = page.every("article")
    assert rows(article) == ["Title", "Ann said “one two three” then.", "Next four."]
    marked = [(m.text(), m.attributes["data-notes"]) for m in article.every("a", "mark")]
    assert marked == [
        ("said ", "a1-n1"), ("“", "a1-n1"), ("one", "a1-n1 a1-n2"), (" two", "a1-n2"), ("three”", "a1-n3"),
        (" ", "a1-n3"), ("", "a1-n3 a1-n4"), ("then.", "a1-n3"), ("Next", "a1-n3"),
    ]  # fmt: skip
    assert [m.classes - {"mark"} for m in article.every("a", "mark")][2:5] == [
        {"error"},
        {"error"},
        {"warning"},
    ]
    assert [n.attributes["data-no"] for n in article.every("span", "no")] == ["1", "2", "4", "3"]
    assert [q.text() for q in article.every("span", "quote")] == ["Ann Lee: “one two three”"]


def test_what_stands_in_the_markup_is_told_above_the_copy(parsed: Parsed, page_of: PageOf) -> None:
    copy = "---\ntitle: Ferry runs\nslug: ferry-runs\n---\n\nThe **ferry** ran &amp; ran.\n"
    document = markdown.read("a.md", copy.encode())
    at = copy.index
    findings = (
        found(document, Span(at("slug"), at("slug") + 4), "no words of the copy"),
        found(document, Span(at("ferry**"), at(" ran.")), "words with markup in them"),
    )
    page = parsed(page_of(Report((reported(document, findings),), (), "1")))
    (outside,) = page.every("div", "outside")
    assert [p.text() for p in outside.every("p", "excerpt")] == ["slug: ferry-runs"]
    assert [mark.text() for mark in outside.every("mark")] == ["slug"]
    assert "".join(m.text() for m in page.every("a", "mark")) == "ferry ran & ran"[:-4]
    assert rows(next(page.every("article"))) == ["Ferry runs", "The ferry ran & ran."]


def test_passages_of_other_articles_are_linked_where_they_are_shown(parsed: Parsed, page_of: PageOf) -> None:
    one, two = (plain.read(f"{name}.txt", b"Old Ferry\n\nThe ferry ran.\n") for name in "ab")
    span = Span(11, 20)
    related = (
        Related("b.txt", 11, 20, 3, 1, "told so there"), Related("gone.txt", 1, 2, 7, 1, "told so before"),
    )  # fmt: skip
    report = Report((reported(one, (found(one, span, "odd", related=related),)), reported(two)), (), "1")
    page = parsed(page_of(report))
    see = list(page.every("p", "see"))
    assert [p.text() for p in see] == ["told so there b.txt, line\xa03", "told so before gone.txt, line\xa07"]
    (link,) = see[0].every("a")
    assert page.by_id(link.attributes["href"][1:]).text() == "The ferry"
    assert page.by_id(link.attributes["href"][1:]) in list(page.by_id("a2").every())
    assert list(see[1].every("a")) == []


def test_a_rule_without_a_page_gives_its_sentence(
    parsed: Parsed, page_of: PageOf, a_rule: Callable[..., Rule]
) -> None:
    document = plain.read("a.txt", b"A bad day")
    report = Report((reported(document, (found(document, Span(2, 5), "bad"),)),), (), "1")
    page = parsed(page_of(replace(report, rules=described((Chosen(a_rule(name="typos/slip"), "error"),)))))
    assert "A word is wrong." in page.by_id("r1").text()
    assert list(parsed(page_of(report)).every("a", "rule-link")) == []


HOSTILE = st.lists(
    st.sampled_from(
        ["<script>", "</script>", "<img src=x onerror=alert(1)>", "</p></div>", "&lt;", "&", '"', "'", "“",
         "”", "<!--", "-->", "]]>", "{{ 7 * 7 }}", "{% raw %}", "\x01", "\u202e",
         "\x1b[1m", "javascript:", "<b>",
         "</style>", "word", " ", "\n", "\n\n", "é", "𝒜", "- ", "**"]
    ),
    max_size=30,
).map("".join)  # fmt: skip
READERS = st.sampled_from(((plain.read, "a.txt"), (markdown.read, "a.md"), (html.read, "a.html")))


@given(READERS, HOSTILE, HOSTILE, st.data())
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_hostile_article_stays_text(
    parsed: Parsed, page_of: PageOf, reader: tuple[Callable[[str, bytes], Document], str], copy: str,
    words: str, data: st.DataObject,
) -> None:  # fmt: skip
    document = reader[0](words + reader[1], copy.encode())
    place = st.integers(0, len(document.source))
    spans = data.draw(st.lists(st.builds(lambda a, b: Span(min(a, b), max(a, b)), place, place), max_size=5))
    related = (Related(document.path, 0, len(document.source), 1, 1, words),)
    findings = tuple(
        found(document, span, words, advice=words, fixes=(words,), related=related) for span in spans
    )
    said = tuple(quoted(document, span, words) for span in spans)
    file = replace(reported(document, findings, said), headline=words, notes=(words,))
    page = parsed(page_of(Report((file,), (Problem(words, words),), "1")))
    elements = list(page.every())[1:]
    assert {element.tag for element in elements} <= TAGS
    assert {name for element in elements for name in element.attributes} <= ATTRIBUTES
    assert sum(element.tag in ("script", "style") for element in elements) == 2
    assert all(link.attributes["href"].startswith("#") for link in page.every("a"))
    assert all(c.isprintable() or c in "\n\xa0" for element in elements for c in element.text())
    (article,) = page.every("article")
    (body,) = article.every("div", "copy")
    shown = [row.text(without=UNHEARD | {"notes"}).strip("\n") for row in body.every("div", "row")]
    assert shown == [seen(document, paragraph) for paragraph in paragraphs(copied(document))]
    assert len(list(page.every("li", "note"))) == len(findings)
    names = [element.attributes["id"] for element in elements if "id" in element.attributes]
    assert len(names) == len(set(names))
    assert {link.attributes["href"][1:] for link in page.every("a")} <= set(names)


def seen(document: Document, paragraph: Paragraph) -> str:
    """The words of a paragraph as the page shows them: controls visible, line breaks spaces but in code."""
    text = document.text[paragraph.start : paragraph.end]
    return "\n".join(map(neutral, text.split("\n"))) if paragraph.zone == "code" else neutral(text)
