"""One event that is put on the coast in one place, and inland in another."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Elsewhere, Flag, rule
from verify.store.whereabouts import SIDES, Placed, at_odds, placed

_SAID_TWICE = 700
"""How far apart two passages on one event may lie, in letters."""


@rule(
    severity="warning",
    since="0.1",
    needs={"sentences", "quotations"},
    advice="Find out where it was, and say that in both places.",
)
def places_at_odds(article: Article) -> Iterator[Flag]:
    """One event is put in two kinds of place, of which it can be only one."""
    text = article.text
    if not any(one in text and other in text for one, other in SIDES):
        return
    told: list[Placed] = []
    for here in placed(article):
        for other in told:
            if (
                here.start - other.end <= _SAID_TWICE
                and here.verb == other.verb
                and here.things & other.things
                and at_odds(here.kind, other.kind)
            ):
                said, there = text[here.start : here.end], text[other.start : other.end]
                yield Flag(
                    (here.start, here.end),
                    f"“{said}” here, “{there}” further up",
                    related=(Elsewhere((other.start, other.end), "the other place"),),
                    confidence=0.8,
                )
                break
        told.append(here)
