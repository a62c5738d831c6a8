"""A bare family name that the article never introduces."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from verify import Article, Elsewhere, Entity, Flag, Mention, rule
from verify.lexicon.given import is_surname
from verify.lexicon.words import is_word
from verify.mark.naming.offices import COURTESY, FORMAL, head_of

_BY_ONE_NAME = frozenset(
    ("president", "pope", "king", "queen", "prince", "princess", "emperor", "duke", "captain")
)
_BENCH = frozenset(("mr", "mrs", "ms", "lord", "lady"))
"""Offices whose holders copy may call by one name ("President Obama", "Pope Francis")."""


def _told(mention: Mention) -> bool:
    """Whether an office right before the name shows that it is a person's, and one whom copy introduces.

    Mr. and Mrs. show it too, but houses that use them call the best known people so from the first.
    """
    if mention.title_span is None or mention.title_span.start > mention.start:
        return False
    words = mention.title.split()
    if len(words) > 1 and words[-1] == "Justice" and head_of(words[-2]) in _BENCH:
        return False  # "Mr Justice Oakes": that is how British judges are called
    if is_word(mention.family.lower()) and not is_surname(mention.family):
        return False  # "General Partner", "Major Crimes": a job or a unit, no rank with a name
    head = head_of(words[-1])
    return head in FORMAL and FORMAL[head] not in _BY_ONE_NAME and head not in COURTESY


def _first(article: Article, person: Entity) -> Mention | None:
    """The first mention of the person by family name alone, before any by the full name."""
    for index in person.mentions:
        mention = article.mentions[index]
        if mention.given:
            return None
        # What somebody says before the copy introduces the person is no fault of the copy.
        # Nor is the label of a turn in a transcript ("MAYOR LEE: …").
        labels = article.text.startswith(":", mention.end)
        if _told(mention) and not labels and not (mention.quoted and person.given):
            return mention
    return None


def _bracketed(text: str, mention: Mention) -> bool:
    """Whether brackets part the name: "[Ohio Gov. Jane] Roe", "(Jane) Roe"."""
    before = text[max(0, mention.start - 2) : mention.start]
    return before in (") ", "] ") or text[mention.end : mention.end + 1] in (")", "]")


@rule(
    severity="warning",
    since="0.1",
    needs={"names", "people"},
    advice="Give the full name and the office at the first mention.",
)
def surname_before_introduction(article: Article) -> Iterator[Flag]:
    """A person is called by the family name before, or without, being introduced by the full name."""
    starts = [block.start for block in article.blocks]
    for person in article.entities:
        mention = _first(article, person) if person.kind == "person" else None
        if mention is None:
            continue
        mentions = [article.mentions[index] for index in person.mentions]
        zones = {article.blocks[bisect_right(starts, m.start) - 1].zone for m in mentions}
        if not zones.isdisjoint(("headline", "credit", "byline")):
            continue  # A name that stands in the headline is one that readers know.
        if any(_bracketed(article.text, m) for m in mentions):
            continue
        start = mention.start if mention.title_span is None else mention.title_span.start
        words = article.text[start : mention.end]
        full = next((m for m in mentions if m.given), None)
        yield Flag(
            (start, mention.end),
            f"“{words}” is never introduced: the article gives no full name"
            if full is None
            else f"“{words}” stands before the full name, {full.name}",
            related=() if full is None else (Elsewhere(full.span, "named in full here"),),
            confidence=0.8,
        )
