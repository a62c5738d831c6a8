"""Quotes with more cuts and insertions than a reader can trust."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from verify import Article, Flag, rule
from verify.lexicon.late import late

_CUT = late(r"\.(?: ?\.){2,3}|…|\[[^\]\n]{0,80}\]")
_WORDS_EACH = 15


class Options(Struct, frozen=True):
    """What the desk may set."""

    cuts: int = 3
    """So many cuts and insertions in one quote are too many."""


@rule(
    severity="info",
    since="0.1",
    needs={"quotations"},
    advice="Quote the sentence that matters whole, and tell the rest in your own words.",
    options=Options,
    default=False,
)
def heavily_cut_quote(article: Article, options: Options) -> Iterator[Flag]:
    """A quote has been cut and added to again and again."""
    for quotation in article.quotations.spans:
        if quotation.level or article.blocks[quotation.block].zone not in ("body", "list"):
            continue
        count = sum(1 for _ in _CUT.finditer(article.text, quotation.start, quotation.end))
        words = article.text.count(" ", quotation.start, quotation.end) + 1
        if count >= options.cuts and words < _WORDS_EACH * count:
            yield Flag((quotation.start, quotation.end), f"{count} cuts and insertions in {words} words")
