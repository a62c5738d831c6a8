"""Web pages: the story and what is printed around it."""

from __future__ import annotations

import pytest

from verify.model.document import Document
from verify.read.html import read

WORDS = "The council met on Monday and voted to keep the old mill, after hearing from forty residents."


def page(source: str) -> Document:
    return read("story.html", source.encode())


def of(source: str) -> list[tuple[str, str]]:
    document = page(source)
    return [(block.zone, document.text[block.start : block.end]) for block in document.blocks]


def zone_of(words: str, source: str) -> str:
    return next(zone for zone, found in of(source) if found == words)


def test_words_are_set_as_a_browser_shows_them() -> None:
    source = (
        "<p>The\n  <b>coun</b>cil&nbsp;met <!----> on <i> Mon&shy;day</i> <br> at M&amp;S &bad; 1 < 2.</p>"
    )
    assert of(source) == [("body", "The council\xa0met on Monday \nat M&S &bad; 1 < 2.")]


def test_paragraphs_end_with_or_without_their_tags() -> None:
    assert of("<p>One.<p>Two.</p>Three.<br><br>Four.<div>Five.</div>Six.<hr>Seven.") == [
        ("body", word) for word in ("One.", "Two.", "Three.", "Four.", "Five.", "Six.", "Seven.")
    ]
    assert of("<ul><li>One<li>Two <b>b<li>Three</ul><dl><dt>Four<dd>Five</dl>") == [
        ("list", word) for word in ("One", "Two b", "Three", "Four", "Five")
    ]


def test_zones_by_tag_and_class() -> None:
    source = f"""<h1>Mill stays</h1><p class="c-byline">Ida Crane</p><time>Nov. 3, 2025</time><p>{WORDS}</p>
<figure><img><figcaption>The mill. <span class="photo-credit">Ann Cole</span></figcaption></figure>
<h2>What next</h2><pre>a
  b</pre><blockquote><p>Kept.</p><footer>A resident</footer></blockquote>
<nav>Home</nav><aside>More mills</aside><div class="share-bar">Share it</div>
<div id="newsletter-signup">Join us</div>
<div role="navigation">Sections</div><p hidden>Unseen</p><p style="display: none">Unseen too</p>
<form><p>Your e-mail</p></form>
<footer>Imprint</footer>"""
    assert of(source) == [
        ("headline", "Mill stays"),
        ("byline", "Ida Crane"),
        ("byline", "Nov. 3, 2025"),
        ("body", WORDS),
        ("caption", "The mill."),
        ("credit", "Ann Cole"),
        ("headline", "What next"),
        ("code", "a\n  b"),
        ("body", "Kept."),
        ("body", "A resident"),
        *(
            ("furniture", words)
            for words in (
                "Home", "More mills", "Share it", "Join us", "Sections", "Unseen", "Unseen too",
                "Your e-mail", "Imprint",
            )
        ),
    ]  # fmt: skip


def test_what_is_not_shown_is_not_read() -> None:
    source = (
        "<head><title>T</title><style>p{}</style></head><script>'<p>x</p>'</script><svg><text>x</text></svg>"
        "<template><p>x</p></template><noscript>x</noscript>"
        "<p>One <span class='sr-only'>opens in a tab</span>two.</p>"
    )
    assert of(source) == [("body", "One two.")]


def test_outside_the_article_all_is_furniture_but_the_headline() -> None:
    source = (
        f"<h1>Mill stays</h1><p>Teaser of another.</p><article><p>{WORDS}</p></article>"
        "<article><p>Other.</p></article>"
    )
    assert of(source) == [
        ("headline", "Mill stays"),
        ("furniture", "Teaser of another."),
        ("body", WORDS),
        ("furniture", "Other."),
    ]


def test_the_body_of_the_article_may_be_named_instead() -> None:
    source = (
        f"<div><p>Teaser.</p><div itemprop='articleBody'><p>{WORDS}</p></div><ul><li>Other</li></ul></div>"
    )
    assert [zone for zone, _ in of(source)] == ["furniture", "body", "furniture"]


def test_an_article_that_holds_only_a_teaser_does_not_make_the_story_furniture() -> None:
    source = f"<article><p>Teaser.</p></article><div><p>{WORDS}</p><p>{WORDS}</p></div>"
    assert zone_of(WORDS, source) == "body"


def test_a_class_around_everything_does_not_make_it_furniture() -> None:
    for outside in (
        "<div class='has-sidebar'>",
        "<body class='page share'>",
        "<div id='comments'>",
        "<form>",
    ):
        assert zone_of(WORDS, f"{outside}<p>{WORDS}</p><p>{WORDS} Twice.</p>") == "body"
    assert zone_of(WORDS, f"<div class='promo'><article><p>{WORDS}</p></article></div>") == "body"


def test_the_sites_name_is_not_the_headline() -> None:
    source = (
        f"<meta property='og:site_name' content='The Mill'><header><h1>The Mill</h1></header>"
        f"<article><h2>Mill stays</h2><p>{WORDS}</p></article>"
    )
    assert of(source)[:2] == [("furniture", "The Mill"), ("headline", "Mill stays")]
    story = f"<article><header><h1>Mill stays</h1></header><p>{WORDS}</p></article>"
    source = f"<header><h1>The Mill</h1></header>{story}"
    assert of(source)[:2] == [("furniture", "The Mill"), ("headline", "Mill stays")]


def test_metadata_from_json_ld_with_meta_elements_behind_it() -> None:
    document = page(
        """<meta property="og:title" content="Not this"><meta name="author" content="Ida &amp; Jon">
<meta property="article:published_time" content="2025-11-03T10:00:00Z"><title>Nor this | The Mill</title>
<script type="application/ld+json">[{"@type": "Organization", "name": "X"},
{"@type": ["ReportageNewsArticle"],
"headline": "Mill &#8217;stays&#8217;", "publisher": {"name": "The Mill"},
"articleSection": ["Local", "Town"]}]</script>
<script type="application/ld+json">{"@type": </script><p>One.</p>"""
    )
    assert dict(document.metadata) == {
        "title": "Mill ’stays’",
        "publisher": "The Mill",
        "section": "Local, Town",
        "author": "Ida & Jon",
        "date": "2025-11-03T10:00:00+00:00",
    }
    assert document.notes == ("line 7: JSON-LD that is not JSON",)
    assert page("<title>Mill stays | The Mill</title><p>One.").metadata["title"] == "Mill stays"


def test_a_declared_charset() -> None:
    data = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><p>Zoë said “no.”'
    assert read("a.html", data.encode("cp1252")).text == "Zoë said “no.”"
    data = '<?xml version="1.0" encoding="ISO-8859-1"?><html><p>Zoë</p></html>'
    assert read("a.xhtml", data.encode("latin-1")).text == "Zoë"


@pytest.mark.parametrize(
    "source",
    [
        "",
        "<",
        "<p",
        "<p class='",
        "</",
        "<!--",
        "&",
        "&#",
        "&#0;",
        "<script>",
        "<p></p>",
        "<table><td>",
        "&nbsp;",
    ],
)
def test_scraps_do_no_harm(source: str) -> None:
    document = page(source)
    assert all(document.text[block.start : block.end].strip() for block in document.blocks)


def test_depth_does_not_matter() -> None:
    assert of("<div>" * 100_000 + "One." + "</div>" * 100_000 + "<p>Two.") == [
        ("body", "One."),
        ("body", "Two."),
    ]
    assert of("<i><p>" + "<b>" * 20_000 + "One." + "</i>" * 20_000) == [("body", "One.")]
