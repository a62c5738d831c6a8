"""Ties each quotation to the cue and the source that its own paragraph gives it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from verify.lexicon.cues import PHRASAL, cue_forms
from verify.lexicon.grammar import PRONOUNS
from verify.mark import phrases, subjects
from verify.mark.narration import QUOTE, STOP, Paragraph, Word
from verify.mark.phrases import Phrase

_REACH = 45
_SURE = 0.9
_SILENT = frozenset("offer issu releas hop fear want expect consider hear pr lash point weigh invok addr".split())
"""Stems of verbs that put words in a mouth beside a quote, and tell of no speech without one."""
_PASSIVE = frozenset(("was", "were", "been", "being", "is", "are", "be"))
_DASHES = frozenset(("—", "–", "--", "-", "―", "~"))


class Attribution(NamedTuple):
    """A source for a quotation: its words and cue in a paragraph's narration, and how sure that is.

    `why` names the pattern that found it; `cue` is -1 where no word marks the speech.
    """

    source: Phrase
    cue: int
    why: str
    confidence: float


def proposals(words: Sequence[Word], at: int, text: str) -> list[Attribution]:
    """Every source that the patterns of attribution see for the quotation at words[at] in its own sentence.

    The patterns' own choice stands first; `confidence` is how far a pattern alone may be trusted.
    """
    right = _from_right(words, at, text)
    lefts = _from_left(words, at)
    left = max(lefts, key=lambda found: found.confidence, default=None)
    trailing = None
    if right is None and (left is None or left.confidence < _SURE):
        trailing = right = _trailing(words, at + 1)
    last = inner_end(text, words[at])
    others = [_loose_colon(words, at), _loose(words, at)]
    if right and left:
        first = right if last == "," or left.confidence < right.confidence else left
    else:
        first = right or left or others[0] or others[1]
    found = [first, right, *lefts, trailing, *others]
    return list(dict.fromkeys(proposal for proposal in found if proposal is not None))


def inner_end(text: str, quote: Word) -> str:
    """The last character of the words quoted, closing marks left out."""
    return text[quote.start : quote.end].rstrip("”\"’' ")[-1:]


def _from_right(words: Sequence[Word], at: int, text: str) -> Attribution | None:
    """The source after the quotation: "…," he said; "…," said Smith; "…" — Smith."""
    first = at + 1
    last = inner_end(text, words[at])
    crossed = False
    if first + 1 < len(words) and words[first].low == STOP and words[first + 1].low in _DASHES:
        # A letter or a list of voices: “…” ― Ann Lee
        source = phrases.whole_phrase(words, first + 2, min(len(words), first + 12))
        if source is not None and words[source.first].text[:1].isupper():
            return Attribution(source, -1, "dash", 0.9)
    if first < len(words) and words[first].low == STOP:
        # A question or an exclamation ends a sentence in form only: “Why?” Smith asked.
        if last not in "?!—-–,":
            return None
        crossed = True
        first += 1
    comma = False
    while first < len(words) and words[first].low in (",", ".", "...", "…"):
        comma = True
        first += 1
    if first >= len(words):
        return None
    word = words[first]
    if word.low in _DASHES and first + 1 < len(words):
        if words[first + 1].text[:1].isupper() and _later_cue(words, first + 1, 12) < 0:
            source = phrases.whole_phrase(words, first + 1, min(len(words), first + 12))
            return Attribution(source, -1, "dash", 0.85) if source else None
        first += 1
        word = words[first]
    if word.low in ("according", "per") and not crossed:
        start = first + 2 if word.low == "according" else first + 1
        source = phrases.whole_phrase(words, start, min(len(words), start + 20))
        return Attribution(source, first, "according to", 0.96) if source else None
    if word.low == "by" and not crossed and first + 1 < len(words) and words[first + 1].text[:1].isupper():
        # A headline or a title with its author: “…,” by Ann Lee
        source = phrases.whole_phrase(words, first + 1, min(len(words), first + 12))
        return Attribution(source, -1, "by", 0.75) if source else None
    if first < len(words) and words[first].low in ("as", "so"):
        first += 1
        if first >= len(words):
            return None
    forms = cue_forms()
    if words[first].low in forms and forms[words[first].low][1] == "finite" and words[first].low not in PHRASAL:
        source = subjects.after(words, first)
        if source and not crossed:
            return Attribution(source, first, "quote, cue, source", 0.97)
        return None
    if not (
        phrases.starts_phrase(words[first])
        or phrases.bare_plural(words, first)
        or phrases.modifies_name(words, first)
    ):
        return None
    cue = _later_cue(words, first, 30)
    if cue < 0:
        # “…,” an angry Lee shot back: the comma inside announces an attribution, whatever its verb.
        source = phrases.whole_phrase(words, first, len(words))
        opens = at == 0 or words[at - 1].low == STOP
        source = source and _name_only(words, source)
        if opens and last == "," and source is not None and not crossed and _verb_after(words, source) > 0:
            return Attribution(source, _verb_after(words, source), "quote, source", 0.85)
        return None
    if crossed and cue - first > 6:
        return None
    source = _subject_right(words, first, cue)
    if source is None:
        return None
    strength = forms[words[cue].low][0]
    sure = 0.98 if strength == "say" else 0.85
    if not comma and last not in ",?!—-–." and strength != "say":
        sure = 0.5
    if crossed:
        sure -= 0.1
    return Attribution(source, cue, "quote, source, cue", sure)


def _name_only(words: Sequence[Word], source: Phrase) -> Phrase:
    """The name at the head of a source, where an unknown verb was taken for its last word ("Lee siad")."""
    last = source.first
    while last < source.last and words[last + 1].text[:1].isupper():
        last += 1
    return Phrase(source.first, last) if words[source.first].text[:1].isupper() else source


def _verb_after(words: Sequence[Word], source: Phrase) -> int:
    """The word after a source, where it can be a verb, or -1."""
    index = source.last + 1
    return index if index < len(words) and words[index].text.islower() else -1


def _trailing(words: Sequence[Word], first: int) -> Attribution | None:
    """An attribution that closes a sentence which the quotation only opened: "…" for the town, said Lee."""
    forms = cue_forms()
    for index in range(first, min(len(words) - 1, first + _REACH)):
        low = words[index].low
        if low == STOP:
            break
        if low == "," and forms.get(words[index + 1].low, ("", ""))[1] == "finite":
            source = subjects.after(words, index + 1)
            if source and source.last + 1 < len(words) and words[source.last + 1].low in (".", ",", STOP):
                return Attribution(source, index + 1, "quote, cue, source", 0.9)
        if low in forms and forms[low] == ("say", "finite") and words[index].text.islower():
            source = subjects.before(words, index)
            if source and source.first > first and words[source.first - 1].low in (",", QUOTE):
                return Attribution(source, index, "quote, source, cue", 0.9)
    return None


def _subject_right(words: Sequence[Word], first: int, cue: int) -> Phrase | None:
    """The source between a quotation and its cue; it must reach from the one to the other."""
    source = subjects.before(words, cue)
    return source if source is not None and source.first >= first else None


def _later_cue(words: Sequence[Word], first: int, reach: int) -> int:
    """The first cue verb within reach in the same sentence, or -1; one behind "who" is not the main one."""
    forms = cue_forms()
    backup = -1
    for index in range(first, min(len(words), first + reach)):
        low = words[index].low
        if low in (STOP, QUOTE, ";", ":"):
            break
        if low in forms and words[index].text.islower() and forms[low][1] != "ing" and phrases.is_cue(words, index):
            if words[index - 1].low in ("who", "which", "that") and backup < 0:
                backup = index
                continue
            if forms[low][0] == "say":
                return index
            if backup < 0:
                backup = index
    return backup


def _from_left(words: Sequence[Word], at: int) -> list[Attribution]:
    """The sources before the quotation: Smith said: “…”; he called it “…”; according to Smith, “…”.

    Of several cues the nearest counts most, but one that only tells what its subject thinks or does
    gives way to a verb of saying further out ("Smith said he felt “sure”").
    """
    forms = cue_forms()
    found: list[Attribution] = []
    for index in range(at - 1, max(-1, at - _REACH), -1):
        low = words[index].low
        if low == STOP:
            break
        if low == ":" and index == at - 1:
            labelled = _label(words, index)
            if labelled is not None:
                return [labelled]
        proposal: Attribution | None = None
        if low in ("to", "by") and index and words[index - 1].low in ("according", "quoted"):
            source = phrases.whole_phrase(words, index + 1, at)
            proposal = Attribution(source, index - 1, "according to", 0.93) if source else None
        elif low in forms and words[index].text.islower() and phrases.is_cue(words, index):
            proposal = _cue_left(words, index, at)
        if proposal is not None:
            found.append(proposal)
    return found


def _cue_left(words: Sequence[Word], index: int, at: int) -> Attribution | None:
    """What the cue words[index] says of the quotation at words[at] to its right."""
    source = _subject_left(words, index, at)
    if source is None:
        return None
    strength, form = cue_forms()[words[index].low]
    distance = at - index
    sure = 0.96 if strength == "say" else 0.93
    if words[at - 1].low == ":":
        sure += 0.02
    if form != "finite":
        sure -= 0.03
    pronoun = words[source.first].low in PRONOUNS
    if strength != "say" and pronoun:
        sure -= 0.08
    if pronoun and _told_before(words, source.first):
        # "Lee said she recalled thinking “…”": it is Lee who says it.
        sure -= 0.08
    if words[index - 1].low in ("who", "which", "that") or (form == "ing" and strength != "say" and _reduced(words, index)):
        sure -= 0.1
    sure -= 0.01 * max(0, distance - 5)
    return Attribution(source, index, "source, cue, quote", max(sure, 0.5))


def _told_before(words: Sequence[Word], pronoun: int) -> bool:
    """Whether a verb of saying stands just before the pronoun, which then only takes up its subject."""
    forms = cue_forms()
    return any(
        forms.get(words[index].low) == ("say", "finite") and words[index].text.islower()
        for index in range(max(0, pronoun - 3), pronoun)
    )


def _reduced(words: Sequence[Word], index: int) -> bool:
    """Whether a participle belongs to the noun before it ("tweets accusing her") and not to the subject."""
    return index > 0 and words[index - 1].low not in (",", "and", "by", "in", "for", "while", "before", "after", STOP)


def _subject_left(words: Sequence[Word], cue: int, at: int) -> Phrase | None:
    """The subject of a cue left of the quotation, inverted ("Said Smith: …") or passive ones too."""
    if cue == 0 or (words[cue - 1].low in (STOP, QUOTE) and cue_forms()[words[cue].low][1] == "finite"):
        inverted = subjects.after(words, cue)
        if inverted is not None and inverted.last < at:
            return inverted
    if cue and words[cue - 1].low in _PASSIVE and words[cue].low.endswith(("ed", "told", "said", "en")):
        if words[cue + 1].low == "by":
            return phrases.whole_phrase(words, cue + 2, at)
        if words[cue + 1].low not in ("as", "saying"):
            return None
    return subjects.before(words, cue)


def _label(words: Sequence[Word], colon: int) -> Attribution | None:
    """A label of a transcript or a Q&A: "SMITH: “…”" with nothing but a name before the colon."""
    first = colon
    while first > 0 and words[first - 1].low not in (STOP, "-", "–", "—", "--") and colon - first < 7:
        first -= 1
    if first == colon or (first > 0 and words[first - 1].low not in (STOP, "-", "–", "—", "--")):
        return None
    label = words[first:colon]
    if all(word.text[:1].isupper() or not word.text.isalpha() for word in label):
        return Attribution(Phrase(first, colon - 1), colon, "label", 0.9)
    return None


def _loose_colon(words: Sequence[Word], at: int) -> Attribution | None:
    """A name just before the colon that opens the quotation ("It does not surprise pollster Ann Lee: “…”")."""
    last = at - 2
    if at < 2 or words[at - 1].low != ":" or not words[last].text[:1].isupper():
        return None
    first = last
    while first > 0 and words[first - 1].text[:1].isupper():
        first -= 1
    return Attribution(Phrase(first, last), -1, "name before a colon", 0.7)


def _loose(words: Sequence[Word], at: int) -> Attribution | None:
    """No cue at all: the subject of the sentence, in doubt ("Smith is “a liar”")."""
    start = at
    while start > 0 and words[start - 1].low != STOP:
        start -= 1
    if start == at:
        return None
    source = subjects.clause_subject(words, at)
    if source is not None and words[at - 1].low == ":":
        return Attribution(source, at - 1, "subject of the sentence", 0.75)
    if source is None or words[source.first].low in ("it", "this", "that", "these", "there", "the", "a", "an"):
        return None
    if not (words[source.first].text[:1].isupper() or words[source.first].low in PRONOUNS):
        return None
    return Attribution(source, -1, "subject of the sentence", 0.35)


def statements(words: Sequence[Word], first: int, end: int, *, strict: bool = True) -> list[Attribution]:
    """Everyone who says something in the narration words[first:end], in order, quoted or not.

    Strictly that takes a verb of saying; otherwise a verb such as "praised" or "believes" will do.
    """
    forms = cue_forms()
    found = []
    for index in range(first, end):
        low = words[index].low
        if low not in forms or (strict and forms[low][0] != "say") or not words[index].text.islower():
            continue
        if low.rstrip("eds") in _SILENT:
            continue
        if not phrases.is_cue(words, index):
            continue
        source = subjects.before(words, index)
        if index and words[index - 1].low in (STOP, QUOTE, ","):
            source = subjects.after(words, index) or source
        if source is not None and source.first >= first:
            found.append(Attribution(source, index, "statement", 0.8))
    return found
