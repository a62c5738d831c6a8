"""American and British spelling in one story."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Flag, rule
from verify.lexicon.varieties import spellings
from verify.mark.forms import Form, beside, grouped

_SIDE = {"us": "American", "ize": "American", "gb": "British", "ise": "British"}


@rule(
    severity="warning",
    since="0.1",
    needs={"forms"},
    yields_to={"words.spelling"},
    advice="Spell the whole story as the house does.",
)
def mixed_spelling_variety(article: Article) -> Iterator[Flag]:
    """American and British spellings stand in one story."""
    forms: tuple[Form, ...] = article.mark("forms")
    kinds = grouped(forms)
    variety, ending = kinds.get("variety", {}), kinds.get("-ize", {})
    american, british = variety.get("us", []), variety.get("gb", [])
    # British copy of the Oxford kind has -ize; so -ize speaks for American only against -ise.
    if ending.get("ise") or not british:
        american = sorted((*american, *ending.get("ize", ())))
    if not (american and british):
        british, american = _with_quoted(forms, american, british)
    if not (american and british):
        return
    usual, rare = (american, british) if _outweighs(american, british) else (british, american)
    yield _flag(article, rare, usual)


def _outweighs(american: list[Form], british: list[Form]) -> bool:
    """Whether the American forms are more, or as many and first met."""
    return (-len(american), american[0].start) < (-len(british), british[0].start)


def _with_quoted(
    forms: tuple[Form, ...], american: list[Form], british: list[Form]
) -> tuple[list[Form], list[Form]]:
    """Return (British, American) with quoted -ise and -ize let in, for a story that has one side only.

    The desk spells what people say as it spells the rest; an ending that differs in a quotation alone
    came in with somebody else's copy.
    """
    quoted = [form for form in forms if form.quoted and form.subject == "-ize"]
    if american:
        return [form for form in quoted if form.variant == "ise"], american
    if any(form.subject == "-ize" and form.variant == "ise" for form in british):
        return british, [form for form in quoted if form.variant == "ize"]
    return british, american


def _flag(article: Article, rare: list[Form], usual: list[Form]) -> Flag:
    """The first place of the rarer spelling, with what the rest of the story does."""
    first, text = rare[0], article.text
    word = text[first.start : first.end]
    house = text[usual[0].start : usual[0].end]
    return Flag(
        (first.start, first.end),
        f"“{word}” is {_SIDE[first.variant]} spelling, “{house}” {_SIDE[usual[0].variant]}"
        + (f", like {len(usual)} places of the story" if len(usual) > 1 else ""),
        fixes=(spellings()[word].other,) if not first.quoted else (),
        related=beside(rare, usual, f"{_SIDE[usual[0].variant]} spelling here"),
        confidence=0.9 if not first.quoted else 0.7,
    )
