"""The way back: every character of a text leads to the character of the source that it came from."""

from __future__ import annotations

from html import escape, unescape
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from verify.model.document import Document
from verify.read import html, markdown, plain
from verify.read.galley import OPAQUE
from verify.read.xml import feed, nitf

WORD = st.sampled_from(
    ["mayor", "Ada", "said", "“no,”", "it’s", "U.S.", "9:30", "—", "naïve",
     "\U0001f600", "𝒳yz", "a\u0301", "日本", "x.", "-"]
)  # fmt: skip
COMMENT = st.sampled_from(["<!-- note -->", "<!-- verify: ignore typos -- why -->", "<!--é\U0001f600-->"])
ENTITY = st.sampled_from(
    ["&amp;", "&#8217;", "&mdash;", "&nbsp;", "&#x1F600;", "&bogus;", "&", "&lt;", "AT&T"]
)
SPACE = st.sampled_from([" ", " ", " ", "  ", "\n", "\r\n", "\t"])


def joined(parts: st.SearchStrategy[str], space: st.SearchStrategy[str] = SPACE) -> st.SearchStrategy[str]:
    pairs = st.lists(st.tuples(parts, space | st.just("")), min_size=1, max_size=12)
    return pairs.map(lambda found: "".join(a + b for a, b in found))


def nested(inner: st.SearchStrategy[str], *around: tuple[str, str]) -> st.SearchStrategy[str]:
    return st.builds(lambda pair, words: pair[0] + words + pair[1], st.sampled_from(around), inner)


MD_INLINE = st.one_of(
    WORD,
    ENTITY,
    COMMENT,
    st.sampled_from(
        [
            "\\*",
            "\\&",
            "\\\n",
            "{{< x é >}}",
            "{{ y }}",
            "{% z %}",
            "`code`",
            "![alt](x)",
            "<br>",
            "[^1]",
            "~~old~~",
        ]
    ),
    nested(WORD, ("*", "*"), ("**", "**"), ("[", '](http://x.example "t")'), ("<b>", "</b>"), ("_", "_")),
)
MD_BLOCK = nested(
    joined(MD_INLINE), ("", ""), ("# ", ""), ("- ", ""), ("> ", ""), ("1. ", ""), ("| a | ", " |"),
    ("    ", ""),
    ("<div>", "</div>"), ("<!-- verify: off names -->\n\n", ""), ("| h | i |\n|--|--|\n| ", " | z\\|é |"),
    ("[^1]: ", ""), ("- a\n\n  ", ""), ("```\n", "\n```"), ("![", "](pic.jpg)"),
)  # fmt: skip
MARKDOWN = st.builds(
    lambda front, blocks, end: (front + "\n\n".join(blocks)).replace("\n", end),
    st.sampled_from(
        [
            "",
            "---\ntitle: “Día” \U0001f600 one\n---\n",
            "+++\ntitle = 'two é'\n+++\n",
            "---\ntitle: 'a''b'\n---\n",
        ]
    ),
    st.lists(MD_BLOCK, max_size=6),
    st.sampled_from(["\n", "\r\n"]),
)
HTML_INLINE = st.one_of(
    WORD,
    ENTITY,
    COMMENT,
    st.sampled_from(
        [
            "<br>",
            "<img src=x>",
            "wo\u00adrd",
            "<script>var a='<p>';</script>",
            "<",
            ">",
            "&shy;",
            "<svg/>",
            "\u00a0",
        ]
    ),
    nested(
        WORD,
        ("<b>", "</b>"),
        ("<a href='x>y'>", "</a>"),
        ("<span class=credit>", "</span>"),
        ("<i>", ""),
        ("", "</p>"),
    ),
)
HTML_BLOCK = nested(
    joined(HTML_INLINE), ("<p>", "</p>"), ("<p>", ""), ("<h1>", "</h1>"), ("<li>", ""),
    ("<div class=share>", "</div>"),
    ("<article><p>", "</article>"), ("<pre>", "</pre>"), ("<table><tr><td>", "</table>"),
    ("<figcaption>", "</figcaption>"),
    ("", ""), ("<nav>", "</nav>"), ("</div>", ""),
)  # fmt: skip
HTML = st.lists(HTML_BLOCK, max_size=6).map("\n".join)
PLAIN = st.lists(joined(WORD), max_size=6).map("\n\n".join)


