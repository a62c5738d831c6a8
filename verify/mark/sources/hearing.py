"""Reads a word of the narration as a cue of reported speech or thought: whose, and what speaks for it.

The words that may be cues are those that the weights were learnt of, so verbs that plugins add are none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache
from typing import Literal, TypeVar

from msgspec import Struct

from verify.lexicon.cues import SHIPPED
from verify.lexicon.grammar import (
    AUXILIARIES,
    DAYS,
    DETERMINERS,
    GENITIVES,
    OWNERS,
    PASSIVE,
    PLURAL_DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)
from verify.mark.narration import QUOTE, STOP, Word
from verify.mark.syntax import endings, phrases, subjects
from verify.mark.syntax.phrases import Phrase

Load = TypeVar("Load", int, list[str])
"""What speaks for a reading, and adds up: weight in hundredths when marking, features when learning."""
Weigh = Callable[[list[str]], Load]
"""Makes a load of some features: sums up their weights, or leaves them as they are."""
Way = Literal["before", "after", "relative", "clause", "near", "owner", "by", "according", "label"]
_LONGEST_LABEL = 7
_OWNED, _NEAR = 4, 15
_THAT = 8
WINDOW = 100
"""Words on each side of a cue that are looked at; copy has few longer sentences."""
_KEPT = 4096
"""Words whose sort is kept in mind: most of a paragraph's are among the commonest few thousand."""
_GAPS = frozenset((STOP, QUOTE))
_INVERTING = frozenset((STOP, QUOTE, ",", "as", "so", "—", "-", "–"))
_ENDINGS = ("ing", "ied", "ies", "ed", "es", "s", "e", "y")


class Hearing(Struct, frozen=True):
    """A word taken for a cue, words[cue], with one source that it may have and the way the two are tied."""

    cue: int
    source: Phrase
    way: Way


class Spot(Struct, frozen=True):
    """A word in its sentence, words[start:stop] (of a long one the part around it), looked at as a cue.

    `strength` and `form` are those of `lexicon.cues`, or what the word's ending suggests; `that` is 1 where
    "that" follows the word, 2 where it follows soon, else 0; `above` is the cue before it in its sentence,
    which may govern it ("said" in "said he hoped"); `held` are the places of all quotations of the paragraph.
    """

    at: int
    start: int
    stop: int
    stem: str
    strength: str
    form: str
    that: int
    above: str
    held: Sequence[int]


def spots(words: Sequence[Word], known: Collection[str], taken: Collection[int]) -> Iterator[Spot]:
    """The words of a paragraph that may be cues: those known for it, but where quotations have taken one."""
    lows = [word.low for word in words]
    stops = [index for index, low in enumerate(lows) if low == STOP]
    held = [index for index, low in enumerate(lows) if low == QUOTE]
    forms = SHIPPED
    either = _with_forms(frozenset(known))
    met = [at for at, low in enumerate(lows) if low in either]
    near = 0
    start = 0
    for stop in (*stops, len(words)):
        cue = -1
        while near < len(met) and met[near] < stop:
            at = met[near]
            near += 1
            low = lows[at]
            if low in known and words[at].start not in taken:
                first, last = max(start, at - WINDOW), min(stop, at + WINDOW)
                above = lows[cue] if cue >= first else ""
                yield Spot(at, first, last, *_verb(low), _that(lows, at, last), above, held)
            if low in forms and words[at].text.islower():
                cue = at
        start = stop + 1


@lru_cache(maxsize=4)
def _with_forms(known: frozenset[str]) -> frozenset[str]:
    """The words known for cues, and all forms of cue verbs."""
    return known | SHIPPED.keys()


@lru_cache(maxsize=_KEPT)
def _verb(low: str) -> tuple[str, str, str]:
    """Stem, strength and form of a word taken for a cue."""
    strength, form = SHIPPED.get(low, ("other", ""))
    if not form:
        form = next((ending for ending in ("ing", "ed", "s") if low.endswith(ending)), "plain")
    return stem(low), strength, form


