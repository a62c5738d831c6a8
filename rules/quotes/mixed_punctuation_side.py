"""Commas and full stops on both sides of the closing mark in one story."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Elsewhere, Flag, Quotation, rule

_LONGEST = 6
"""A fragment of more words may be a whole clause, which keeps its point inside in either style."""
_POINTS = frozenset(",.")
_SENTENCE = frozenset(",.?!…:;")


@rule(
    severity="info",
    since="0.1",
    needs={"quotations"},
    advice="Put commas and full stops on one side of the closing mark; the house style says which.",
)
def mixed_punctuation_side(article: Article) -> Iterator[Flag]:
    """Commas and full stops stand inside the closing mark in some places and outside in others."""
    inside: list[Quotation] = []
    outside: list[Quotation] = []
    for quotation in article.quotations.spans:
        side = _side(article, quotation)
        if side:
            (inside if side == "inside" else outside).append(quotation)
    if not inside or not outside:
        return
    rare, usual = (outside, inside) if len(outside) <= len(inside) else (inside, outside)
    side = "outside" if rare is outside else "inside"
    there = Elsewhere(_marks(usual[0], outside=usual is outside), "written so here")
    for quotation in rare:
        span = _marks(quotation, outside=rare is outside)
        written = article.text[span[0] : span[1]]
        point = "comma" if "," in written else "full stop"
        yield Flag(
            span,
            f"the {point} stands {side} the closing mark here, and on the other side elsewhere",
            fixes=(written[::-1],) if len(rare) < len(usual) else (),
            related=(there,),
        )


def _marks(quotation: Quotation, *, outside: bool) -> tuple[int, int]:
    """Where the closing mark and the comma or full stop beside it stand."""
    end = quotation.end + outside
    return end - 2, end


def _side(article: Article, quotation: Quotation) -> str:
    """On which side the comma or full stop stands, where the two styles differ; else an empty string.

    They differ at fragments. A sentence that is quoted whole keeps its point inside in either style.
    """
    if quotation.level or not quotation.closed or quotation.set_off:
        return ""
    if quotation.single and (article.text[quotation.start] != "‘" or article.text[quotation.end - 2] == "s"):
        # The last mark may be the apostrophe of a plural, and a straight one any apostrophe.
        return ""
    if article.blocks[quotation.block].zone not in ("body", "list"):
        return ""
    text, end = article.text, quotation.end
    last, following = text[end - 2], text[end : end + 2]
    if following[:1] in _POINTS and following != "..":
        return "" if last in _SENTENCE else "outside"
    begun = text[max(0, quotation.start - 2) : quotation.start].strip()
    short = text.count(" ", quotation.start, end) < _LONGEST
    fragment = short and begun[-1:].isalpha() and text[quotation.start + 1].islower()
    if last in _POINTS and fragment and text[end - 3] != ".":
        return "inside"
    return ""
