"""Headlines that quote words which nobody says in the story."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Flag, Quotation, rule
from verify.lexicon.late import late

_WORD = late(r"[^\W_]+")
_SMALL = frozenset(
    "a an and as at but by for from in into of on or the to with is are was were it its".split()
)


@rule(
    severity="warning",
    since="0.1",
    needs={"quotations"},
    advice="Quote words that are in the story, or take the quotation marks out.",
)
def headline_quote_not_in_body(article: Article) -> Iterator[Flag]:
    """The headline quotes words that do not stand in the story."""
    for span in unheard(article):
        yield Flag(
            (span.start, span.end), "the headline quotes words that the story does not hold", confidence=0.9
        )


def unheard(article: Article) -> Iterator[Quotation]:
    """The quotations of the headline with a word that the story does not hold."""
    headline = next((number for number, block in enumerate(article.blocks) if block.zone == "headline"), None)
    if headline is None:
        return
    quoted = [
        span for span in article.quotations.spans if span.block == headline and span.closed and not span.level
    ]
    if not quoted:
        return
    body = _words(
        " ".join(
            article.text[block.start : block.end]
            for number, block in enumerate(article.blocks)
            if number != headline and block.zone not in ("code", "furniture")
        )
    )
    if len(body) < 2:
        return
    known = _SMALL.union(body)
    for span in quoted:
        words = _words(article.text[span.start : span.end])
        if len(words) < 2:
            continue  # one word in marks is the writer's own as often as somebody's
        strange = set(words) - known
        if strange and not set(map(_stem, strange)) <= set(map(_stem, known)):
            yield span


def _words(text: str) -> list[str]:
    """The words in lower case, without apostrophes."""
    return _WORD.findall(text.lower().replace("’", "").replace("'", ""))


def _stem(word: str) -> str:
    """The word without the endings that a headline may change."""
    for ending in ("ing", "ed", "es", "s", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)].rstrip("e")
    return word.rstrip("e") if len(word) > 4 else word
