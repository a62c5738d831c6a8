"""A bare family name that the article never introduces."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Entity, Flag, Mention, rule
from verify.mark.offices import COURTESY, FORMAL, head_of
from verify.model.finding import Elsewhere

_BY_OFFICE_ALONE = frozenset(
    ("president", "pope", "king", "queen", "prince", "princess", "emperor", "duke", "captain")
)
"""Offices whose holders copy may name by family or regnal name alone ("President Obama", "Pope Francis")."""


def _told(mention: Mention) -> bool:
    """Whether an office right before the name shows that it is a person's, and one whom copy introduces.

    Mr. and Mrs. show it too, but houses that use them call the best known people so from the first.
    """
    if not mention.title or mention.title_span is None or mention.title_span.start > mention.start:
        return False
    head = head_of(mention.title.split()[-1])
    return head in FORMAL and FORMAL[head] not in _BY_OFFICE_ALONE and head not in COURTESY


def _first(article: Article, person: Entity) -> Mention | None:
    """The first mention of the person by family name alone, before any by the full name."""
    for index in person.mentions:
        mention = article.mentions[index]
        if mention.given:
            return None
        if _told(mention) and not (mention.quoted and person.given):
            return mention
    return None


def _bracketed(text: str, mention: Mention) -> bool:
    """Whether brackets part the name: "[New Jersey Gov. Chris] Christie", "(Junichiro) Koizumi"."""
    return text[mention.end : mention.end + 1] in (")", "]") or text[
        max(0, mention.start - 2) : mention.start
    ] in (") ", "] ")


@rule(
    severity="warning",
    since="0.1",
    needs={"names", "people"},
    advice="give the full name and the office at the first mention",
)
def surname_before_introduction(article: Article) -> Iterator[Flag]:
    """A person is called by the family name before, or without, being introduced by the full name."""
    spare = [(block.start, block.end) for block in article.zoned("headline", "credit", "byline")]
    for person in article.entities:
        if person.kind != "person":
            continue
        mention = _first(article, person)
        if mention is None or any(
            start <= article.mentions[i].start < end for i in person.mentions for start, end in spare
        ):
            continue  # A name that stands in the headline is one that readers know.
        if any(_bracketed(article.text, article.mentions[i]) for i in person.mentions):
            continue
        start = mention.start if mention.title_span is None else mention.title_span.start
        full = next((article.mentions[i] for i in person.mentions if article.mentions[i].given), None)
        if full is None:
            yield Flag(
                (start, mention.end),
                f"“{article.text[start : mention.end]}” is never introduced: the article gives no full name",
                confidence=0.8,
            )
        else:
            yield Flag(
                (start, mention.end),
                f"“{article.text[start : mention.end]}” stands before the full name, {full.name}",
                related=(Elsewhere(full.span, "named in full here"),),
                confidence=0.8,
            )
