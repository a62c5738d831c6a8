"""One person to whom the article gives two ages."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Elsewhere, Flag, rule

from .ages import Age, ages


@rule(
    severity="warning",
    since="0.1",
    needs={"names", "people", "quotations"},
    advice="Find out how old the person is, and give that once.",
)
def two_ages(article: Article) -> Iterator[Flag]:
    """The article gives one person two ages."""
    first: dict[int, Age] = {}
    for age in ages(article):
        known = first.setdefault(age.entity, age)
        if known.years == age.years:
            continue
        name = article.entities[age.entity].name
        yield Flag(
            (age.start, age.end),
            f"{name} is {age.years} here, and {known.years} further up",
            related=(Elsewhere((known.start, known.end), "the other age"),),
            confidence=0.9,
        )
