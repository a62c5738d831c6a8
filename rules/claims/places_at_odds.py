"""One event that is put on the coast in one place, and inland in another."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from verify import Article, Elsewhere, Flag, rule

# Of a place that is one, it cannot be said that it is the other.
_SIDES = (
    ("coast", "inland"),
    ("offshore", "onshore"),
    ("underground", "above-ground"),
    ("indoor", "outdoor"),
)
_SIGN = re.compile(
    r"\b(?:from|at|in|on|off|near) (?:a|an|the|its|their|his|her) (?:[a-z]+(?:ern|ly) )?"
    r"(?P<word>coast(?:al|line)?|inland|offshore|onshore|underground|above-ground|indoor|outdoor)\b"
    r"(?: (?:site|base|town|city|village|area|airfield|position|facility|location|hall|arena|stadium|pool"
    r"|court|stage|market|venue|platform|field|bunker|plant))?"
)
_VERB = re.compile(
    r"\b(?:launch|fir|land|crash|held|hold|met|meet|kill|shot|explod|explos|sank|sunk|found|arrest|struck|collid"
    r"|attack|perform|play|stag|train|test)(?:ed|es|ing|e|ion|s)?\b"
)
_THING = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir) (?P<words>[\w’-]+(?: (?!(?:the|an?|its|their)\b)[a-z’-]+){0,2})"
)
_WORD = re.compile(r"[a-z]{4,20}")
_NO_THING = frozenset("that which from with were been have near into over after before officials".split())
_SAID_TWICE = 700
"""How far apart two passages on one event may lie, in letters."""


class Placed(NamedTuple):
    """A passage that puts an event somewhere: its words, the kind of place, the verb, the things named."""

    start: int
    end: int
    kind: str
    verb: str
    things: frozenset[str]


@rule(
    severity="warning",
    since="0.1",
    needs={"sentences", "quotations"},
    advice="Find out where it was, and say that in both places.",
)
def places_at_odds(article: Article) -> Iterator[Flag]:
    """One event is put in two kinds of place, of which it can be only one."""
    text = article.text
    if not any(one in text and other in text for one, other in _SIDES):
        return
    placed: list[Placed] = []
    for here in _placed(article):
        for other in placed:
            if (
                here.start - other.end <= _SAID_TWICE
                and here.verb == other.verb
                and here.things & other.things
                and _at_odds(here.kind, other.kind)
            ):
                said, there = text[here.start : here.end], text[other.start : other.end]
                yield Flag(
                    (here.start, here.end),
                    f"“{said}” here, “{there}” further up",
                    related=(Elsewhere((other.start, other.end), "the other place"),),
                    confidence=0.8,
                )
                break
        placed.append(here)


def _at_odds(one: str, other: str) -> bool:
    return any({one, other} == set(sides) for sides in _SIDES)


def _placed(article: Article) -> Iterator[Placed]:
    text, sentences = article.text, article.sentences
    for sign in _SIGN.finditer(text):
        index = bisect_right(sentences, sign.start(), key=lambda sentence: sentence.start) - 1
        block = article.block_at(sign.start())
        if index < 0 or block is None or block.zone != "body" or article.quoted(*sign.span()):
            continue
        before = text[sentences[index].start : sign.start()]
        verbs = list(_VERB.finditer(before))
        if verbs:
            words = (word for thing in _THING.finditer(before) for word in _WORD.findall(thing["words"]))
            things = frozenset(words) - _NO_THING - {verb[0] for verb in verbs}
            kind = "coast" if sign["word"].startswith("coast") else sign["word"]
            yield Placed(*sign.span(), kind, verbs[-1][0][:4], things)
