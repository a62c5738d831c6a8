"""XML: read by its root element, zoned by its elements, and refused where it would do harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify.model.document import Document
from verify.plugin.manager import Plugins
from verify.read.choose import choose, concerns_us, read
from verify.read.reader import Unreadable

READERS = Plugins(()).readers()
BOMB = (
    '<?xml version="1.0"?>\n<!DOCTYPE nitf [\n<!ENTITY a "ha">\n<!ENTITY b "&a;&a;&a;&a;&a;&a;">\n]>\n'
    "<nitf><body><body.content><p>&b;</p></body.content></body></nitf>"
)
OUTSIDE = '<!DOCTYPE nitf [<!ENTITY a SYSTEM "{0}">]><nitf><body><p>&a;</p></body></nitf>'


def nitf(content: str, head: str = "", data: str = "") -> Document:
    copy = (
        f"<nitf><head>{data}</head><body><body.head>{head}</body.head>"
        f"<body.content>{content}</body.content></body></nitf>"
    )
    return read(READERS, "story.xml", copy.encode())


def newsml(meta: str, content: str, item: str = "") -> Document:
    copy = (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/">'
        f"<itemMeta>{item}</itemMeta><contentMeta>{meta}</contentMeta>"
        f"<contentSet>{content}</contentSet></newsItem>"
    )
    return read(READERS, "story.xml", copy.encode())


def feed(items: str) -> Document:
    copy = (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel><title>Valley Wire</title>{items}</channel></rss>"
    )
    return read(READERS, "feed.xml", copy.encode())


def zones(document: Document) -> list[tuple[str, str]]:
    return [(block.zone, document.text[block.start : block.end]) for block in document.blocks]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"<nitf>", "nitf"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a > b -->\n<nitf version="3">', "nitf"),
        (b'<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.6//EN" "nitf.dtd">\n<nitf>', "nitf"),
        ('<?xml version="1.0" encoding="UTF-16"?><nitf>'.encode("utf-16"), "nitf"),
        (b"<!DOCTYPE nitf [", "nitf"),
        (b'<nar:newsItem xmlns:nar="x">', "newsml-g2"),
        (b"<newsMessage>", "newsml-g2"),
        (b'<rss version="2.0">', "feed"),
        (b"<feed xmlns='x'>", "feed"),
        (b'<rdf:RDF xmlns="http://purl.org/rss/1.0/">', "feed"),
    ],
)
def test_the_root_element_says_which_reader_reads(head: bytes, name: str) -> None:
    assert choose(READERS, "story.xml", head).name == name
    assert choose(READERS, "from-the-wire", head).name == name


@pytest.mark.parametrize(
    "head", [b"<urlset>", b"<rdf:RDF>", b"plain words", b"", b"<?xml never ends", b"<!-- never <nitf>"]
)
def test_other_xml_is_no_copy(head: bytes, tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"known for .xml files \(nitf, newsml-g2, feed\)"):
        choose(READERS, "sitemap.xml", head)
    path = tmp_path / "sitemap.xml"
    path.write_bytes(head)
    assert not concerns_us(READERS, str(path))


@pytest.mark.parametrize(
    "copy", [BOMB, OUTSIDE.format("/etc/hostname"), OUTSIDE.format("http://x.example/a")]
)
def test_what_declares_entities_is_refused_unread(copy: str) -> None:
    with pytest.raises(Unreadable, match=r"^line \d: XML that declares entities"):
        read(READERS, "story.xml", copy.encode())


@pytest.mark.parametrize("element", ["<p>{}</p>", "<p a='{}'/>", "<!--{}-->", "<![CDATA[{}]]>"])
def test_an_element_of_fifty_megabytes_is_refused(element: str) -> None:
    with pytest.raises(Unreadable, match=r"^line 2: an element of more than 10,000,000 characters"):
        nitf("\n" + element.format("a" * 50_000_000))


def test_a_doctype_that_only_names_a_file_is_not_looked_up(tmp_path: Path) -> None:
    (tmp_path / "nitf.dtd").write_text("not a DTD")
    story = "<nitf><body><p>It rained&nbsp;on.</p></body></nitf>"
    copy = f'<!DOCTYPE nitf SYSTEM "{tmp_path / "nitf.dtd"}">\n{story}'
    assert read(READERS, "a.xml", copy.encode()).text == "It rained\xa0on."


@pytest.mark.parametrize(
    ("copy", "message"),
    [
        ("<nitf>\n<body>\n<p>no end</body></nitf>", r"^line 3: not well-formed XML: .*tag mismatch"),
        (
            '<?xml version="1.0"?>\n\n<nitf><body><p>&x;</p></body></nitf>',
            r"^line 3: not well-formed XML: Ent",
        ),
        ("<nitf/>", "NITF without a <body>"),
        ("<newsMessage/>", "NewsML-G2 without a newsItem"),
        ("<nitf>" + "<p>" * 400 + "</p>" * 400 + "</nitf>", "line 1: not well-formed XML: .*depth"),
    ],
)
def test_what_is_wrong_with_it_is_told_in_a_line(copy: str, message: str) -> None:
    with pytest.raises(Unreadable, match=message) as raised:
        read(READERS, "story.xml", copy.encode())
    assert "\n" not in str(raised.value)


def test_the_lines_of_nitf_have_their_zones() -> None:
    document = nitf(
        "<p>OK.</p><block><p>Fine.</p></block><bq><block><p>“Old.”</p></block></bq>"
        "<table><tr><td>4</td><td>5</td></tr></table><pre>a  b</pre>",
        "<hedline><hl1>Dam opens</hl1><hl2>At last</hl2></hedline><rights>© 2025</rights>"
        "<byline>By Ann Lee</byline><distributor>Valley Wire</distributor>"
        "<abstract><p>In short.</p></abstract>",
    )
    assert zones(document) == [
        ("headline", "Dam opens"),
        ("headline", "At last"),
        ("credit", "© 2025"),
        ("byline", "By Ann Lee"),
        ("credit", "Valley Wire"),
        ("caption", "In short."),
        ("body", "OK."),
        ("body", "Fine."),
        ("body", "“Old.”"),
        ("list", "4"),
        ("list", "5"),
        ("code", "a b"),
    ]
    assert dict(document.metadata) == {"title": "Dam opens", "author": "Ann Lee"}


def test_a_release_after_the_issue_is_an_embargo_and_an_earlier_one_is_not() -> None:
    def data(release: str) -> str:
        return f'<docdata><date.issue norm="20251105T080000Z"/><date.release norm="{release}"/></docdata>'

    held = nitf("<p>OK.</p>", data=data("20251106"))
    assert "embargo" not in held.metadata  # a day cannot be held against an hour
    held = nitf("<p>OK.</p>", data=data("20251106T060000+0100"))
    assert held.metadata["embargo"] == "2025-11-06T06:00:00+01:00"
    assert "embargo" not in nitf("<p>OK.</p>", data=data("20251105T090000+0100")).metadata


def test_wishes_in_comments_hold_in_xml() -> None:
    document = nitf("<!-- verify: ignore typos — dialect --><p>One.</p><p>Two.</p>")
    (wish,) = document.allowed
    assert (wish.rule, wish.reason, document.source[wish.start : wish.end]) == ("typos", "dialect", "One.")


def test_a_line_of_the_envelope_that_the_story_repeats_is_furniture() -> None:
    inside = "<inlineXML><nitf><body><body.head><hedline><hl1>Dam opens</hl1></hedline></body.head>"
    inside += "<body.content><p>OSTLEY — It rained.</p></body.content></body></nitf></inlineXML>"
    document = newsml("<headline>Dam opens</headline><by>Ann Lee</by><dateline>OSTLEY</dateline>", inside)
    assert zones(document) == [
        ("furniture", "Dam opens"),
        ("byline", "Ann Lee"),
        ("furniture", "OSTLEY"),
        ("headline", "Dam opens"),
        ("dateline", "OSTLEY —"),
        ("body", "It rained."),
    ]


def test_stories_in_newsml_as_text_as_html_and_with_prefixes() -> None:
    plain = newsml("", '<inlineData contenttype="text/plain">One\r\nline &amp; on.\n\nTwo.</inlineData>')
    assert zones(plain) == [("body", "One line & on."), ("body", "Two.")]
    html = newsml(
        "", '<inlineData contenttype="text/html">&lt;p&gt;One&amp;mdash;two.&lt;/p&gt;</inlineData>'
    )
    assert html.text == "One—two."
    start = html.text.index("—")
    assert html.source[slice(*html.to_source((start, start + 1)))] == "&amp;mdash;"
    prefixed = newsml("", '<inlineXML><h:html xmlns:h="x"><h:head><h:title>T</h:title></h:head>'
                          "<h:body><h:p>One <h:b>b</h:b>.</h:p></h:body></h:html></inlineXML>")  # fmt: skip
    assert zones(prefixed) == [("body", "One b.")]


def test_a_picture_gives_its_caption_and_its_credit() -> None:
    document = newsml(
        "<headline>DAM</headline><creditline>Ann Lee/Valley Wire</creditline>"
        "<description>The dam.</description>",
        "", '<itemClass qcode="ninat:picture"/>',
    )  # fmt: skip
    assert zones(document) == [
        ("furniture", "DAM"), ("credit", "Ann Lee/Valley Wire"), ("caption", "The dam.")
    ]  # fmt: skip


def test_items_of_a_feed_follow_each_other_and_teasers_stand_in_for_stories() -> None:
    document = feed(
        "<item><title>Dam &amp;amp; bridge</title>"
        "<description>&lt;p&gt;A teaser.&lt;/p&gt;</description></item>"
        "<item><title>Rain</title><dc:creator>Ann Lee</dc:creator><description>A teaser.</description>"
        "<content:encoded><![CDATA[<p>The <b>story</b>.</p>]]></content:encoded>"
        "<media:content url='a.jpg'><media:description>Rain falls.</media:description>"
        "<media:credit>Bo Ek</media:credit></media:content></item>"
    )
    assert zones(document) == [
        ("headline", "Dam & bridge"),
        ("body", "A teaser."),
        ("headline", "Rain"),
        ("byline", "Ann Lee"),
        ("furniture", "A teaser."),
        ("body", "The story."),
        ("caption", "Rain falls."),
        ("credit", "Bo Ek"),
    ]
    assert document.metadata["title"] == "Valley Wire"


def test_items_inside_items_do_not_multiply_the_copy() -> None:
    copy = "".join(f"<item><description>Tide {number} rose.</description>" for number in range(60))
    text = feed(copy + "</item>" * 60).text
    assert text.count("Tide 0 rose.") == 1
    assert max(text.count(f"Tide {number} rose.") for number in range(60)) == 1


def test_a_date_that_no_calendar_has_costs_no_story() -> None:
    zone = "+99999999999999999999"
    date = f"<pubDate>Mon, 06 Jan 2020 00:00:00 {zone}</pubDate>"
    assert "It rained." in feed(f"<item>{date}<description>It rained.</description></item>").text


def test_of_two_teasers_of_an_item_the_longer_is_its_story() -> None:
    for summary, zones in (
        ("It rained for days.", ["body", "furniture"]),
        ("It rained for days, and then some more.", ["furniture", "body"]),
    ):
        document = feed(
            "<item><title>Rain</title><description>&lt;p&gt;It rained for days.&lt;/p&gt;</description>"
            f'<i:summary xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd">{summary}</i:summary></item>'
        )
        assert [block.zone for block in document.blocks] == ["headline", *zones]


def test_what_a_feed_says_of_its_story_is_read_as_its_titles_are() -> None:
    document = feed(
        "<item><title>Rain &amp;amp; wind</title><dc:creator>Ann &amp;amp; Paul Lee</dc:creator>"
        "<category>Town &amp;amp; country</category><description>It rained.</description></item>"
    )
    assert (document.metadata["title"], document.metadata["author"], document.metadata["section"]) == (
        "Rain & wind", "Ann & Paul Lee", "Town & country",
    )  # fmt: skip
