"""Quotations whose two marks are of different make: curly here, straight there."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Elsewhere, Flag, Quotation, rule

_BOTH = {"curly", "straight"}
_STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'"}
_OPENING, _CLOSING = {'"': "“", "'": "‘"}, {'"': "”", "'": "’"}


@rule(
    severity="warning",
    since="0.1",
    needs={"quotations"},
    advice="Open and close with marks of one make.",
)
def mixed_pair(article: Article) -> Iterator[Flag]:
    """A quotation opens with a curly mark and closes with a straight one, or the other way round."""
    text = article.text
    if '"' not in text and "'" not in text:
        return
    pairs = [one for one in article.quotations.spans if one.closed and not one.set_off]
    odd = [one for one in pairs if {_make(text, one.start), _make(text, one.end - 1)} == _BOTH]
    if not odd:
        return
    alike = [text[one.start] in _STRAIGHT for one in pairs if one not in odd]
    curly = alike.count(True) >= alike.count(False)
    for one in odd:
        yield _flag(text, one, curly=curly)


def _make(text: str, at: int) -> str:
    """Whether a mark is curly or straight; one that has a single form is neither, and makes no pair odd."""
    mark = text[at]
    return "curly" if mark in _STRAIGHT else "straight" if mark in _OPENING else ""


def _flag(text: str, pair: Quotation, *, curly: bool) -> Flag:
    first, last = pair.start, pair.end - 1
    opens = text[first] in (_OPENING if curly else _STRAIGHT)
    at, other = (first, last) if opens else (last, first)
    table = (_OPENING if opens else _CLOSING) if curly else _STRAIGHT
    return Flag(
        (at, at + 1),
        f"this mark is {'straight' if curly else 'curly'}, and the one at the other end is not",
        fixes=(table[text[at]],),
        safe=True,
        related=(Elsewhere((other, other + 1), "the other end"),),
    )
