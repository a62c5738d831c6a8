"""The mark "quotes": who said what, chosen by what words and parse say of everybody who may have."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from verify.lexicon.cues import cue_forms
from verify.mark.narration import Paragraph
from verify.mark.order import Marker
from verify.mark.quotes import attributed
from verify.mark.sources.candidates import Candidate, Scene
from verify.mark.sources.ranker import Ranking, rank
from verify.model.article import Article
from verify.model.marks import Quote
from verify_stanza.grammar import Grammar
from verify_stanza.indirect import by_block
from verify_stanza.trees import Tree, plain

_DATA = Path(__file__).parent / "data"


@cache
def weights() -> dict[str, float]:
    """The weight of each feature (see data/README.md)."""
    loaded: dict[str, float] = json.loads((_DATA / "ranker.json").read_bytes())
    return loaded


class Teller:
    """Gives the possible sources of a quotation the features of their parse."""

    def __init__(self, trees: Sequence[Tree]) -> None:
        self._trees = by_block(trees)
        self._grammars: dict[int, Grammar] = {}

    def tell(self, scene: Scene, found: list[Candidate]) -> None:
        """Add to each candidate what the parse says of it."""
        for candidate in found:
            grammar = self._grammar(candidate.paragraph)
            features = list(_features(grammar, candidate))
            if candidate.paragraph is scene.paragraph:
                features += [f"{feature} at home" for feature in features]
                features += _tied(grammar, candidate, scene.at)
            candidate.features += features

    def _grammar(self, paragraph: Paragraph) -> Grammar:
        found = self._grammars.get(paragraph.block)
        if found is None:
            found = Grammar(paragraph.words, self._trees.get(paragraph.block, ()))
            self._grammars[paragraph.block] = found
        return found


def _features(grammar: Grammar, candidate: Candidate) -> Iterator[str]:
    source, cue = candidate.source, candidate.cue
    head = grammar.heads(source)
    if head is not None:
        yield f"parsed head {head.upos} {plain(head.relation)}"
    if cue < 0:
        return
    ways = [
        subject.way
        for subject in (*grammar.subjects(cue), *grammar.agents(cue))
        if subject.phrase.first <= source.last and source.first <= subject.phrase.last
    ]
    strength = cue_forms().get(candidate.paragraph.words[cue].low, ("other", ""))[0]
    way = ways[0] if ways else "other" if next(grammar.subjects(cue), None) else "none"
    yield f"parsed subject {way}"
    yield f"parsed subject {way} {strength}"


def _tied(grammar: Grammar, candidate: Candidate, at: int) -> Iterator[str]:
    """Which verb a source of the quotation's own paragraph is the subject of, and how far off that stands."""
    words = candidate.paragraph.words
    verb = grammar.governor(candidate.source)
    if verb < 0:
        yield "parsed verb none"
        return
    low = words[verb].low
    strength = cue_forms().get(low, ("other", ""))[0]
    yield f"parsed verb {strength}"
    yield f"parsed verb {strength} {max(-5, min(5, verb - at))}"
    yield f"parsed verb {verb == candidate.cue} {strength}"


def quotes(article: Article) -> tuple[Quote, ...]:
    """Every outermost quotation, in the order of the text, with its speaker."""
    teller = Teller(article.mark("parsed"))

    def choose(scene: Scene, found: list[Candidate], none: list[str]) -> Ranking:
        teller.tell(scene, found)
        return rank(found, none, weights())

    return attributed(article, choose)


_NEEDS = frozenset(("sentences", "quotations", "narration", "names", "people", "parsed"))
MARKER = Marker("quotes", quotes, _NEEDS)
