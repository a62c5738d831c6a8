"""Gathers, for each quotation, everyone who may have said it, with what speaks for each of them."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from verify.lexicon.cues import cue_forms
from verify.lexicon.grammar import PRONOUNS
from verify.mark import phrases, subjects
from verify.mark.attribution import Attribution, inner_end
from verify.mark.narration import QUOTE, STOP, Paragraph, Word
from verify.mark.phrases import Phrase
from verify.mark.proposals import proposals, statements
from verify.model.marks import Quotation

_LAST = {0: "spoke before in the paragraph", 1: "spoke in the paragraph before"}
_COMMON = frozenset("said says told added wrote asked tweeted called according".split())
_SHORT, _MIDDLING = 3, 8
_BEFORE, _AFTER = 12, 6
_SIGNED = 6.0
_CHAINED = 4.0
_CARRIED = 2.0
_PLAIN = frozenset(("dash", "label"))
"""Layouts that name the speaker outright; too rare in the training copy for their weight to be learnt."""
_LONGEST_SIGNATURE = 16


@dataclass(slots=True)
class Candidate:
    """A possible source of one quotation: its words in a paragraph's narration, and the evidence for it.

    `why` names the first pattern that proposed it; `features` is what the ranker weighs, on top of `prior`,
    the log odds that the pattern itself gives.
    """

    paragraph: Paragraph
    source: Phrase
    cue: int
    why: str
    features: list[str] = field(default_factory=list)
    prior: float = 0.0


class Choice(NamedTuple):
    """The source chosen for a quotation of paragraph `number`, as later quotations see it."""

    paragraph: Paragraph
    source: Phrase
    cue: int
    number: int


class Stage:
    """The paragraphs of an article in its narrator's words, and who says something in each of them."""

    def __init__(self, paragraphs: Sequence[Paragraph], text: str) -> None:
        self.paragraphs = paragraphs
        self.text = text
        self._said: dict[tuple[int, bool], list[Attribution]] = {}
        self._counts: dict[tuple[int, str], list[int]] = {}

    def said(self, number: int, *, strict: bool = True) -> list[Attribution]:
        """The statements of a paragraph, found once."""
        key = (number, strict)
        if key not in self._said:
            words = self.paragraphs[number].words
            self._said[key] = statements(words, strict=strict)
        return self._said[key]

    def near(self, number: int, at: int, *, strict: bool) -> list[Attribution]:
        """The statements of a paragraph around words[at]; a long one has more than a reader keeps in mind."""
        said = self.said(number, strict=strict)
        middle = bisect_left(said, at, key=lambda found: found.cue)
        return said[max(0, middle - _BEFORE) : middle + _AFTER]

    def count(self, number: int, low: str, first: int, end: int) -> int:
        """How often `low` stands in words[first:end] of a paragraph; sums are kept, so it costs nothing."""
        sums = self._counts.get((number, low))
        if sums is None:
            words = self.paragraphs[number].words
            sums = [0, *accumulate(word.low == low for word in words)]
            self._counts[number, low] = sums
        return sums[end] - sums[first] if end > first else 0


