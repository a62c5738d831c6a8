"""Block quotations: whose they are, and where copy that is set off is nobody's."""

from __future__ import annotations

import pytest

from verify.mark.order import mark, plan
from verify.model.article import Article
from verify.plugin.manager import Plugins
from verify.read.formats import HTML, MARKDOWN

HEAD = "# Union rejects offer\n\nThe union’s president, Maren Holt, rejected the offer on Tuesday."
MARKERS = Plugins(()).markers()


def markdown(copy: str) -> Article:
    return mark(MARKDOWN.read("a.md", f"{HEAD}\n\n{copy}\n".encode()), plan(MARKERS, {"quotes", "indirect"}))


def quotes(article: Article) -> list[tuple[str, str]]:
    return [
        (article.text[slice(*quote.span)], quote.speaker.name if quote.speaker else "")
        for quote in article.quotes
    ]


def test_a_block_quotation_is_whose_the_paragraph_before_says() -> None:
    copy = "In a letter, she wrote:\n\n> This is an insult. We will not forget it.\n\nTalks go on."
    article = markdown(copy)
    assert quotes(article) == [("This is an insult. We will not forget it.", "Maren Holt")]
    assert [quote.kind for quote in article.quotes] == ["direct"]
    assert article.quoted(article.text.index("insult"), article.text.index("insult") + 6)


def test_its_paragraphs_are_one_speech() -> None:
    article = markdown("Holt said:\n\n> This is an insult.\n>\n> We will not forget it.\n\nTalks go on.")
    assert quotes(article) == [
        ("This is an insult.", "Maren Holt"),
        ("We will not forget it.", "Maren Holt"),
    ]
    first, second = article.quotations.spans
    assert (first.chain, first.closed, second.chain, second.closed) == (-1, False, 0, True)


def test_marks_in_it_lie_one_level_deeper() -> None:
    article = markdown("Holt said:\n\n> We asked for “fair pay,” not charity.\n\n“Never,” said Paul Roe.")
    assert [(span.level, span.set_off) for span in article.quotations.spans] == [
        (0, True),
        (1, False),
        (0, False),
    ]
    assert [speaker for _, speaker in quotes(article)] == ["Maren Holt", "Paul Roe"]


def test_the_same_in_html() -> None:
    page = (
        "<html><body><article><h1>Union rejects offer</h1><p>Maren Holt spoke on Tuesday. She said:</p>"
        "<blockquote><p>This is an insult.</p></blockquote><p>Talks go on.</p></article></body></html>"
    )
    article = mark(HTML.read("a.html", page.encode()), plan(MARKERS, {"quotes"}))
    assert quotes(article) == [("This is an insult.", "Maren Holt")]


@pytest.mark.parametrize(
    "copy",
    [
        "Talks go on.\n\n> This is an insult, and nobody says whose.",
        "Holt gave two reasons:\n\n- This is an insult.\n- We will not forget it.",
        "> This stands first:\n\nTalks go on.",
    ],
)
def test_what_no_paragraph_leads_to_is_nobodys(copy: str) -> None:
    assert quotes(markdown(copy)) == []


def test_one_with_marks_of_its_own_is_read_by_them() -> None:
    article = markdown("Holt said:\n\n> “This is an insult.”\n\nTalks go on.")
    assert [(span.set_off, article.text[span.start : span.end]) for span in article.quotations.spans] == [
        (False, "“This is an insult.”")
    ]


def test_the_line_that_signs_it_is_no_part() -> None:
    article = markdown("The letter said:\n\n> This is an insult.\n>\n> — Maren Holt\n\nTalks go on.")
    assert [words for words, _ in quotes(article)] == ["This is an insult."]
