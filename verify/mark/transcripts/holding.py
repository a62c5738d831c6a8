"""Holds quotes against sources: how each is in them, and whether they hold more of the same speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from verify.mark.transcripts.compare import LEAST, Compared, compared, pieces
from verify.mark.transcripts.shelf import Sources
from verify.mark.transcripts.words import Word, stretches
from verify.model.article import Article
from verify.model.marks import Quote
from verify.model.span import Span
from verify.model.supplied import Held

_ENOUGH = 8
"""Words that hardly two people say with one of them changed."""
_MANY = 250_000
"""Letters of the sources, some five hours of talk, from which on a few words may be there by chance."""


def held(sources: Sources, article: Article) -> tuple[Held, ...]:
    """Every stretch of the quotes that is long enough, as the sources have it."""
    paths = [one.path for one in sources.texts]
    path = article.document.path
    # An article among its own sources would bear out whatever it says.
    itself = paths.index(path) if path in paths else -1
    found = [
        one
        for number, quote in enumerate(article.quotes)
        for one in _of(sources, article, number, quote, itself)
    ]
    return tuple(_heard(sources, article, found))


def _of(sources: Sources, article: Article, number: int, quote: Quote, itself: int) -> Iterator[Held]:
    if quote.quotation < 0 or quote.kind == "indirect":
        return
    for stretch in stretches(article.text, quote.start, quote.end):
        for words in pieces(stretch):
            found = compared(sources, article.text, words, itself)
            if found is not None:
                yield _held(sources, number, words, found)


def _held(sources: Sources, number: int, words: Sequence[Word], found: Compared) -> Held:
    return Held(
        quote=number,
        span=Span(words[0].start, words[-1].end),
        verdict=found.verdict,
        passages=tuple(sources.passage(spot) for spot in found.spots),
        differences=found.differences,
        score=round(found.score, 1),
        words=len(words),
    )


def _heard(sources: Sources, article: Article, held: Sequence[Held]) -> Iterator[Held]:
    """What was held, with whether the sources give other words to the same speaker.

    In many sources somebody else may have said a few words nearly so: there they count as this speaker’s
    where the sources are known to hold more of the same one, and as not there elsewhere.
    """
    many = sum(len(one.text) for one in sources.texts) > _MANY
    speakers = [_speaker(article.quotes[one.quote]) for one in held]
    known = {name for name, one in zip(speakers, held, strict=True) if _proves(one)} - {""}
    asked: dict[str, bool] = {}
    for name, one in zip(speakers, held, strict=True):
        doubtful = many and one.verdict == "changed" and one.words < _ENOUGH
        if name and name not in known and name not in asked and (doubtful or one.verdict == "absent"):
            asked[name] = _labelled(sources, name)
        heard = name in known or asked.get(name, False)
        if doubtful and not heard:
            yield Held(one.quote, one.span, "absent", score=one.score, words=one.words)
        else:
            yield replace(one, heard=heard)


def _proves(one: Held) -> bool:
    """Whether a quote that was found proves that the sources hold words of its speaker."""
    return one.verdict != "absent" and one.words >= (_ENOUGH if one.verdict == "changed" else LEAST)


def _speaker(quote: Quote) -> str:
    """Who said the quote, by the fullest name, or nothing."""
    return quote.speaker.name.strip() if quote.speaker else ""


def _labelled(sources: Sources, name: str) -> bool:
    """Whether a source has the speaker's name, or its last part, before a colon or on a subtitle."""
    last = name.rsplit(maxsplit=1)[-1]
    labels = {f"{form}:" for form in (last, last.upper())}
    named = last.casefold()
    return any(
        any(label in text.text for label in labels)
        or any(named in speaker.casefold().split() for speaker in text.speakers)
        for text in sources.texts
    )
