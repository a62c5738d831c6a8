"""The source that stands before a quotation: Lee said: “…”; he called it “…”; according to Lee, “…”."""

from __future__ import annotations

from collections.abc import Sequence

from verify.lexicon.cues import cue_forms
from verify.lexicon.grammar import BOUNDARIES, OWNERS, PASSIVE, PRONOUNS
from verify.mark.narration import QUOTE, STOP, Word
from verify.mark.sources.attribution import Attribution, inner_end, told_before
from verify.mark.sources.owned import owned
from verify.mark.syntax import appositions, phrases, subjects
from verify.mark.syntax.phrases import Phrase

_REACH, _CLAUSE = 45, 20
_CREDITS = frozenset(
    (("according", "to"), ("quoted", "by"), ("words", "of"), ("view", "of"), ("opinion", "of"))
)
_PLAIN = 0.94
LISTENED = frozenset("told tells tell telling asked asks asking assured informed reminded".split())
"""Verbs whose next name is whom one speaks to: "Lee, the counsel, asked Pam Holt: …"."""
_DUBBED = frozenset("dubbed called labeled labelled termed branded".split())
_INTRODUCING = frozenset("after before by while when in without despite".split())


def before_quote(words: Sequence[Word], at: int) -> list[Attribution]:
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
        if index and (words[index - 1].low, low) in _CREDITS and not _as_saying(words, index, at):
            if any(said.confidence >= _PLAIN for said in found):
                continue  # "According to the agency, the minister said “…”": the minister speaks
            source = _credited(words, index, at)
            proposal = Attribution(source, index - 1, "according to", 0.93) if source else None
        elif low in forms and _is_verb(words, index) and phrases.is_cue(words, index):
            proposal = _cue_left(words, index, at)
            if proposal is not None and _in_passing(words, proposal):
                continue
        if proposal is not None:
            found.append(proposal)
    owner = owned(words, at)
    return [owner, *found] if owner is not None else found


def _credited(words: Sequence[Word], credit: int, at: int) -> Phrase | None:
    """Who is credited: the name in "in the words of its leader, Ann Lee, “…”"; nobody in an aside."""
    source = phrases.whole_phrase(words, credit + 1, at)
    if source is None:
        return None
    aside = next((i for i in range(source.last + 1, at - 1) if words[i].low == ","), -1)
    if aside > 0 and words[aside + 1].low == "that":
        return None  # "who told them, according to the notes, that it was “…”"
    return appositions.named_behind(words, source) or source


def _is_verb(words: Sequence[Word], index: int) -> bool:
    """Whether a form of a cue is no name: in lower case, or at the head of its sentence ("Said Lee: …")."""
    return words[index].text.islower() or index == 0 or words[index - 1].low == STOP


def _cue_left(words: Sequence[Word], index: int, at: int) -> Attribution | None:
    """What the cue words[index] says of the quotation at words[at] to its right."""
    source = _subject_left(words, index, at)
    if source is None:
        return None
    strength, form = cue_forms()[words[index].low]
    distance = at - _taken_up(words, index, at)
    sure = 0.96 if strength == "say" else 0.93
    if words[at - 1].low == ":":
        sure += 0.02
    if form != "finite":
        sure -= 0.03
    elif words[index].low in subjects.QUOTING and _as_saying(words, index + 1, at):
        sure += 0.02
    pronoun = words[source.first].low in PRONOUNS
    if strength != "say" and pronoun:
        sure -= 0.08
    if pronoun and told_before(words, source.first):
        # "Lee said she recalled thinking “…”": it is Lee who says it.
        sure -= 0.08
    if words[index - 1].low in ("who", "which", "that") or (
        form == "ing" and strength != "say" and _reduced(words, index)
    ):
        sure -= 0.1
    sure -= 0.01 * max(0, distance - 5)
    return Attribution(source, index, "source, cue, quote", max(sure, 0.5))


def _in_passing(words: Sequence[Word], found: Attribution) -> bool:
    """Whether the attribution only compares: "…, as some have proposed, but …"."""
    first, behind = found.source.first, words[found.cue + 1].low
    return first > 1 and words[first - 1].low == "as" and words[first - 2].low == "," and behind == ","


def _taken_up(words: Sequence[Word], cue: int, at: int) -> int:
    """The last place that stands for the cue: of "said that …, and that …" the second "that"."""
    inside = range(at - 1, cue + 1, -1)
    return next((i for i in inside if words[i].low == "that" and words[i - 1].low == "and"), cue)


def _reduced(words: Sequence[Word], index: int) -> bool:
    """Whether a participle belongs to the noun before it ("tweets accusing her") and not to the subject."""
    return index > 0 and words[index - 1].low not in (
        ",",
        "and",
        "by",
        "in",
        "for",
        "while",
        "before",
        "after",
        STOP,
    )


