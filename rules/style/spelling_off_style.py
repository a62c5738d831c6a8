"""British spelling in a house that spells as Americans do, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Flag, rule
from verify.lexicon.varieties import spellings

_FOREIGN = {
    "us": {("variety", "gb"), ("-ize", "ise")},
    "gb": {("variety", "us"), ("-ize", "ize")},
    "oxford": {("variety", "us"), ("-ize", "ise")},
}
_HOUSE = {"us": "American", "gb": "British", "oxford": "British with -ize"}


@rule(
    severity="warning",
    since="0.1",
    needs={"forms"},
    points={"words.spelling"},
    advice="Spell the word as the house does.",
)
def spelling_off_style(article: Article) -> Iterator[Flag]:
    """A word is spelt as the house style does not spell it."""
    spelling, text = article.profile.words.spelling, article.text
    seen: set[int] = set()
    for form in article.mark("forms"):
        if form.quoted or (form.subject, form.variant) not in _FOREIGN[spelling] or form.start in seen:
            continue
        seen.add(form.start)
        word = text[form.start : form.end]
        if spelling == "oxford" and spellings()[word].variety == "ise" and form.subject == "variety":
            continue
        yield Flag(
            (form.start, form.end),
            f"“{word}” is not the spelling of the house, which is {_HOUSE[spelling]}",
            fixes=(spellings()[word].other,),
        )
