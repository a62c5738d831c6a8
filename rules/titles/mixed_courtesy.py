"""Mr. for one person, and the bare family name for another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from verify import Article, Elsewhere, Flag, Mention, rule
from verify.lexicon.cues import cue_forms
from verify.lexicon.late import late

_VERB = late(r" ([a-z]{3,14})\b")
_COURTESY = frozenset(("mr.", "mrs.", "ms.", "miss", "mr", "mrs", "ms", "mx", "mx."))


def _bare(text: str, mention: Mention) -> bool:
    """Whether the reporter calls somebody who speaks by the family name, no office or degree before it."""
    if not mention.family or mention.given or mention.quoted or mention.title:
        return False
    verb = _VERB.match(text, mention.end)
    return verb is not None and cue_forms().get(verb[1]) == ("say", "finite")


@rule(
    severity="info",
    since="0.1",
    needs={"names", "people", "quotations"},
    advice="Give every grown person Mr., Mrs. or Ms., or nobody; the house style says which.",
    default=False,
)
def mixed_courtesy(article: Article) -> Iterator[Flag]:
    """Some people are called Mr., Mrs. or Ms., and others by the bare family name."""
    blocks = article.blocks
    polite: list[Mention] = []
    plain: list[Mention] = []
    for person in article.entities:
        if person.kind != "person" or not person.given:
            continue
        for mention in (article.mentions[index] for index in person.mentions):
            block = blocks[bisect_right(blocks, mention.start, key=lambda block: block.start) - 1]
            if block.zone == "body" and mention.family:
                if mention.title.lower() in _COURTESY and not (mention.given or mention.quoted):
                    polite.append(mention)
                elif _bare(article.text, mention):
                    plain.append(mention)
    if polite and plain:
        odd, usual = (plain, polite) if len(polite) >= len(plain) else (polite, plain)
        first, other = min(odd, key=lambda mention: mention.start), usual[0]
        start = first.title_span.start if first.title_span else first.start
        words = article.text[start : first.end]
        there = article.text[other.title_span.start if other.title_span else other.start : other.end]
        yield Flag(
            (start, first.end),
            f"“{words}” here, but “{there}” elsewhere",
            related=(Elsewhere(other.span, "called so here"),),
            confidence=0.7,
        )