class Scene(NamedTuple):
    """Where a quotation stands: on which stage, in which paragraph, and where among its words."""

    stage: Stage
    number: int
    at: int
    quotation: Quotation

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph that holds the quotation."""
        return self.stage.paragraphs[self.number]


class _Gathering:
    """The candidates of one quotation; a source proposed twice stays one, with both reasons."""

    def __init__(self) -> None:
        self.found: dict[tuple[int, int], Candidate] = {}

    def add(self, home: Paragraph, source: Phrase, cue: int, why: str) -> Candidate:
        candidate = self.found.setdefault((home.block, source.last), Candidate(home, source, cue, why))
        candidate.features.append(f"by {why}")
        if candidate.cue < 0:
            candidate.cue = cue
        return candidate

    def add_subject(self, home: Paragraph, end: int, why: str) -> None:
        """The subject of the sentence that ends at words[end]."""
        source = subjects.clause_subject(home.words, end)
        if source is not None:
            self.add(home, source, -1, why)


def candidates(scene: Scene, last: Choice | None, chained: Choice | None) -> list[Candidate]:
    """The possible sources of the scene's quotation.

    `last` is the source chosen for the quotation before it, `chained` that of the one it carries on.
    """
    gathering = _Gathering()
    add = gathering.add
    paragraph = scene.paragraph
    words, at = paragraph.words, scene.at
    for rank, found in enumerate(proposals(words, at, scene.stage.text)):
        candidate = add(paragraph, found.source, found.cue, found.why)
        if rank == 0:
            candidate.prior = (
                _SIGNED if found.why in _PLAIN else math.log(found.confidence / (1 - found.confidence))
            )
            candidate.features += (f"first {found.why}", f"sure {round(found.confidence * 20)}")
    for strict in (True, False):
        for found in scene.stage.near(scene.number, at, strict=strict):
            add(paragraph, found.source, found.cue, _side(scene, found.cue))
    start = phrases.sentence_start(words, at)
    if start:
        gathering.add_subject(paragraph, start - 1, "subject of the sentence before")
    if chained is not None:
        add(*chained[:3], "the quotation carries on").prior += _CHAINED
    _from_before(gathering, scene)
    if last is not None:
        add(*last[:3], _LAST.get(scene.number - last.number, "spoke last"))
    if start == at and scene.number + 1 < len(scene.stage.paragraphs):
        after = scene.stage.paragraphs[scene.number + 1]
        signed = _signature(after)
        if signed is not None:
            add(after, signed, -1, "signature").prior = _SIGNED
        for found in scene.stage.said(scene.number + 1)[:1]:
            add(after, found.source, found.cue, "paragraph after")
    return list(gathering.found.values())


def _signature(paragraph: Paragraph) -> Phrase | None:
    """The name in a line that signs the quote above it: "— Ann Lee, of Springfield"."""
    words = paragraph.words
    if (
        len(words) < _SHORT
        or words[0].low not in ("-", "–", "—", "--", "―")
        or not words[1].text[:1].isupper()
    ):
        return None
    return phrases.whole_phrase(words, 1, len(words)) if len(words) < _LONGEST_SIGNATURE else None


def _side(scene: Scene, cue: int) -> str:
    """On which side of the quotation a cue of its paragraph stands, and how many sentences off."""
    low, high = sorted((cue, scene.at))
    stops = scene.stage.count(scene.number, STOP, low, high)
    side = "before" if cue < scene.at else "after"
    return f"says {side}" if stops == 0 else f"says {min(stops, 3)} sentences {side}"


def _from_before(gathering: _Gathering, scene: Scene) -> None:
    """The people of the paragraph before, and of the one before that."""
    alone = len(scene.paragraph.words) <= 2
    for back in range(1, min(2, scene.number) + 1):
        home = scene.stage.paragraphs[scene.number - back]
        words = home.words
        last = next((i for i in range(len(words) - 1, -1, -1) if words[i].low not in (STOP, QUOTE)), -1)
        if last < 0:
            continue
        where = "paragraph before" if back == 1 else "two paragraphs before"
        if words[last].low == ":" and back == 1:
            where = "before a colon"
        said = scene.stage.said(scene.number - back)
        for number, found in enumerate(reversed(said[-3:])):
            candidate = gathering.add(
                home, found.source, found.cue, where if number == 0 else f"{where}, earlier"
            )
            if number == 0 and back == 1 and alone:
                candidate.prior += _CARRIED
        if not said:
            for found in scene.stage.said(scene.number - back, strict=False)[-1:]:
                gathering.add(home, found.source, found.cue, f"{where}, not saying")
        gathering.add_subject(home, len(words) - 1, f"leads the {where}")


def describe(scene: Scene, found: Iterable[Candidate]) -> None:
    """Give each candidate the features that depend on where it and the quotation stand."""
    shape = _shape(scene)
    for candidate in found:
        features = candidate.features
        words, source, cue = candidate.paragraph.words, candidate.source, candidate.cue
        kind = _kind(words, source)
        reasons = [feature for feature in features if feature.startswith("by ")]
        features.append(f"kind {kind}")
        at_home = candidate.paragraph is scene.paragraph
        if at_home:
            features += _place(scene, source, shape[0], kind)
        else:
            features.append(f"away {shape[0]} {shape[1]}")
        if cue >= 0:
            features += _cue(words, source, cue, scene.at if at_home else None)
        before = words[source.first - 1].low if source.first else STOP
        features.append(f"after {before if before in _LEADS else 'other'}")
        for reason in reasons:
            features += (f"{reason} {shape[0]}", f"{reason} {shape[1]}", f"{reason} {kind}")
        if len(reasons) > 1:
            features.append(f"proposed {min(len(reasons), 4)} times")


def _place(scene: Scene, source: Phrase, around: str, kind: str) -> tuple[str, ...]:
    """Where a source of the quotation's own paragraph stands: on which side, how far, past what."""
    low, high = sorted((scene.at, source.first))
    stops = scene.stage.count(scene.number, STOP, low + 1, high)
    quotes = scene.stage.count(scene.number, QUOTE, low + 1, high)
    side = "L" if source.first < scene.at else "R"
    place = f"{side}{min(stops, 3)}q{min(quotes, 2)}"
    far = f"far {side}{min(stops, 1)} {_bucket(max(0, high - low - 1))}"
    return f"at {place}", f"at {place} {around}", f"at {place} {kind}", far


