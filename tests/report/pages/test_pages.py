from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.check.outcome import Copy, Said
from verify.model.document import Block, Document
from verify.model.span import SourceMap, Span
from verify.read import html, markdown
from verify.report.pages.markdown import html as page_html
from verify.report.pages.paragraphs import paragraphs
from verify.report.pages.places import Places
from verify.report.pages.segments import Stretch, stints, within
from verify.report.pages.speakers import speakers

MARKUP = st.lists(
    st.sampled_from(
        ["The *ferry*", " ran", "&amp;", "<b>on</b>", "\n\n", "# ", "&nbsp;", " [link](x)", "“so”", " ",
         "`c`", "- "]
    ),
    max_size=25,
).map("".join)  # fmt: skip
READERS = st.sampled_from((markdown.read, html.read))


def copied(document: Document) -> Copy:
    return Copy(document.text, document.blocks, document.map)


@given(READERS, MARKUP, st.data())
@settings(deadline=None)
def test_what_was_led_to_the_source_is_led_back(
    read: Callable[[str, bytes], Document], source: str, data: st.DataObject
) -> None:
    document = read("a", source.encode())
    places = Places(copied(document))
    for block in document.blocks:
        at = data.draw(st.integers(block.start, block.end - 1))
        until = data.draw(st.integers(at + 1, block.end))
        spans = places.of(*document.to_source((at, until)))
        assert any(span.covers((at, until)) for span in spans)
        assert document.to_source(spans[0]) == document.to_source((at, until))


def test_places_in_and_beside_the_markup() -> None:
    document = html.read("a.html", b"<body><p>Rope &amp; <i>t</i>ar</p><p>Sails</p></body>")
    places = Places(copied(document))
    at = document.source.index
    text = document.text
    assert [text[slice(*span)] for span in places.of(at("e &"), at("ar"))] == ["e & t"]
    assert places.of(at("&"), at("&") + 2) == (Span(5, 6),)
    assert [text[slice(*span)] for span in places.of(at("ar<"), at("ils"))] == ["ar\n\nSa"]
    assert places.of(0, 3) == ()
    assert places.of(at("ails"), at("ails")) == (Span(text.index("ails"), text.index("ails")),)


def test_paragraphs_hold_every_word_and_their_zones() -> None:
    text = "Oslo (AP) — Rain fell. (Photo)\nlost words\n\nEnd"
    blocks = (Block("dateline", 0, 11), Block("body", 12, 22), Block("credit", 23, 30), Block("list", 43, 46))
    found = list(paragraphs(Copy(text, blocks, SourceMap.identity(len(text)))))
    assert [(p.zone, text[p.start : p.end]) for p in found] == [
        ("dateline", "Oslo (AP) — Rain fell. (Photo)"), ("body", "lost words"), ("list", "End"),
    ]  # fmt: skip
    assert [part.zone for part in found[0].parts] == ["dateline", "body", "credit"]


TEXT = "abc def\nghi\n\njkl mno pqr"
SPANS = st.lists(
    st.builds(
        lambda a, b, layer, number: Stretch(min(a, b), max(a, b), layer, number),
        st.integers(0, len(TEXT)), st.integers(0, len(TEXT)), st.sampled_from(("quote", "finding", "place")),
        st.integers(0, 5),
    ),
    max_size=8,
)  # fmt: skip


@given(SPANS)
def test_runs_hold_every_word_once_and_each_finding_holds_its_own(stretches: list[Stretch]) -> None:
    blocks = (Block("body", 0, 7), Block("caption", 8, 11), Block("body", 13, 16), Block("credit", 17, 24))
    shown = list(paragraphs(Copy(TEXT, blocks, SourceMap.identity(len(TEXT)))))
    numbered = [one._replace(number=number) for number, one in enumerate(stretches)]
    cut = [stints(TEXT, one, here) for one, here in zip(shown, within(numbered, shown), strict=True)]
    runs = [[run for stint in stints_ for run in stint.runs] for stints_ in cut]
    assert ["".join(run.text for run in some) for some in runs] == [TEXT[p.start : p.end] for p in shown]
    for one in numbered:
        if one.layer != "finding":
            continue
        words = ["".join(run.text for run in some if one.number in run.findings) for some in runs]
        assert words == [TEXT[max(one.start, p.start) : max(p.start, min(one.end, p.end))] for p in shown]
        assert any(one.number in run.findings for some in runs for run in some)
    for stints_ in cut:
        for stint in stints_:
            assert stint.quote < 0 or numbered[stint.quote].layer == "quote"


def test_speakers_come_in_the_order_of_their_first_quotes_and_nobody_last() -> None:
    def said(text: str, speaker: str, title: str = "", entity: int = -1) -> Said:
        return Said(0, 1, 1, 1, "direct", text, speaker, title, None, None, None, 1.0, entity=entity)

    found = speakers([
        said("“Who?”", ""), said("“Stay put,”", "Ann Lee", entity=4), said("“Go,”", "the union"),
        said("“We stay.”", "Ann Lee", "mayor", entity=4), said("“Go now.”", "The union"),
    ])  # fmt: skip
    assert [(s.name, s.title, s.tint, s.words, s.quotes) for s in found] == [
        ("Ann Lee", "mayor", 0, 4, (1, 3)), ("the union", "", 1, 3, (2, 4)), ("", "", -1, 1, (0,)),
    ]  # fmt: skip
    assert [s.tint for s in speakers([said("“x”", f"Speaker {n}") for n in range(11)])] == [*range(10), 0]


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("# a/b\n\nOne *sure* `x<y` slip.", "<h3>a/b</h3><p>One <em>sure</em> <code>x&lt;y</code> slip.</p>"),
        ("<script>x</script>\n\na <b onclick=y>b</b>",
         "&lt;script&gt;x&lt;/script&gt;\n<p>a &lt;b onclick=y&gt;b&lt;/b&gt;</p>"),
        ('[in](https://a.example/?q="x") [out](javascript:x)',
         '<p><a href="https://a.example/?q=&#34;x&#34;" rel="noreferrer">in</a> out</p>'),
        ("```article md\nA [[<br>]] [[b]]c\n```",
         '<pre class="example" tabindex="0">A <mark>&lt;br&gt;</mark> <mark>b</mark>c\n</pre>'),
        ("```toml\na = [[1]]\n```", '<pre class="code" tabindex="0">a = [[1]]\n</pre>'),
        ("- a\n- ![pic](x.png)", "<ul><li>a</li><li>pic</li></ul>"),
        ("1. a", "<ol><li>a</li></ol>"),
        ("|a|\n|-|\n|b|",
         '<div class="wide" tabindex="0"><table><tr><td>a</td></tr><tr><td>b</td></tr></table></div>'),
    ],
)  # fmt: skip
def test_pages_of_rules_become_these_tags_and_no_others(page: str, shown: str) -> None:
    assert str(page_html(page)) == shown