def hearings(words: Sequence[Word], at: int) -> list[Hearing]:
    """Everybody whose speech or thought words[at] may report."""
    low = words[at].low
    if low == "according":
        source = phrases.whole_phrase(words, at + 2, len(words)) if words[at + 1].low == "to" else None
        return [Hearing(at, source, "according")] if source else []
    if low == ":":
        label = _label(words, at)
        return [Hearing(at, label, "label")] if label else []
    found: dict[int, Hearing] = {}
    for source, way in _sources(words, at):
        if source is not None:
            found.setdefault(source.last, Hearing(at, source, way))
    return list(found.values())


def _sources(words: Sequence[Word], at: int) -> Iterator[tuple[Phrase | None, Way]]:
    before = words[at - 1].low if at else STOP
    yield _owner(words, at), "owner"
    if before not in DETERMINERS or before in PLURAL_DETERMINERS:
        first = at
        while first and (words[first - 1].low in AUXILIARIES or phrases.is_adverb(words[first - 1])):
            first -= 1
        if first and (words[first - 1].low in RELATIVES or words[first - 1].low == "that"):
            yield Phrase(first - 1, first - 1), "relative"
        subject = subjects.before(words, at)
        if subject is not None and words[subject.first].low == "it" and before in PASSIVE:
            return  # "It is understood that …": nobody says who
        yield subject, "before"
        if before in _INVERTING:
            yield subjects.after(words, at), "after"
        yield subjects.clause_subject(words, at), "clause"
        yield _nearest(words, first), "near"
    if at + 1 < len(words) and words[at + 1].low == "by":
        yield phrases.whole_phrase(words, at + 2, len(words)), "by"


def _owner(words: Sequence[Word], at: int) -> Phrase | None:
    """Whose claim or plan it is: "Lee’s claim", "her own plan"."""
    for index in range(at - 1, max(-1, at - _OWNED), -1):
        low = words[index].low
        if low in GENITIVES and index:
            return endings.ending_at(words, index - 1)
        if low in OWNERS:
            return Phrase(index, index)
        if low in PREPOSITIONS or low in (STOP, QUOTE, ",") or low in PRONOUNS:
            return None
    return None


def _label(words: Sequence[Word], colon: int) -> Phrase | None:
    """A few words in front of a colon that open their sentence: "Lee: No new taxes"."""
    first = colon
    while first and words[first - 1].low != STOP and colon - first <= _LONGEST_LABEL:
        first -= 1
    if first == colon or colon - first > _LONGEST_LABEL or not words[first].text[:1].isupper():
        return None
    return Phrase(first, colon - 1)


def _nearest(words: Sequence[Word], at: int) -> Phrase | None:
    """The pronoun or name that stands nearest before a place in its sentence."""
    for index in range(at - 1, max(0, at - _NEAR), -1):
        low, text = words[index].low, words[index].text
        if low in _GAPS:
            return None
        if low in PRONOUNS:
            return Phrase(index, index)
        if text[:1].isupper() and low not in DAYS and words[index - 1].low != STOP:
            return endings.ending_at(words, index)
    return None


def stem(low: str) -> str:
    """The word without the ending of a verb, crudely: every form of a verb comes out alike."""
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            low = low[: -len(ending)]
            break
    else:
        return low
    if len(low) > 3 and low[-1] == low[-2] and low[-1] not in "sl":
        return low[:-1]
    return low


def _that(lows: Sequence[str], at: int, stop: int) -> int:
    for index in range(at + 1, min(stop, at + _THAT)):
        low = lows[index]
        if low == "that":
            return 1 if index == at + 1 else 2
        if low in (",", QUOTE):
            break
    return 0


def sort(words: Sequence[Word], at: int) -> str:
    """What sort of word stands at a place: function words as they are, others by their form alone."""
    return _sort(words[at].low, words[at].text) if 0 <= at < len(words) else STOP


@lru_cache(maxsize=_KEPT)
def _sort(low: str, text: str) -> str:
    if low in PRONOUNS:
        return "pronoun"
    if low in DETERMINERS and low not in ("that", "no"):
        return "the"
    if low in DAYS:
        return "day"
    if text.islower():
        strength, form = SHIPPED.get(low, ("", ""))
        if strength == "say":
            return f"cue {form}"
    if low in phrases.NP_STOPS or low in PREPOSITIONS or low in AUXILIARIES:
        return low
    if not any(map(str.isalpha, low)):
        return "number" if low[:1].isdigit() else low
    if not text.islower():
        return "Name"  # "anti-Lee" too
    return next((ending for ending in ("ly", "ing", "ed", "s") if low.endswith(ending)), "word")


