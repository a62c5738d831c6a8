"""An age that does not go with the year of birth beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from verify import Article, Elsewhere, Flag, rule
from verify.lexicon.late import late
from verify.mark.published import published

from .ages import Age, ages

_BORN = late(r"\bborn (?:[^.;\n(]{0,60}?[ ,(])?(?:in |on )?(?P<year>(?:18|19|20)\d\d)(?![\w-])")
_PRONOUN = late(r"(?:\A|[.!?”] |, | and )(?:[Hh]e|[Ss]he)(?:,? who)? was \Z")
_NAMED = late(r",?(?: who| and)?(?: (?:was|is|had been))? \Z")
_ASIDE = late(r", (?:aged? )?\d{1,3}, (?:who )?(?:was )?\Z")
_DIED = late(
    r"[^\n]{0,120}?\b(?:died|killed|passed away)\b[^;\n]{0,40}?\b(?P<year>(?:19|20)\d\d)\b[^.;\n]{0,12}?"
    r"(?:\bat|\baged?)(?: the)?(?: age)?(?: of)? (?P<age>\d{1,3})(?![\w,.]*\d|\w| (?:percent|times))"
)
_LOOK = 60


@rule(
    severity="warning",
    since="0.1",
    needs={"dates", "names", "people", "quotations"},
    advice="Find out when the person was born, and mend the year or the age.",
)
def age_against_birth(article: Article) -> Iterator[Flag]:
    """A person's age does not go with the year of birth that the article gives."""
    text = article.text
    if "born " not in text:
        return
    known: dict[int, Age] = {}
    for age in ages(article):
        known.setdefault(age.entity, age)
    day = published(article)
    for born in _BORN.finditer(text):
        if article.quoted(*born.span()):
            continue
        if died := _DIED.match(text, born.end()):
            lived, years = int(died["year"]) - int(born["year"]), int(died["age"])
            if not 0 <= lived - years <= 1:
                yield Flag(
                    died.span("age"),
                    f"“{died['age']}” disagrees with the years: {born['year']} to {died['year']} is {lived}",
                    related=(Elsewhere(born.span("year"), "born"), Elsewhere(died.span("year"), "died")),
                    confidence=0.9,
                )
            continue
        told = known.get(_whose(article, born.start()))
        if told is None or day is None:
            continue
        years = day.year - int(born["year"])
        if not 0 <= years - told.years <= 1:
            yield Flag(
                (told.start, told.end),
                f"“{told.years}” disagrees with a birth in {born['year']}, {years} years before this story",
                related=(Elsewhere(born.span("year"), "born"),),
                confidence=0.9,
            )


def _whose(article: Article, at: int) -> int:
    """The entity of whom “born” is said: the name right before it, or the last one for a pronoun."""
    mentions = article.mentions
    index = bisect_left(mentions, at, key=lambda mention: mention.start) - 1
    if index < 0:
        return -1
    between = article.text[mentions[index].end : at]
    if len(between) > 4 * _LOOK or "\n\n" in between:
        return -1
    if _NAMED.fullmatch(between) or _ASIDE.fullmatch(between) or _PRONOUN.search(between):
        return mentions[index].entity
    return -1
