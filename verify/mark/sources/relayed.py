"""Whose words somebody else relays: when it is the nearest of several cues that counts."""

from __future__ import annotations

from collections.abc import Sequence

from verify.lexicon.cues import cue_forms
from verify.lexicon.grammar import CONTRASTS, DETERMINERS, JOINERS, PASSIVE, PREPOSITIONS, PRONOUNS, RELATIVES
from verify.mark.narration import QUOTE, STOP, Word
from verify.mark.sources.attribution import Attribution
from verify.mark.sources.before_quote import LISTENED
from verify.mark.syntax import phrases

_NEAR = 3
_WORDS = frozenset(("words", "view", "opinion"))
_NAMING = frozenset("called calls dubbed termed labeled labelled branded".split())
_STUDIES = frozenset("report study survey poll analysis audit review inquiry".split())
_THOUGH = frozenset(("although", "though"))
_NAMED = frozenset(("what", "which", "whom"))
_LONGEST_LISTENER = 6


def relayed(words: Sequence[Word], at: int, proposed: Sequence[Attribution]) -> Attribution | None:
    """The nearest of several attributions before words[at], where what it says is its own, or None.

    Gloria recalls him saying, “…”; a doctor told Lee, who tells of it: “…”; Dell said it was “…,” while
    Firth called it “…”. "Lee said he told them, “…”" is Lee all the same.
    """
    for one in proposed:
        if one.why == "according to" and words[one.cue].low in _WORDS and one.source.last >= at - 2:
            return one  # "…, in the words of one adviser, “…”"
    cues = [one for one in proposed if one.why == "source, cue, quote" and one.cue < at]
    nearest = max(cues, key=lambda one: one.cue, default=None)
    if nearest is None:
        return None
    since = min(one.cue for one in cues)
    if _parted(words, at, nearest, since):
        return nearest
    told = any(one.cue < nearest.source.first and one.source != nearest.source for one in cues)
    return nearest if told and (_leads_in(words, at, nearest) or _orders(words, at, nearest)) else None


def _parted(words: Sequence[Word], at: int, nearest: Attribution, since: int) -> bool:
    """Whether the clause of the nearest cue is parted from the first: by a conjunction, "with" or ";"."""
    source = nearest.source
    opens = words[source.first - 1].low if source.first else STOP
    pronoun = words[source.first].low in PRONOUNS
    close = at - nearest.cue <= _NEAR
    relative = phrases.relative_subject(words, nearest.cue)
    if since < source.last < relative and words[source.last].low in _STUDIES:
        return words[relative].low == "which"  # "They cited a report, which found that it was “at risk”"
    if not pronoun and _tells_of(words, nearest, close=close, beside=nearest.cue + 1 == at):
        return True
    if close and source.first > since and relative > since:
        # "“…,” said Lee, to the dismay of the mayor, who called it “…”": the first cue has its quotation
        named = words[source.last].low not in RELATIVES and words[source.last].low != "that"
        begin = phrases.sentence_start(words, since)
        return any(word.low == QUOTE for word in words[begin : source.first if named else since])
    if opens in _THOUGH and words[source.first - 2].low == "," and not pronoun:
        return True
    between = {word.low for word in words[since : source.first]}
    if QUOTE in between:
        if (opens in CONTRASTS or ";" in between) and not pronoun:
            return True
        if opens in JOINERS and close and words[source.last].text[:1].isupper():
            return True
    beside = nearest.cue == source.last + 1
    if opens == "with":
        return beside and close  # "They praised it, with Lee calling it “…”"
    says = cue_forms().get(words[nearest.cue].low, ("", ""))[0] == "say"
    return opens in JOINERS and beside and says and nearest.cue + 1 == at and not pronoun


def _tells_of(words: Sequence[Word], nearest: Attribution, *, close: bool, beside: bool) -> bool:
    """Whether the nearest clause tells of a noun before it: "a fee, which Lee called", "a note in which"."""
    first = nearest.source.first
    opens = words[first - 1].low if first > 2 else STOP
    if opens == "that" and beside and words[nearest.cue].low in _NAMING:
        return True  # what it names is told before: "a point that Lee made and that Roe called “cold”"
    if opens == "which" and words[first - 2].low in PREPOSITIONS:
        return cue_forms().get(words[nearest.cue].low, ("", ""))[0] == "say"
    if close and opens == "what" and words[nearest.source.last + 1].low == ",":
        return words[nearest.cue - 1].low == ","  # "what Lee, the mayor, called “cold”"
    if not close or nearest.cue > nearest.source.last + 2:
        return opens == "that" and close and words[first - 3].low in DETERMINERS
    return opens in _NAMED or (opens == "that" and words[first - 3].low in DETERMINERS)


def _orders(words: Sequence[Word], at: int, nearest: Attribution) -> bool:
    """Whether the nearest cue has somebody do what is quoted: "Lee said a foreman told her to “go home”"."""
    source = words[nearest.source.first]
    return (
        words[nearest.cue].low in LISTENED
        and words[nearest.cue - 1].low not in PASSIVE
        and words[at - 1].low == "to"
        and source.low not in PRONOUNS
        and source.low not in RELATIVES
    )


def _leads_in(words: Sequence[Word], at: int, nearest: Attribution) -> bool:
    """Whether the nearest cue leads up to the quotation with a comma or a colon, and is no "who said"."""
    cue = words[nearest.cue].low
    if words[at - 1].low not in (",", ":") or cue_forms().get(cue, ("", ""))[0] != "say":
        return False
    listener = words[nearest.cue + 1 : at - 1]
    if len(listener) > (_LONGEST_LISTENER if cue in LISTENED else 0) or any(w.low == "," for w in listener):
        return False
    return (
        words[nearest.source.first].low not in PRONOUNS and phrases.relative_subject(words, nearest.cue) < 0
    )
