"""Quotes and claims that are given to one source twice."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from verify import Article, Block, Entity, Flag, Quotation, rule
from verify.lexicon.late import late

from .prose import closed, narrated

_SAID = (
    r"(?:said|says|added|adds|stated|states|wrote|writes|told [A-Z]?[a-z]{4,20}|continued|explained|explains"
    r"|noted|notes|tweeted|posted|asked|replied|insisted|argued|claimed|recalled)"
)
"""“Told him” is left out: “He told her ‘…,’ she said” is her account of it."""
_WHO = r"(?:he|she|they|[A-Z][\w’'-]{0,30}(?: [A-Z][\w’'-]{0,30})?)"
_LED_IN = late(rf"\b(?P<who>{_WHO.replace('he|she|they', '[Hh]e|[Ss]he|[Tt]hey')}) {_SAID}(?: that)?[:,]? ?$")
_LED_OUT = late(rf" ?(?P<tag>(?P<who>{_WHO}) {_SAID}|{_SAID} (?P<who2>{_WHO}))\b")
_ACCORDING = late(rf"ccording to (?P<source>[^,.;:“”\"\n]{{3,80}}), (?P<tag>(?P<who>{_WHO}) {_SAID})\b")
"""Without its first letter, which may be a capital: plain letters are found much faster."""
_SOMEBODY_NEAR = late(r"\b(?:of|for|to|by|in|from|with)\b|[’']s\b")
"""“According to a friend of Lee, he said”: the friend tells what Lee said."""
_PRONOUNS = {"he": "m", "she": "f", "they": ""}
_LEAD = 80
_ENDS = frozenset(",?!")


@rule(
    severity="warning",
    since="0.1",
    needs={"quotations", "people"},
    advice="Keep one of the two.",
)
def double_attribution(article: Article) -> Iterator[Flag]:
    """One quote or claim is given to its source twice."""
    for quotation, block, end in closed(article):
        if end in _ENDS:
            yield from _around(article, quotation, block)
    for found in narrated(article, _ACCORDING):
        source = found["source"]
        person = _person(article, found.end("source"))
        if person is None or _SOMEBODY_NEAR.search(source):
            continue
        if _same(person.family, found["who"], person.gender):
            yield Flag(found.span("tag"), f"“according to {source}” has said whose words these are")


def _around(article: Article, quotation: Quotation, block: Block) -> Iterator[Flag]:
    """A verb of saying with its source just before a quote, and another with the same one just after it."""
    text = article.text
    first = max(block.start, quotation.start - _LEAD)
    led_in = _LED_IN.search(text[first : quotation.start])
    if not led_in:
        return
    again = _LED_OUT.match(text, quotation.end, block.end)
    if not again or (again["tag"][0].isupper() and text[quotation.end - 2] != ","):
        return
    here, there = led_in["who"], again["who"] or again["who2"]
    named = _person(article, first + led_in.end("who")) or _person(
        article, again.end("who" if again["who"] else "who2")
    )
    if _same(here, there, named.gender if named else ""):
        said = led_in[0].strip(" :,")
        yield Flag(
            again.span("tag"), f"“{said}” before the quote has named its source, and this names it again"
        )


def _person(article: Article, end: int) -> Entity | None:
    """The person whose name ends at that place."""
    at = bisect_left(article.mentions, end, key=lambda mention: mention.end)
    mention = article.mentions[at] if at < len(article.mentions) else None
    if mention is None or mention.end != end or mention.kind != "person" or mention.entity < 0:
        return None
    return article.entities[mention.entity]


def _same(here: str, there: str, gender: str) -> bool:
    """Whether the two may be one: the same word, one family name, or a name and a pronoun that fits it."""
    one, other = _PRONOUNS.get(here.lower()), _PRONOUNS.get(there.lower())
    if one is not None and other is not None:
        return here.lower() == there.lower()
    if one is None and other is None:
        return here.rpartition(" ")[2] == there.rpartition(" ")[2]
    return gender in ("", one or other)