def _subject_left(words: Sequence[Word], cue: int, at: int) -> Phrase | None:
    """The subject of a cue left of the quotation, inverted ("Said Smith: …") or passive ones too."""
    if cue == 0 or (words[cue - 1].low in (STOP, QUOTE) and cue_forms()[words[cue].low][1] == "finite"):
        inverted = subjects.after(words, cue)
        if inverted is not None and inverted.last < at:
            return inverted
    inverts = cue_forms()[words[cue].low] == ("say", "finite") and words[cue].low not in LISTENED
    if cue and words[cue - 1].low == "," and inverts and words[cue + 1].low not in OWNERS:
        # "The trouble, says Ann Lee, a pilot, is that it was “…”"
        aside = subjects.after(words, cue)
        if aside is not None and aside.last + 1 < at and words[aside.last + 1].low in (",", ":"):
            return aside
    if cue and words[cue - 1].low == "," and cue + 1 == at and words[cue].low in _DUBBED:
        return None  # "The tool, dubbed “the claw,” broke": nobody says who calls it so
    if cue and words[cue - 1].low in PASSIVE and words[cue].low.endswith(("ed", "told", "said", "en")):
        if words[cue + 1].low == "by":
            return appositions.agent(words, cue, at)
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
    if label[0].low in cue_forms() or any(
        word.low in cue_forms() and word.text.islower() and phrases.is_cue(words, index)
        for index, word in enumerate(label, first)
    ):
        return None  # "Said Lee: …", "Lee told the Mail: …"
    named = all(word.text[:1].isupper() or not word.text.isalpha() for word in label)
    if named or (label[-1].text[:1].isupper() and phrases.modifies_name(words, first + 1)):
        return Attribution(Phrase(first, colon - 1), colon, "label", 0.9)
    return None


def colon_name(words: Sequence[Word], at: int) -> Attribution | None:
    """A name just before the colon that opens the quotation ("no surprise to pollster Ann Lee: “…”")."""
    last = at - 2
    if at < 2 or words[at - 1].low != ":" or not words[last].text[:1].isupper():
        return None
    first = last
    while first > 0 and words[first - 1].text[:1].isupper():
        first -= 1
    verb = first - 2 if first > 1 and words[first - 1].low in ("the", "a") else first - 1
    if verb >= 0 and words[verb].low in cue_forms() and words[verb].text.islower():
        return None  # "Lee told the Mail: …": whom one tells does not speak
    return Attribution(Phrase(first, last), -1, "name before a colon", 0.85)


def _as_saying(words: Sequence[Word], credit: int, at: int) -> bool:
    """Whether the credit is part of "was quoted by the paper as saying", which makes nobody of the paper."""
    return words[credit - 1].low == "quoted" and any(
        words[index].low == "as" and words[index + 1].low == "saying" for index in range(credit, at - 1)
    )


def participle(words: Sequence[Word], at: int, text: str) -> Attribution | None:
    """The subject of the main clause behind a participle: "Calling it “a disgrace,” Lee voted no"."""
    start = phrases.sentence_start(words, at)
    cue = start + 1 if words[start].low in _INTRODUCING else start
    if cue >= at or at - cue > _CLAUSE or cue_forms().get(words[cue].low, ("", ""))[1] != "ing":
        return None
    first = at + 1
    if inner_end(text, words[at]) != ",":
        first = 1 + next((i for i in range(first, min(len(words), at + _CLAUSE)) if words[i].low == ","), -2)
    if not 0 < first < len(words) or not phrases.starts_phrase(words[first]):
        return None
    source = phrases.whole_phrase(words, first, len(words))
    return Attribution(source, cue, "participle, main clause", 0.93) if source is not None else None


def _last_clause(words: Sequence[Word], at: int) -> Phrase | None:
    """The pronoun that leads the clause before a colon: "…, so I had to change my answer: “…”"."""
    for index in range(at - 2, max(0, at - _CLAUSE), -1):
        if words[index].low in (STOP, QUOTE):
            break
        if words[index].low in PRONOUNS and words[index - 1].low in BOUNDARIES:
            return Phrase(index, index)
    return None


def sentence_subject(words: Sequence[Word], at: int) -> Attribution | None:
    """No cue at all: the subject of the sentence, in doubt ("Smith is “a liar”")."""
    if phrases.sentence_start(words, at) == at:
        return None
    source = subjects.clause_subject(words, at)
    nearer = (_last_clause(words, at) or source) if words[at - 1].low == ":" else None
    if nearer is not None and words[nearer.first].low != "it":
        return Attribution(nearer, at - 1, "subject of the sentence", 0.75)
    if source is None or words[source.first].low in (
        "it",
        "this",
        "that",
        "these",
        "there",
        "the",
        "a",
        "an",
    ):
        return None
    if not (words[source.first].text[:1].isupper() or words[source.first].low in PRONOUNS):
        return None
    return Attribution(source, -1, "subject of the sentence", 0.35)
