"""An annual event, or an anniversary, whose number does not go with its years: "the 50th … since 1990"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify import Article, Elsewhere, Flag, rule
from verify.lexicon.late import late
from verify.mark.figures.amounts import ORDINAL, ordinal
from verify.mark.published import published

# The words that every such sentence holds are looked for first: in most stories there are none.
_SIGN = late(r"ann(?:ual|iversary)\b")
_BEFORE = late(rf"(?<![\w-])(?P<ordinal>{ORDINAL}) (?:consecutive )?\Z")
_OF_YEAR = late(r"(?: of|,)? (?:the |its |his |her |their )?(?P<year>(?:1[5-9]|20)\d\d)\b(?![\w-])")
_SINCE = late(
    r"\b(?:since|founded in|established in|built in|first held in|began in|begun in|started in|launched in"
    r"|opened in|signed in|created in|inaugurated in|dates? (?:back )?(?:to|from))"
    r" (?P<year>(?:1[5-9]|20)\d\d)\b(?![\w-])"
)
_SENTENCE = late(r"[.!?][”\"]? (?=[A-Z“])")
_REACH = 220


@rule(
    severity="warning",
    since="0.1",
    needs={"dates"},
    advice="Count the years again, and mend the number or the year.",
)
def ordinal_against_years(article: Article) -> Iterator[Flag]:
    """The number of an annual event or anniversary does not go with the year of the first."""
    text = article.text
    for sign in _SIGN.finditer(text):
        block = article.block_at(sign.start())
        if block is None or block.zone not in ("body", "list", "caption"):
            continue
        number = _BEFORE.search(text[max(block.start, sign.start() - 40) : sign.start()])
        if number is None:
            continue
        place = ordinal(number["ordinal"])
        first = max(block.start, sign.start() - 40) + number.start()
        start, end = _sentence(text, block.start, block.end, sign.start())
        birthday = sign[0] == "anniversary"
        founded = _founded(text, sign.end(), start, end, birthday=birthday)
        if founded is None or not place:
            continue
        told, held = _held(article, text, start, end, founded)
        if not held:
            continue
        years = held - int(text[founded[0] : founded[1]])
        # An annual event may have been left out in some years, but never held twice in one.
        if years < 0 or (abs(years - place) <= 1 if birthday else place <= years + 2):
            continue
        counted = f"{years} years lie between {text[founded[0] : founded[1]]} and {held}"
        yield Flag(
            (first, sign.end()),
            f"“{text[first : sign.end()]}” disagrees with “{text[founded[0] : founded[1]]}”: {counted}",
            related=(Elsewhere(founded, "the year of the first"), *told),
            confidence=0.9,
        )


def _sentence(text: str, start: int, end: int, at: int) -> tuple[int, int]:
    """The sentence around a place, as far as it may matter."""
    start, end = max(start, at - _REACH), min(end, at + _REACH)
    for stop in _SENTENCE.finditer(text, start, end):
        if stop.end() > at:
            return start, stop.start() + 1
        start = stop.end()
    return start, end


def _founded(text: str, at: int, start: int, end: int, *, birthday: bool) -> tuple[int, int] | None:
    """Where the year of the first one stands."""
    if birthday and (found := _OF_YEAR.match(text[at:end])):
        return at + found.start("year"), at + found.end("year")
    years = list(_SINCE.finditer(text[start:end]))
    if len(years) != 1:
        return None
    return start + years[0].start("year"), start + years[0].end("year")


def _held(
    article: Article, text: str, start: int, end: int, founded: tuple[int, int]
) -> tuple[tuple[Elsewhere, ...], int]:
    """The year in which it is marked: the other one in the sentence, else that of the story."""
    others = [
        year
        for year in re.finditer(r"(?<![\w$,.-])(?:19|20)\d\d(?![\w%-]|,\d)", text[start:end])
        if start + year.start() != founded[0]
    ]
    if len(others) == 1:
        span = start + others[0].start(), start + others[0].end()
        return (Elsewhere(span, "the year in which it is marked"),), int(others[0][0])
    day = published(article)
    return (), day.year if day and not others else 0