def decoded(written: str) -> set[str]:
    """What a run of source that is longer or shorter than its words may stand for."""
    return {
        unescape(written),
        OPAQUE,
        "\n",
        " " if written.isspace() else "\n",
        written[1:-1].replace("''", "'"),
    }


def check(document: Document) -> None:
    text, source = document.text, document.source
    for before, after in pairwise(document.map.pieces):
        assert before.text_end <= after.text_start
        assert before.source_end <= after.source_start
        assert text[before.text_end : after.text_start] in ("", "\n\n")
    for piece in document.map.pieces:
        words = text[piece.text_start : piece.text_end]
        written = source[piece.source_start : piece.source_end]
        assert words or not text
        if len(words) == len(written):
            assert all(a == b or (a.isspace() and b.isspace()) for a, b in zip(words, written, strict=True))
            for offset in range(piece.text_start, piece.text_end):
                span = document.to_source((offset, offset + 1))
                assert span.end - span.start == 1
        else:
            assert words in decoded(written), (words, written)
    covered = sum(piece.text_end - piece.text_start for piece in document.map.pieces)
    if document.format != "text":
        joins = sum(b.text_start - a.text_end for a, b in pairwise(document.map.pieces))
        assert covered + joins == len(text)
    for block in document.blocks:
        words = text[block.start : block.end]
        assert words
        assert words == words.strip()
    for first, second in pairwise(document.blocks):
        assert first.end <= second.start
        assert not text[first.end : second.start].strip()
    for wish in document.allowed:
        assert 0 <= wish.start <= wish.end <= len(source)
        assert "verify" in source[slice(*wish.place)]


@given(PLAIN)
def test_the_way_back_from_plain_text(source: str) -> None:
    check(plain.read("story.txt", source.encode()))


@settings(max_examples=300)
@given(MARKDOWN)
def test_the_way_back_from_markdown(source: str) -> None:
    check(markdown.read("story.md", source.encode()))


@settings(max_examples=300)
@given(HTML)
def test_the_way_back_from_html(source: str) -> None:
    check(html.read("story.html", source.encode()))


def in_a_feed(content: str) -> Document:
    copy = f'<feed><entry><title>T</title><content type="html">{content}</content></entry></feed>'
    return feed.read("feed.xml", copy.encode())


@given(HTML)
def test_html_in_a_feed_reads_the_same_escaped_or_not_and_leads_back(source: str) -> None:
    plain = in_a_feed(f"<![CDATA[{source}]]>")
    escaped = in_a_feed(escape(source, quote=False))
    check(plain)
    assert (escaped.text, escaped.blocks) == (plain.text, plain.blocks)
    for piece in escaped.map.pieces:
        words = escaped.text[piece.text_start : piece.text_end]
        written = escaped.source[piece.source_start : piece.source_end]
        assert words.isspace() or words.split() == unescape(unescape(written)).split()


XML_INLINE = WORD | st.sampled_from(
    ["&amp;", "&#8217;", "&#x1F600;", "<!-- note -->", "<![CDATA[a & b]]>", "<br/>", "<em>x</em>", "<?pi?>"]
)
NITF = st.lists(
    nested(
        joined(XML_INLINE), ("<p>", "</p>"), ("<hl2>", "</hl2>"), ("<ul><li>", "</li></ul>"),
        ("<media><media-caption>", "</media-caption></media>"), ("<p><person a='>'>", "</person></p>"),
    ),
    max_size=6,
).map("\n".join)  # fmt: skip


@given(NITF)
def test_the_way_back_from_nitf(source: str) -> None:
    document = nitf.read(
        "a.nitf", f"<nitf><body><body.content>{source}</body.content></body></nitf>".encode()
    )
    check(document)
