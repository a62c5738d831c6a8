"""Pull quotes, captions and headlines that change the words of the quote that they repeat."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from verify import Article, Elsewhere, Flag, rule
from verify.lexicon.late import late

from .alike import Pair, Told, alike
from .headline_quote_not_in_body import unheard

_COVER, _DIFFERENT = 0.75, 5
_SIGNED = late(r"[\s,.—–-]*(?:[—–-] ?)?(?:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4}(?:, [^.?!“”\"]{3,60})?)?\.?")


class Pulled(Struct, frozen=True):
    """The places where a pull quote and the story part."""

    drawn: tuple[int, int]
    story: tuple[int, int]


@rule(
    severity="warning",
    since="0.1",
    needs={"quotations"},
    advice="Repeat the quote word for word.",
)
def pull_quote_differs(article: Article) -> Iterator[Flag]:
    """A pull quote, caption or headline changes the words of the quote that it repeats."""
    for pair in alike(article):
        if pair.shared.change is None or pair.shared.cover < _COVER or pair.shared.different < _DIFFERENT:
            continue
        places = pulled(article, pair)
        if places is None or any(span.start <= places.drawn[0] < span.end for span in unheard(article)):
            continue
        drawn = article.text[places.drawn[0] : places.drawn[1]]
        story = article.text[places.story[0] : places.story[1]]
        yield Flag(
            places.drawn,
            f"“{drawn}” here, but “{story}” in the quote that this repeats",
            fixes=() if _headline(article, places.drawn) else (story,),
            related=(Elsewhere(places.story, "quoted so in the story"),),
            confidence=0.9,
        )


def pulled(article: Article, pair: Pair) -> Pulled | None:
    """Which of the two is drawn out of the story, and where they part; None where neither or both are."""
    if pair.shared.change is None:
        return None
    earlier, later = _drawn(article, pair.earlier), _drawn(article, pair.later)
    if earlier == later:
        return None
    change = pair.shared.change
    return Pulled(change.earlier, change.later) if earlier else Pulled(change.later, change.earlier)


def _headline(article: Article, span: tuple[int, int]) -> bool:
    """Whether the span lies in the headline, where words are cased in a way of their own."""
    return any(block.span.covers(span) for block in article.zoned("headline"))


def _drawn(article: Article, told: Told) -> bool:
    """Whether a quotation stands in a caption or headline, or alone in its paragraph but for a name."""
    block = article.blocks[told.block]
    if block.zone in ("caption", "headline"):
        return True
    if told.start != block.start or block.end - told.end > 100:
        return False
    return bool(_SIGNED.fullmatch(article.text, told.end, block.end))
