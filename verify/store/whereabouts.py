"""Where something was: on the coast or inland, indoors or out, as far as a passage tells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

from verify.lexicon.late import late
from verify.model.article import Article
from verify.store.facts import Fact

SIDES = (
    ("coast", "inland"),
    ("offshore", "onshore"),
    ("underground", "above-ground"),
    ("indoor", "outdoor"),
)
"""Kinds of place that rule each other out."""
_SIGN = late(
    r"\b(?:from|at|in|on|off|near) (?:a|an|the|its|their|his|her) (?:[a-z]+(?:ern|ly) )?"
    r"(?P<word>coast(?:al|line)?|inland|offshore|onshore|underground|above-ground|indoor|outdoor)\b"
    r"(?: (?:site|base|town|city|village|area|airfield|position|facility|location|hall|arena|stadium|pool"
    r"|court|stage|market|venue|platform|field|bunker|plant))?"
)
_VERB = late(
    r"\b(?:launch|fir|land|crash|held|hold|met|meet|kill|shot|explod|explos|sank|sunk|found|arrest|struck|collid"
    r"|attack|perform|play|stag|train|test)(?:ed|es|ing|e|ion|s)?\b"
)
_THING = late(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir) (?P<words>[\w’-]+(?: (?!(?:the|an?|its|their)\b)[a-z’-]+){0,2})"
)
_WORD = late(r"[a-z]{4,20}")
_NO_THING = frozenset("that which from with were been have near into over after before officials".split())


class Placed(Struct, frozen=True):
    """A passage that puts an event somewhere: its words, the kind of place, the verb, the things named."""

    start: int
    end: int
    kind: str
    verb: str
    things: frozenset[str]


def sided(article: Article) -> Iterator[Fact]:
    """The kinds of place ("side") where a story puts something, under the verb that tells what was done."""
    text = article.text
    if not {"sentences", "quotations"} <= article.marks.keys():
        return
    if any(word in text for pair in SIDES for word in pair):
        for one in placed(article):
            yield Fact("side", one.verb, f"{one.kind}|{' '.join(sorted(one.things))}", one.start, one.end)


def at_odds(one: str, other: str) -> bool:
    """Whether of a place that is the one it cannot be said that it is the other."""
    return any({one, other} == set(sides) for sides in SIDES)


def placed(article: Article) -> Iterator[Placed]:
    """The passages of the copy's own words that put something in one of these kinds of place."""
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
