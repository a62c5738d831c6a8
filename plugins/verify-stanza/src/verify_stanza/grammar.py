"""The narration of a paragraph and the parse of its sentences, laid side by side."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verify.lexicon.grammar import JOINERS
from verify.mark.narration import QUOTE, STOP, Word
from verify.mark.syntax.phrases import Phrase
from verify_stanza.trees import Node, Tree, plain

_SUBJECTS = frozenset(("nsubj", "csubj"))
_SHARING = frozenset(("conj", "xcomp", "advcl", "parataxis", "ccomp", "acl"))
"""How a verb may hang on another whose subject it shares, where it has none of its own."""
_LOOSE = frozenset(("acl", "appos", "parataxis", "punct", "dep", "advcl", "discourse", "vocative"))
"""What hangs on a noun without being part of its name."""
_SAID_BESIDES = frozenset(("acl", "parataxis", "advcl", "dep"))
"""What hangs on a speaker, and tells more than who it is."""
_LONGEST = 40
_CLAUSES = ("ccomp", "xcomp", "csubj", "obj", "advcl", "acl", "obl", "nmod")
_UP = 6


class Subject(NamedTuple):
    """The words that name the subject of a verb, and by which way the parse leads to them."""

    phrase: Phrase
    way: str


class Complement(NamedTuple):
    """Words that a verb reports, words[first] up to and with words[last], and how they hang on it."""

    first: int
    last: int
    relation: str


class Grammar:
    """What the parser tells of the words of a paragraph's narration.

    Words stand for nodes by their places in the text; those inside a quotation all stand for its place held.
    """

    def __init__(self, words: Sequence[Word], trees: Sequence[Tree]) -> None:
        self.words = words
        self._nodes: list[Node] = []
        self._below: list[list[int]] = []
        for tree in trees:
            base = len(self._nodes)
            self._nodes += (
                node if node.head < 0 else node._replace(head=node.head + base) for node in tree.nodes
            )
        self._below = [[] for _ in self._nodes]
        for index, node in enumerate(self._nodes):
            if node.head >= 0:
                self._below[node.head].append(index)
        self._word_of = self._words_of_nodes()
        self._node_of = self._nodes_of_words()
        self._reach: dict[int, tuple[int, int]] = {}

    def node(self, at: int) -> Node | None:
        """The node that words[at] stands for; of several the one that the others hang on."""
        index = self._node_of[at]
        return self._nodes[index] if index >= 0 else None

    def relations(self, at: int) -> list[str]:
        """How the words right below words[at] hang on it."""
        index = self._node_of[at]
        return [plain(self._nodes[below].relation) for below in self._below[index]] if index >= 0 else []

    def above(self, at: int) -> Node | None:
        """The node on which words[at] hangs."""
        node = self.node(at)
        return self._nodes[node.head] if node is not None and node.head >= 0 else None

    def subjects(self, at: int) -> Iterator[Subject]:
        """Whoever may be the subject of words[at], the likeliest first: its own, else one that it shares."""
        index = self._node_of[at]
        way = "own"
        for _ in range(_UP):
            if index < 0:
                return
            found = list(self._subjects_below(index))
            yield from (Subject(phrase, way) for phrase in found)
            node = self._nodes[index]
            relation = plain(node.relation)
            if found and way == "own" and relation not in ("xcomp", "advcl"):
                return
            if node.relation.startswith("acl") and node.head >= 0:
                phrase = self.phrase(node.head)
                if phrase is not None:
                    yield Subject(phrase, "owned" if way == "own" else f"owned {way}")
            if relation not in _SHARING:
                return
            way = relation if way == "own" else f"{way} {relation}"[:20]
            index = node.head

    def agents(self, at: int) -> Iterator[Subject]:
        """Whom words[at] names otherwise: "by Lee", "according to Lee", "Lee’s claim"."""
        index = self._node_of[at]
        for below in self._below[index] if index >= 0 else ():
            node = self._nodes[below]
            way = {"obl:agent": "agent", "nmod:poss": "owner", "obj": "object", "iobj": "object"}.get(
                node.relation
            )
            if way and (phrase := self.phrase(below)) is not None:
                yield Subject(phrase, way)

    def _subjects_below(self, index: int) -> Iterator[Phrase]:
        for below in self._below[index]:
            if plain(self._nodes[below].relation) in _SUBJECTS:
                phrase = self.phrase(below)
                if phrase is not None:
                    yield phrase

    def phrase(self, index: int, *, whole: bool = False) -> Phrase | None:
        """The noun phrase of a node, without or with what is said of it besides (appositions, clauses)."""
        first, last = self._span(index, frozenset() if whole else _LOOSE)
        low, high = self._word_of[first], self._word_of[last]
        if low < 0 or high < low:
            return None
        while high > low and not any(map(str.isalnum, self.words[high].text)):
            high -= 1
        return (
            None
            if any(word.low in (QUOTE, STOP) for word in self.words[low : high + 1])
            else Phrase(low, high)
        )

    def widened(self, phrase: Phrase) -> Phrase:
        """A source with all that the copy says of it: what it stands beside, and what stands beside it."""
        top = self._top(phrase)
        for _ in range(_UP):
            if top >= 0 and plain(self._nodes[top].relation) == "appos":
                top = self._nodes[top].head
        if top < 0:
            return phrase
        first, last = self._span(top, _SAID_BESIDES)
        low, high = self._word_of[first], self._word_of[last]
        if not 0 <= low <= phrase.first or high < phrase.last:
            return phrase
        low, high = self.bare(low, high)
        while low < phrase.first and self.words[low].low in JOINERS:
            low += 1
        split = any(word.low in (QUOTE, STOP) for word in self.words[low : high + 1])
        return phrase if split or high - low > _LONGEST else Phrase(low, high)

    def complements(self, at: int) -> Iterator[Complement]:
        """What words[at] may report: the clauses below it, or that on which it hangs ("…, Lee said")."""
        index = self._node_of[at]
        if index < 0:
            return
        for below in self._below[index]:
            relation = plain(self._nodes[below].relation)
            if relation in _CLAUSES or relation == "parataxis":
                yield from self._stretch(self._span(below, frozenset()), relation)
        node = self._nodes[index]
        if node.head >= 0 and plain(node.relation) in ("parataxis", "dep", "discourse", "advcl"):
            yield from self._around(index, f"above {plain(node.relation)}")
        if node.head >= 0 and node.relation == "case" and self._nodes[node.head].head >= 0:
            yield from self._around(node.head, "above case")

    def _around(self, index: int, relation: str) -> Iterator[Complement]:
        """The rest of what a node hangs on, before it and behind it."""
        first, last = self._span(self._nodes[index].head, frozenset())
        low, high = self._span(index, frozenset())
        if first < low:
            yield from self._stretch((first, low - 1), relation)
        if high < last:
            yield from self._stretch((high + 1, last), f"{relation} behind")

    def _stretch(self, span: tuple[int, int], relation: str) -> Iterator[Complement]:
        first, last = self._word_of[span[0]], self._word_of[span[1]]
        if first < 0 or last < first:
            return
        first, last = self.bare(first, last)
        if any(word.low in (QUOTE, STOP) for word in self.words[first : last + 1]):
            return
        yield Complement(first, last, relation)
        if self.words[first].low == "that" and last > first:
            yield Complement(first + 1, last, relation)

    def bare(self, first: int, last: int) -> tuple[int, int]:
        """A stretch of words without the punctuation around it."""
        while first < last and not any(map(str.isalnum, self.words[first].text)):
            first += 1
        while last > first and not any(map(str.isalnum, self.words[last].text)):
            last -= 1
        return first, last

    def crossings(self, first: int, last: int) -> int:
        """How many ties of the parse lead out of words[first..last]: one, where they hang together."""
        low, high = self.words[first].start, self.words[last].end
        ties = 0
        for at in range(first, last + 1):
            node = self.node(at)
            if node is None or node.relation == "punct":
                continue
            above = self._nodes[node.head] if node.head >= 0 else None
            ties += above is None or not low <= above.start < high
            ties += sum(
                not low <= self._nodes[below].start < high and self._nodes[below].relation != "punct"
                for below in self._below[self._node_of[at]]
            )
        return ties

    def _top(self, phrase: Phrase) -> int:
        """The node of a phrase that hangs on something outside it, or -1."""
        low, high = self.words[phrase.first].start, self.words[phrase.last].end
        for at in range(phrase.first, phrase.last + 1):
            index = self._node_of[at]
            if index >= 0:
                head = self._nodes[index].head
                if head < 0 or not low <= self._nodes[head].start < high:
                    return index
        return -1

    def heads(self, phrase: Phrase) -> Node | None:
        """The head of a phrase."""
        top = self._top(phrase)
        return self._nodes[top] if top >= 0 else None

    def _span(self, index: int, without: frozenset[str]) -> tuple[int, int]:
        """The first and the last node of all that hangs on one, but for what is tied to it so."""
        if not without and index in self._reach:
            return self._reach[index]
        first = last = index
        waiting = [below for below in self._below[index] if plain(self._nodes[below].relation) not in without]
        met = {index}
        while waiting:
            below = waiting.pop()
            if below in met:
                continue
            met.add(below)
            first, last = min(first, below), max(last, below)
            waiting += self._below[below]
        if not without:
            self._reach[index] = (first, last)
        return first, last

    def _words_of_nodes(self) -> list[int]:
        starts = [word.start for word in self.words if word.low != STOP]
        places = [at for at, word in enumerate(self.words) if word.low != STOP]
        found = []
        for node in self._nodes:
            at = bisect_right(starts, node.start) - 1
            inside = at >= 0 and node.start < self.words[places[at]].end
            found.append(places[at] if inside else -1)
        return found

    def _nodes_of_words(self) -> list[int]:
        """For each word the topmost of its nodes, or -1."""
        starts = [node.start for node in self._nodes]
        found = []
        for word in self.words:
            first = bisect_left(starts, word.start)
            if first and self._nodes[first - 1].end > word.start:
                first -= 1
            end = bisect_left(starts, word.end) if word.low not in (QUOTE, STOP) else first
            top = next((i for i in range(first, end) if not first <= self._nodes[i].head < end), -1)
            found.append(top)
        return found
