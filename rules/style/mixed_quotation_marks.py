"""Curly and straight marks in one story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verify import Article, Elsewhere, Flag, rule
from verify.lexicon.late import late

_APOSTROPHE = late(r"(?<=[^\W\d_])['’](?=[^\W\d_])")
_CURLY = "“”‘’"
_RELATED = 4


@rule(
    severity="info",
    since="0.1",
    needs={"quotations"},
    advice="Turn all marks into one make.",
)
def mixed_quotation_marks(article: Article) -> Iterator[Flag]:
    """Quotation marks, or apostrophes, are curly in some places and straight in others."""
    text = article.text
    if '"' in text:
        yield from _mixture(text, _pairs(article), "quotation marks")
    if "'" in text:
        places = (
            found.start()
            for block in article.zoned("body", "list")
            for found in _APOSTROPHE.finditer(text, block.start, block.end)
        )
        yield from _mixture(text, list(places), "apostrophes")


def _pairs(article: Article) -> list[int]:
    """Where quotations open whose two marks are of one make; a pair that is mixed is a slip of its own."""
    text = article.text
    return [
        one.start
        for one in article.quotations.spans
        if one.closed and text[one.start] in '“"' and (text[one.start] == '"') == (text[one.end - 1] == '"')
    ]


def _mixture(text: str, places: Sequence[int], what: str) -> Iterator[Flag]:
    curly = [at for at in places if text[at] in _CURLY]
    straight = [at for at in places if text[at] not in _CURLY]
    if not curly or not straight:
        return
    rare, usual = sorted((curly, straight), key=lambda makes: (len(makes), -makes[0]))
    make, other = ("curly", "straight") if rare is curly else ("straight", "curly")
    said = Elsewhere((usual[0], usual[0] + 1), f"{other} here")
    more = (Elsewhere((at, at + 1), "and here") for at in rare[1 : _RELATED + 1])
    message = f"{make} {what} here, but {other} ones elsewhere"
    yield Flag((rare[0], rare[0] + 1), message, related=(said, *more))