def plain(words: Sequence[Word], at: int) -> str:
    """The word at a place, unless it may be a name: weights are to know no names."""
    if not 0 <= at < len(words):
        return STOP
    low, text = words[at].low, words[at].text
    return low if (text.islower() and text.isalpha()) or not text[:1].isalnum() else _sort(low, text)


def shared(words: Sequence[Word], seen: Spot, weigh: Weigh[Load]) -> Load:
    """What speaks for and against a word as a cue, whoever the source is."""
    at, start, stop, root, held = seen.at, seen.start, seen.stop, seen.stem, seen.held
    strength, form, that, above = seen.strength, seen.form, seen.that, seen.above
    low, text = words[at].low, words[at].text
    after, before = sort(words, at + 1), sort(words, at - 1)
    then, past = plain(words, at + 1), plain(words, at - 1)
    second, second_past = plain(words, at + 2), plain(words, at - 2)
    features = [
        "cue", f"word {low}", f"stem {root}", f"word {low} {after}", f"stem {root} {after}",
        f"after {after}", f"after {after} {strength}", f"before {before}", f"before {before} {form}",
        f"stem {root} before {before}", f"stem {root} that {that}", f"that {that}",
        f"form {strength} {form}", f"capital {text[:1].isupper()} {at == start}",
        f"rest {min((stop - at) // 4, 6)} {strength}", f"then {root} {then}", f"past {past} {root}",
        f"past {past} {form}", f"then {strength} {then}", f"past {past}",
        f"then {then} {second}", f"then {root} {then} {second}", f"past {second_past} {past}",
        f"past {second_past} {past} {strength}", f"second {root} {second}",
        f"in {min((at - start) // 3, 5)} {form}",
        f"under {above}", f"under {_verb(above)[1] if above else ''} {strength}",
    ]  # fmt: skip
    if held:
        features += _quotations(held, seen)
    return weigh(features)


def _quotations(held: Sequence[int], seen: Spot) -> Iterator[str]:
    """How the word stands to the quotations of its sentence, and of those beside it."""
    follows = quoted(held, seen.at, seen.stop)
    if follows >= 0:
        yield "quote follows"
        yield f"quote follows {min((follows - seen.at) // 3, 4)}"
        yield f"quote follows {seen.strength}"
    if quoted(held, seen.stop + 1, seen.stop + 2) >= 0:
        yield "quote next"
        yield f"quote next {seen.strength}"
    if quoted(held, seen.start - 3, seen.start) >= 0:
        yield "quote last"


def quoted(held: Sequence[int], first: int, end: int) -> int:
    """The first quotation among words[first:end], given the places of all, or -1."""
    if not held:
        return -1
    index = bisect_left(held, first)
    return held[index] if index < len(held) and held[index] < end else -1


def describe(words: Sequence[Word], seen: Spot, hearing: Hearing, weigh: Weigh[Load]) -> Load:
    """What speaks for and against one source of the cue."""
    at, source, way = hearing.cue, hearing.source, hearing.way
    root, strength = seen.stem, seen.strength
    kind = _kind(words, source)
    gap = at - source.last if source.last < at else source.first - at
    head, text = words[source.last].low, words[source.last].text
    features = [
        f"way {way}", f"stem {root} {way}", f"form {strength} {seen.form} {way}", f"kind {kind}",
        f"kind {kind} {strength}", f"kind {kind} {way}", f"gap {way} {min(gap, 6)}",
        f"stem {root} kind {kind}", f"source {head if text.islower() else 'Name'}",
    ]  # fmt: skip
    edge = min(at, source.first)
    last = bisect_left(seen.held, edge) - 1
    if last >= 0 and seen.held[last] >= seen.start:
        before = edge - seen.held[last]
        features += ("quote before", f"quote before {min(before, 4)} {way}", f"quote before {strength}")
    return weigh(features)


def _kind(words: Sequence[Word], source: Phrase) -> str:
    first, last = words[source.first], words[source.last]
    if first.low in PRONOUNS or first.low in OWNERS or first.low in RELATIVES:
        return first.low
    if last.text[:1].isupper():
        return "Name"
    if last.low.endswith("s"):
        return "plural"
    return "the" if first.low in DETERMINERS else "words"