def _cue(words: Sequence[Word], source: Phrase, cue: int, at: int | None) -> Iterator[str]:
    """What the cue is, and how it stands to the source and to the quotation at words[at]."""
    low = words[cue].low
    strength, form = cue_forms().get(low, ("other", "other"))
    order = "sc" if source.first < cue else "cs"
    gap = abs(cue - source.last) if order == "sc" else abs(source.first - cue)
    yield f"cue {strength} {form} {order}"
    yield f"gap {min(gap, 4)}"
    if low in _COMMON:
        yield f"cue {low}"
    if at is not None:
        yield f"cue at {max(-9, min(9, cue - at))} {strength}"
    if cue and words[cue - 1].low in ("who", "which", "that"):
        yield "cue in a relative clause"


_LEADS = frozenset(
    (STOP, QUOTE, ",", "that", "and", "but", "said", "to", "by", "when", "as", "because", "if", "of")
)


def _kind(words: Sequence[Word], source: Phrase) -> str:
    """What sort of words the source is made of."""
    first, last = words[source.first], words[source.last]
    if first.low in PRONOUNS:
        return first.low if first.low in ("he", "she", "i", "we", "they", "it", "who") else "pronoun"
    if last.text[:1].isupper():
        return "name"
    if first.low in ("the", "a", "an"):
        return first.low
    return "capital" if first.text[:1].isupper() else "words"


def _bucket(distance: int) -> int:
    return distance if distance < 4 else 4 + min(distance // 5, 5)


def _shape(scene: Scene) -> tuple[str, str]:
    """How the quotation stands in its sentence, and how it is made."""
    words, at = scene.paragraph.words, scene.at
    before = words[at - 1].low if at else STOP
    after = words[at + 1].low if at + 1 < len(words) else STOP
    before = (
        before
        if before in (STOP, QUOTE, ",", ":", "that", "as", "the", "a", "is", "was", "of", "to")
        else "w"
    )
    after = after if after in (STOP, QUOTE, ",") else "w"
    end = inner_end(scene.stage.text, words[at])
    if after == "," and end.isalnum():
        # British copy sets the comma outside; it announces an attribution as much as one inside.
        end, after = ",", words[at + 2].low if at + 2 < len(words) else STOP
        after = after if after in (STOP, QUOTE) else "w"
    end = "," if end == "," else "." if end in ".?!…" else "w"
    inner = scene.stage.text[scene.quotation.start : scene.quotation.end].strip("“”\"‘’`' […")
    count = inner.count(" ") + 1
    size = "1" if count <= 1 else "s" if count <= _SHORT else "m" if count <= _MIDDLING else "l"
    capital = "C" if inner[:1].isupper() else "c"
    return f"{before}|{end}|{after}", f"{capital}{size}{end}"


def none_features(scene: Scene) -> list[str]:
    """What speaks for the quotation having no speaker at all."""
    words, at = scene.paragraph.words, scene.at
    shape = _shape(scene)
    inner = scene.stage.text[scene.quotation.start : scene.quotation.end].strip("“”\"‘’' […,.")
    tokens = inner.split()
    titled = (
        bool(tokens) and len(tokens) > 1 and all(token[:1].isupper() or len(token) < 4 for token in tokens)
    )
    before = words[at - 1].low if at else STOP
    alone = len(words) <= 2
    carried = (
        alone
        and not scene.quotation.single
        and len(tokens) > _SHORT
        and scene.number > 0
        and bool(scene.stage.said(scene.number - 1))
    )
    return [
        "none", f"none {shape[0]}", f"none {shape[1]}", f"none titled {titled}",
        f"none single {scene.quotation.single}", f"none before {before if before in _TELLTALE else 'other'}",
        f"none alone {alone}",
        f"none carried {carried}",
    ]  # fmt: skip


_TELLTALE = frozenset(
    """called titled so-called dubbed word words phrase term book film song show movie album series on in
's ’s     the a an of for like known as entitled said says that is was : ,""".split()
)
