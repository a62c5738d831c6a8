"""Gathers, for each quotation, everyone who may have said it, with what speaks for each of them."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct

from verify.lexicon.cues import cue_forms
from verify.lexicon.grammar import DETERMINERS, PREPOSITIONS
from verify.mark.narration import QUOTE, STOP, Paragraph
from verify.mark.sources.attribution import Attribution, inner_end
from verify.mark.sources.proposals import proposals, statements
from verify.mark.sources.relayed import relayed
from verify.mark.syntax import phrases, subjects
from verify.mark.syntax.phrases import Phrase
from verify.model.marks import Quotation

_LAST = {0: "spoke before in the paragraph", 1: "spoke in the paragraph before"}
_SHORT = 3
_BEFORE, _AFTER = 12, 6
_SIGNED = 6.0
_CHAINED = 4.0
_CARRIED = 2.0
_ALONE = 2
"""The words of a paragraph that is nothing but a quotation: a place held, and the stop."""
_SURE = 0.95
"""A quotation with an attribution of its own this plain carries on no other, whatever its marks say."""
PLAIN = frozenset(("dash", "label", "participle, main clause"))
"""Layouts that name the speaker outright; too rare in the training copy for their weight to be learnt."""
_LONGEST_SIGNATURE = 16
_RELAYED = 5.0
"""How much more the nearest of several cues counts where it relays somebody’s words; set by hand."""
_ASKING, _LED = frozenset(("question", "asked", "asks")), 12
"""What may lead up to a question in a paragraph of its own, and how near it stands."""
_SHORT_QUESTION = 50
"""Letters of a question that somebody puts to whoever has just spoken ("Of what, then?")."""


class Candidate(Struct):
    """A possible source of one quotation: its words in a paragraph's narration, and the evidence for it.

    `why` names the first pattern that proposed it; `features` is what the ranker weighs, on top of `prior`,
    the log odds that the pattern itself gives.
    """

    paragraph: Paragraph
    source: Phrase
    cue: int
    why: str
    features: list[str] = []
    prior: float = 0.0


class Choice(Struct, frozen=True):
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
        self._said: dict[int, tuple[list[Attribution], list[Attribution]]] = {}
        self._counts: dict[tuple[int, str], list[int]] = {}

    def said(self, number: int, *, strict: bool = True) -> list[Attribution]:
        """Who says something in a paragraph, found once; loosely also who "praised" or "believes" it."""
        found = self._said.get(number)
        if found is None:
            words, forms = self.paragraphs[number].words, cue_forms()
            told = statements(words)
            found = ([one for one in told if forms[words[one.cue].low][0] == "say"], told)
            self._said[number] = found
        return found[0 if strict else 1]

    def near(self, number: int, at: int) -> list[Attribution]:
        """The statements of a paragraph around words[at]; a long one has more than a reader keeps in mind."""
        said = self.said(number, strict=False)
        middle = bisect_left(said, at, key=lambda found: found.cue)
        return said[max(0, middle - _BEFORE) : middle + _AFTER]

    def count(self, number: int, low: str, first: int, end: int) -> int:
        """How often `low` stands in words[first:end] of a paragraph; sums are kept, so it costs nothing."""
        sums = self._counts.get((number, low))
        if sums is None:
            words = self.paragraphs[number].words
            sums = [0, *accumulate([word.low == low for word in words])]
            self._counts[number, low] = sums
        return sums[end] - sums[first] if end > first else 0


class Scene(Struct, frozen=True):
    """Where a quotation stands: on which stage, in which paragraph, and where among its words."""

    stage: Stage
    number: int
    at: int
    quotation: Quotation

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph that holds the quotation."""
        return self.stage.paragraphs[self.number]

    @property
    def alone(self) -> bool:
        """Whether the paragraph is nothing but the quotation."""
        return len(self.paragraph.words) <= _ALONE

    @property
    def carried(self) -> bool:
        """Whether it may carry on what somebody says in the paragraph before, or before such as itself.

        A short question is more likely what the other one asks.
        """
        number = self.number - 1
        short = self.quotation.end - self.quotation.start < _SHORT_QUESTION
        if short and number >= 0 and inner_end(self.stage.text, self.paragraph.words[self.at]) == "?":
            return any(word.low in _ASKING for word in self.stage.paragraphs[number].words[-_LED:])
        while number > 0 and len(self.stage.paragraphs[number].words) <= _ALONE:
            number -= 1
        return self.alone and number >= 0 and bool(self.stage.said(number))


class _Gathering:
    """The candidates of one quotation; a source proposed twice stays one, with both reasons."""

    def __init__(self) -> None:
        self.found: dict[tuple[int, int], Candidate] = {}
        self._first: dict[tuple[int, int], Candidate] = {}

    def add(self, home: Paragraph, source: Phrase, cue: int, why: str) -> Candidate:
        opens, place = (home.block, source.first), (home.block, source.last)
        candidate = self.found.get(place)
        if candidate is None and (beside := self._first.get(opens)) is not None:
            short, whole = sorted((source, beside.source), key=lambda phrase: phrase.last)
            if short == whole or home.words[short.last + 1].low in PREPOSITIONS:
                beside.source = whole  # "a man in the second row" is "a man" too
                candidate = beside
        if candidate is None:
            candidate = Candidate(home, source, cue, why)
            self.found[place] = candidate
            self._first.setdefault(opens, candidate)
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
    plain = False
    proposed = proposals(words, at, scene.stage.text)
    relay = relayed(words, at, proposed)
    for rank, found in enumerate(proposed):
        plain = plain or (found.why.startswith("quote, ") and found.confidence >= _SURE)
        candidate = add(paragraph, found.source, found.cue, found.why)
        if max(candidate.cue, candidate.source.last) < phrases.relative_subject(words, found.cue) < at:
            candidate.cue = found.cue  # "said Lee, who added that there were “…”": the cue nearest to it
        if found is relay:
            candidate.prior += _RELAYED
        if rank == 0:
            candidate.prior += (
                _SIGNED if found.why in PLAIN else math.log(found.confidence / (1 - found.confidence))
            )
            candidate.features += (f"first {found.why}", f"sure {round(found.confidence * 20)}")
    for found in scene.stage.near(scene.number, at):
        add(paragraph, found.source, found.cue, _side(scene, found.cue))
    start = phrases.sentence_start(words, at)
    if start:
        gathering.add_subject(paragraph, start - 1, "subject of the sentence before")
    if chained is not None:
        carried = add(chained.paragraph, chained.source, chained.cue, "the quotation carries on")
        carried.prior += 0.0 if plain else _CHAINED
    _from_before(gathering, scene)
    if last is not None:
        why = _LAST.get(scene.number - last.number, "spoke last")
        spoke = add(last.paragraph, last.source, last.cue, why)
        if scene.carried and last.number == scene.number - 1 and not scene.stage.said(last.number):
            spoke.prior += _CARRIED
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
        or words[1].low in DETERMINERS
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
    alone = scene.alone
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
