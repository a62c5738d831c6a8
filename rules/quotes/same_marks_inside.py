"""Quotes within quotes that wear the same marks."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Flag, Quotation, rule
from verify.lexicon.late import late

_SINGLE = late(r"(?<=[\s\u00a0(—–])‘(?![\s’]|(?:\d0s|em|n|til|tis|twas|cause)\b)[^‘’“”\"\n]{1,200}’(?![\w’])")
"""Words between single curly marks; one that leaves letters out at the start of a word opens nothing."""


@rule(
    severity="warning",
    since="0.1",
    needs={"quotations"},
    advice="Give the inner quote the other kind of mark.",
)
def same_marks_inside(article: Article) -> Iterator[Flag]:
    """A quote inside a quote has the same marks as the quote around it."""
    outer: Quotation | None = None
    for quotation in article.quotations.spans:
        if quotation.level == 0:
            # A mark that stays open may be a lost one, and what seems to lie inside then does not.
            outer = quotation if quotation.closed and not quotation.set_off else None
            if quotation.single and quotation.closed:
                yield from _inside_single(article.text, quotation)
        elif outer is not None and quotation.end <= outer.end and not (quotation.single or outer.single):
            yield _flag(article.text, quotation.start, quotation.end)


def _inside_single(text: str, outer: Quotation) -> Iterator[Flag]:
    """Single marks inside single ones, which pairing does not tell from apostrophes."""
    for match in _SINGLE.finditer(text, outer.start + 1, outer.end - 1):
        if text[match.end() - 2] != "s":
            yield _flag(text, match.start(), match.end())


def _flag(text: str, start: int, end: int) -> Flag:
    written = text[start:end]
    if written[0] == "‘":
        opening, closing = "“", "”"
    else:
        opening, closing = ("‘", "’") if written[0] in "“„" else ("'", "'")
    inner = written.strip("“”„‘’\"`'")
    return Flag(
        (start, end),
        "the inner quote has the same marks as the outer",
        fixes=(f"{opening}{inner}{closing}",),
    )
