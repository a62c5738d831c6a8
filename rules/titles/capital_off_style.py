"""Offices with a capital where no name follows."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Flag, rule
from verify.lexicon.late import late

_OFFICE = (
    r"(?:Vice[ -])?Presidents?|Governors?|Lieutenant Governor|Mayors?|Senators?|Congress(?:man|woman)"
    r"|(?:Deputy )?Prime Minister|Foreign Minister|Defen[cs]e Minister|Attorney General|Chancellor"
    r"|Secretary of (?:State|Defense|the Treasury)|First Lady|Ambassador|Police Chief"
)
_ALONE = late(
    rf"\b[Tt]he (?:(?:former|then|current|new|next|late|first) )?(?P<office>{_OFFICE})"
    r"(?=[’']s [a-z]|[,.;:?!)]|—| (?!of the [A-Z]|of [A-Z]|[A-Z])[a-z])"
)
_AFTER = late(
    r"[a-z], (?:the )?(?:former )?(?P<office>President|Governor|Mayor|Prime Minister|Chairman|Chairwoman"
    r"|Treasurer|Sheriff) "
    r"(?=of (?:the )?[A-Z][\w’.-]{1,20}(?: (?:(?:of|and|the) )?[A-Z][\w’.-]{1,20}){0,3}[,.;])"
)
_NAMED = late(r"\b(?:[A-Z][\w’'&-]*|[A-Z]\.) (?:of|for|to|with|by|and) \Z|[A-Z][\w’'-]* \Z")
_REACH = 40


@rule(
    severity="info",
    since="0.1",
    needs={"quotations"},
    points={"titles.capitals"},
    advice="Write the office in lower case.",
)
def capital_off_style(article: Article) -> Iterator[Flag]:
    """An office has a capital though it stands before no name."""
    text = article.text
    for block in article.zoned("body", "list"):
        if text[block.start : block.end].isupper():
            continue
        for pattern in (_ALONE, _AFTER):
            for found in pattern.finditer(text, block.start, block.end):
                before = text[max(block.start, found.start() - _REACH) : found.start()]
                if article.quoted(*found.span()) or (pattern is _ALONE and _NAMED.search(before)):
                    continue
                office = found["office"]
                yield Flag(
                    found.span("office"),
                    f"“{office}” stands before no name, and the house style has it in lower case",
                    fixes=(office.lower(),),
                    confidence=0.9,
                )
