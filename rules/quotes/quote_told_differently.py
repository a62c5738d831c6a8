"""One quote that the story gives twice, in different words."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from verify import Article, Elsewhere, Flag, Quote, rule

from .alike import Pair, alike, by_quotation
from .pull_quote_differs import pulled

_COVER, _DIFFERENT = 0.8, 6


class Options(Struct, frozen=True):
    """What the desk may set."""

    min_words: int = 8
    """Leave quotes of fewer words alone."""


@rule(
    severity="warning",
    since="0.1",
    needs={"quotes"},
    advice="Go back to the recording or the notes, and give the words one way.",
    options=Options,
)
def quote_told_differently(article: Article, options: Options) -> Iterator[Flag]:
    """The story quotes the same words twice, and differently."""
    pairs = alike(article)
    quotes = by_quotation(article) if pairs else {}
    for pair in pairs:
        if (
            pair.shared.change is None
            or pair.shared.cover < _COVER
            or pair.shared.different < _DIFFERENT
            or pair.shared.shorter < options.min_words
        ):
            continue
        if pulled(article, pair) is not None or not _one_speech(pair, quotes):
            continue
        here, there = pair.shared.change.later, pair.shared.change.earlier
        yield Flag(
            here,
            f"“{article.text[here[0] : here[1]]}” here, but “{article.text[there[0] : there[1]]}” "
            "where the story quotes the same words before",
            related=(Elsewhere(there, "quoted so here"),),
            confidence=0.9,
        )


def _one_speech(pair: Pair, quotes: dict[int, Quote]) -> bool:
    """Whether both may be the same words of one speaker, and not a figure of speech that comes back."""
    earlier, later = quotes.get(pair.earlier.quotation), quotes.get(pair.later.quotation)
    if earlier is None or later is None or earlier.needs_none or later.needs_none:
        return False
    if earlier.speaker is None or later.speaker is None or earlier.speaker.name != later.speaker.name:
        return False
    near = pair.later.block - pair.earlier.block <= 1
    return not (near and earlier.kind == later.kind == "direct")
