"""The mark "indirect": what is reported without quotation marks, by the words and by the parse."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

import msgspec

from verify.mark.narration import Paragraph, Word
from verify.mark.order import Marker
from verify.mark.sources.contents import Content
from verify.mark.sources.hearing import Hearing, Spot, Weigh
from verify.mark.syntax.phrases import Phrase
from verify.mark.told.reported import reported, total
from verify.model.article import Article
from verify.model.marks import Quote
from verify_stanza.grammar import Grammar
from verify_stanza.telling import Telling
from verify_stanza.trees import Tree

_DATA = Path(__file__).parent / "data"
_HOPELESS = -800
"""Much of the parse speaks against a word as a cue, and a plain source makes up for much."""
LEAST = 0.27
"""Below this a statement is left out; a little lower than by default: with the parse fewer are wrong."""


class Weights(NamedTuple):
    """What was learnt: the words that may be cues, and the weights of the features of cues and contents."""

    words: frozenset[str]
    cue: Weigh[int]
    content: Weigh[int]


@cache
def weights() -> Weights:
    """The weights that the plugin ships (see data/README.md)."""
    data = msgspec.json.decode((_DATA / "indirect.json").read_bytes())
    return Weights(frozenset(data["words"]), partial(total, data["cue"]), partial(total, data["content"]))


class Reading:
    """A paragraph as its words and its parse tell it, weighed with the weights of the plugin."""

    def __init__(self, grammar: Grammar) -> None:
        table = weights()
        self.known: Collection[str] = table.words
        self.least = LEAST
        self.hopeless = _HOPELESS
        self._grammar = grammar
        self._telling = Telling(grammar, table.cue, table.content)

    def hearings(self, words: Sequence[Word], at: int) -> Sequence[Hearing]:
        """Everybody whose speech or thought words[at] may report."""
        return self._telling.hearings(words, at)

    def shared(self, words: Sequence[Word], seen: Spot) -> int:
        """What speaks for and against a word as a cue, whoever the source is."""
        return self._telling.shared(words, seen)

    def describe(self, words: Sequence[Word], seen: Spot, hearing: Hearing) -> int:
        """What speaks for and against one source of the cue."""
        return self._telling.describe(words, seen, hearing)

    def contents(self, words: Sequence[Word], seen: Spot, hearing: Hearing) -> Iterable[Content[int]]:
        """Every stretch that the cue may report, with what speaks for it."""
        return self._telling.contents(words, seen, hearing)

    def whole(self, words: Sequence[Word], source: Phrase) -> Phrase:
        """A source with its appositions."""
        del words
        return self._grammar.widened(source)


def by_block(trees: Iterable[Tree]) -> dict[int, list[Tree]]:
    """The trees of each block."""
    found: dict[int, list[Tree]] = {}
    for tree in trees:
        found.setdefault(tree.block, []).append(tree)
    return found


def indirect(article: Article) -> tuple[Quote, ...]:
    """What the narration reports of somebody's words or thoughts, in the order of the text."""
    trees = by_block(article.mark("parsed"))

    def read(paragraph: Paragraph) -> Reading:
        return Reading(Grammar(paragraph.words, trees.get(paragraph.block, ())))

    return reported(article, read)


_NEEDS = frozenset(("sentences", "quotations", "narration", "names", "people", "quotes", "parsed"))
MARKER = Marker("indirect", indirect, _NEEDS)
