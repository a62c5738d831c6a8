"""The words that tell best who a source without a name of its own is."""

from __future__ import annotations

from collections.abc import Sequence

from verify.lexicon.grammar import DETERMINERS
from verify.lexicon.late import late
from verify.lexicon.sources import BODIES, DOCUMENTS, GROUPS
from verify.mark.narration import Word
from verify.mark.syntax.phrases import Phrase
from verify.mark.who.cast import Cast, with_title
from verify.mark.who.things import owned

_JOINS = frozenset(("at", "in", "with", "from", "for", "by", "of"))
_COMPLEMENT = 60
_NEW = frozenset(("a", "an", "one", "another", "some", "many", "several"))
"""Words that bring in somebody who has not been named: nothing fuller is to be looked for."""
_POSSESSIVE = len("His ")
_FOLLOWED = late(r",| (?:who|whose)\b")


_NAMED = late(r"(?:, an? [\w -]{3,40})? named ")
_TRADE = late(r"^, the [a-z]{3,20}(?: [a-z]{3,20})? $")
"""What may lead up to the name in an apposition ("her rival, the composer Ann Lee, …")."""


def apposed(cast: Cast, start: int, end: int) -> int | None:
    """The name that a description stands beside, before it or behind it, or None.

    "The fire chief, Ann Lee, …", "Her rival, Judge Ann Lee, …", "a dentist named Ann Lee", and behind the
    name "Ann Lee, the chief who …".
    """
    of_body = not BODIES.isdisjoint(cast.text[start:end].lower().split())
    for index in cast.inside(end, end + _COMPLEMENT):
        mention = cast.mentions[index]
        title = mention.title_span if mention.kind == "person" else None
        if title and end < mention.start and start - _POSSESSIVE <= title.start < end <= title.end:
            return index
        fits = mention.kind == "person" or (mention.kind == "organisation" and of_body)
        if fits and _leads_up(cast.text, end, with_title(mention), mention.end):
            return index
    first = cast.text[start:end].partition(" ")[0].lower()
    if first in DETERMINERS and _FOLLOWED.match(cast.text, end) and cast.text[start - 2 : start] == ", ":
        for index in cast.inside(max(0, start - 3), start - 2):
            if cast.mentions[index].end == start - 2 and cast.mentions[index].kind != "place":
                return index
    return None


def _leads_up(text: str, end: int, start: int, stop: int) -> bool:
    """Whether text[:end] leads up to the name text[start:stop]: between commas, or behind "named"."""
    between = _TRADE.sub(", ", text[end:start])
    apart = between in (", ", ", the ") and text[stop : stop + 1] in (",", ".", ";", ")")
    return apart or _NAMED.fullmatch(between) is not None


def wording(cast: Cast, words: Sequence[Word], phrase: Phrase, noun: str) -> tuple[str, float]:
    """The words that tell best who or what it is: those of the phrase, or those of an earlier one."""
    start, end = words[phrase.first].start, words[phrase.last].end
    bare = words[phrase.first].low in ("the", "this") and phrase.last <= phrase.first + 1
    told = owned(cast, start, noun) if bare and (noun in DOCUMENTS or noun in BODIES) else ""
    if told:
        return told, 0.75
    sure = 0.95 if words[phrase.first].low in _NEW or noun in GROUPS else 0.75
    return cast.full(start, _complement(cast, words, phrase, end)), sure


def _complement(cast: Cast, words: Sequence[Word], phrase: Phrase, end: int) -> int:
    """Where the phrase ends with the name that belongs to it ("officials at the Harbor Commission")."""
    after = phrase.last + 1
    if after >= len(words) or words[after].low not in _JOINS or phrase.last - phrase.first > 1:
        return end
    for index in cast.inside(words[after].end, words[after].end + _COMPLEMENT):
        mention = cast.mentions[index]
        between = cast.text[words[after].end : with_title(mention)].strip()
        if between in ("", "the") and mention.kind != "person":
            return mention.end
        break
    return end
