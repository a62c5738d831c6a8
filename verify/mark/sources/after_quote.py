"""The source that follows a quotation: "…," he said; "…," said Lee; "…" — Lee."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from verify.lexicon.cues import PHRASAL, cue_forms
from verify.lexicon.grammar import PASSIVE, PASTS
from verify.mark.narration import QUOTE, STOP, Word
from verify.mark.sources.attribution import Attribution, inner_end
from verify.mark.syntax import appositions, phrases, subjects
from verify.mark.syntax.phrases import Phrase

_REACH = 45
_CLAUSE = 30
_CREDIT = 12
_CROSSING = 6
_DASHES = frozenset(("—", "–", "--", "-", "―", "~"))


class _Tail(Struct, frozen=True):
    """What stands behind a quotation: the first word, and how the quotation ended.

    `crossed` tells that the sentence ended in form (“Why?” Lee asked), `comma` that a comma follows the
    mark, `last` is the last character inside it, `opens` that the quotation opens its sentence.
    """

    first: int
    crossed: bool
    comma: bool
    last: str
    opens: bool


def after_quote(words: Sequence[Word], at: int, text: str) -> Attribution | None:
    """The source that follows the quotation at words[at] in its sentence, or None."""
    signed = _signed(words, at)
    if signed is not None:
        return signed
    tail = _tail(words, at, text)
    if tail is not None and words[tail.first].low in _DASHES:
        dashed = _dashed(words, tail.first)
        if dashed is not None:
            return dashed
        tail = _step(words, tail)
    if tail is None:
        return None
    low = words[tail.first].low
    if low == "by" and not tail.crossed and _passive(words, at - 1):
        source = appositions.agent(words, tail.first - 1, len(words))
        return Attribution(source, at - 1, "quote, cue, source", 0.9) if source else None
    if low in ("according", "per", "by") and not tail.crossed:
        credited = _credited(words, tail.first)
        if credited is not None or low != "by":
            return credited
    if low in ("as", "so"):
        tail = _step(words, tail)
        if tail is None:
            return None
        low = words[tail.first].low
    if low not in PHRASAL and cue_forms().get(low, ("", ""))[1] == "finite":
        apart = tail.crossed and words[tail.first - 1].low != "so"
        source = None if apart else subjects.after(words, tail.first)
        return Attribution(source, tail.first, "quote, cue, source", 0.97) if source else None
    return _subject_first(words, tail)


def _tail(words: Sequence[Word], at: int, text: str) -> _Tail | None:
    first = at + 1
    last = inner_end(text, words[at])
    crossed = first < len(words) and words[first].low == STOP
    if crossed:
        # A question or an exclamation ends a sentence in form only: “Why?” Lee asked.
        so = first + 2 < len(words) and words[first + 1].low == "so"
        inverted = so and cue_forms().get(words[first + 2].low) == ("say", "finite")
        if last not in "?!—-–," and not inverted:
            return None
        first += 1
    comma = False
    while first < len(words) and words[first].low in (",", ".", "...", "…"):
        comma = True
        first += 1
    if comma and last.isalnum():
        last = ","
    opens = at == 0 or words[at - 1].low == STOP
    return _Tail(first, crossed, comma, last, opens) if first < len(words) else None


def _step(words: Sequence[Word], tail: _Tail) -> _Tail | None:
    return replace(tail, first=tail.first + 1) if tail.first + 1 < len(words) else None


def _signed(words: Sequence[Word], at: int) -> Attribution | None:
    """A letter or a list of voices, the sentence closed before the dash: “….” ― Ann Lee."""
    if at + 2 >= len(words) or words[at + 1].low != STOP or words[at + 2].low not in _DASHES:
        return None
    source = phrases.whole_phrase(words, at + 3, min(len(words), at + 1 + _CREDIT))
    if source is None or not words[source.first].text[:1].isupper():
        return None
    return Attribution(source, -1, "dash", 0.9)


def _dashed(words: Sequence[Word], dash: int) -> Attribution | None:
    """A name behind a dash and no verb with it: “…” — Ann Lee."""
    if dash + 1 >= len(words) or not words[dash + 1].text[:1].isupper():
        return None
    if _later_cue(words, dash + 1, _CREDIT) >= 0:
        return None
    source = phrases.whole_phrase(words, dash + 1, min(len(words), dash + _CREDIT))
    return Attribution(source, -1, "dash", 0.85) if source else None


def _passive(words: Sequence[Word], cue: int) -> bool:
    """Whether a passive leads up to the quotation, and "by" tells who says it: "was called “…” by Lee"."""
    if cue > 1 and words[cue].low == "to":
        cue -= 1  # "was told to “smile” by Lee"
    return cue > 0 and words[cue].low in cue_forms() and words[cue - 1].low in PASSIVE


def _credited(words: Sequence[Word], first: int) -> Attribution | None:
    """“…,” according to the report; “…,” by Ann Lee, of a headline or a title with its author."""
    low = words[first].low
    start = first + 2 if low == "according" else first + 1
    if low == "by" and not (start < len(words) and words[start].text[:1].isupper()):
        return None
    source = phrases.whole_phrase(words, start, min(len(words), start + 20))
    if source is None:
        return None
    return (
        Attribution(source, -1, "by", 0.75)
        if low == "by"
        else Attribution(source, first, "according to", 0.96)
    )


def _subject_first(words: Sequence[Word], tail: _Tail) -> Attribution | None:
    """“…,” Lee said, with whatever stands between the two."""
    first = tail.first
    if words[first].low == "that" and not tail.comma:
        return None  # "“…” that the plan would fail, said Lee": the clause goes on
    if not (
        phrases.starts_phrase(words[first])
        or phrases.bare_plural(words, first)
        or phrases.modifies_name(words, first)
    ):
        past = words[first].low.endswith("ed") or words[first].low in PASTS
        return _unknown_verb(words, tail) if past else None
    cue = _later_cue(words, first, _CLAUSE)
    if cue < 0:
        return _unknown_verb(words, tail)
    if tail.crossed and cue - first > _CROSSING:
        return None
    source = subjects.before(words, cue)
    if source is None or source.first < first:
        return None
    says = cue_forms()[words[cue].low][0] == "say"
    sure = 0.98 if says else 0.85
    if not says and not tail.comma and tail.last not in ",?!—-–.":
        sure = 0.5
    return Attribution(source, cue, "quote, source, cue", sure - 0.1 if tail.crossed else sure)


def _unknown_verb(words: Sequence[Word], tail: _Tail) -> Attribution | None:
    """“…,” an angry Lee shot back: the comma or dash inside announces an attribution, whatever its verb."""
    if not tail.opens or tail.last not in ",—–-!?":
        return None
    cried = tail.crossed or tail.last in "!?"
    first = words[tail.first]
    if first.text.islower() and (first.low.endswith("ed") or first.low in PASTS) and tail.last in ",!?":
        named = subjects.after(words, tail.first)  # “Mine,” cackled Lee
        if named is not None and words[named.last].text[:1].isupper():
            return Attribution(named, tail.first, "quote, source", 0.85)
    source = phrases.whole_phrase(words, tail.first, len(words))
    if source is None:
        return None
    source = _name_only(words, source)
    verb = source.last + 1
    if verb >= len(words) or not words[verb].text.islower():
        return None
    if cried and not (words[verb].low.endswith("ed") and verb + 1 - tail.first <= _CROSSING):
        return None
    ends = verb + 1 >= len(words) or words[verb + 1].low in (STOP, ".", ",")
    if cried and not tail.crossed and not ends:
        return None  # “Jaws!” the boy watched with his father
    return Attribution(source, verb, "quote, source", 0.85)


def _name_only(words: Sequence[Word], source: Phrase) -> Phrase:
    """The name at the head of a source, where an unknown verb was taken for its last word ("Lee siad")."""
    last = source.first
    while last < source.last and words[last + 1].text[:1].isupper():
        last += 1
    if any(word.text[:1].isupper() for word in words[last + 1 : source.last + 1]):
        return source  # "Texas delegate Ann Lee"
    return Phrase(source.first, last) if words[source.first].text[:1].isupper() else source


def trailing(words: Sequence[Word], first: int) -> Attribution | None:
    """An attribution that closes a sentence which the quotation only opened: "…" for the town, said Lee."""
    forms = cue_forms()
    said = False
    for index in range(first, min(len(words) - 1, first + _REACH)):
        low = words[index].low
        if low == STOP:
            break
        said = said or forms.get(low, ("", ""))[0] == "say"
        if low == "," and words[index + 1].low == "according" and index + 3 < len(words) and not said:
            source = phrases.whole_phrase(words, index + 3, len(words))
            return Attribution(source, index + 1, "according to", 0.85) if source else None
        if low == "," and forms.get(words[index + 1].low, ("", ""))[1] == "finite":
            source = subjects.after(words, index + 1)
            if source and source.last + 1 < len(words) and words[source.last + 1].low in (".", ",", STOP):
                return Attribution(source, index + 1, "quote, cue, source", 0.9)
        if low in forms and forms[low] == ("say", "finite") and words[index].text.islower():
            source = subjects.before(words, index)
            if source and source.first > first and words[source.first - 1].low in (",", QUOTE):
                return Attribution(source, index, "quote, source, cue", 0.9)
    return None


def _later_cue(words: Sequence[Word], first: int, reach: int) -> int:
    """The first cue verb within reach in the same sentence, or -1; one behind "who" is not the main one."""
    forms = cue_forms()
    backup = -1
    for index in range(first, min(len(words), first + reach)):
        low = words[index].low
        if low in (STOP, QUOTE, ";", ":"):
            break
        if (
            low in forms
            and words[index].text.islower()
            and forms[low][1] != "ing"
            and phrases.is_cue(words, index)
        ):
            if words[index - 1].low in ("who", "which", "that") and backup < 0:
                backup = index
                continue
            if forms[low][0] == "say":
                return index
            if backup < 0:
                backup = index
    return backup
