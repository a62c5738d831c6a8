"""What the parser says of a sentence, as plain values with their places in the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Node(NamedTuple):
    """A word of a sentence: its tag, the word above it (an index, or -1), and how the two are tied."""

    text: str
    lemma: str
    upos: str
    relation: str
    head: int
    start: int
    end: int


class Named(NamedTuple):
    """A stretch of the text that the name tagger takes for a name, and of what."""

    start: int
    end: int
    kind: str


class Tree(NamedTuple):
    """A sentence as parsed: a sentence of the default marks, or one of several that it quotes."""

    start: int
    end: int
    block: int
    nodes: tuple[Node, ...]
    names: tuple[Named, ...] = ()

    def below(self, at: int) -> Iterator[int]:
        """The words right below a word."""
        return (index for index, node in enumerate(self.nodes) if node.head == at)

    def whole(self, at: int, without: Sequence[str] = ()) -> tuple[int, int]:
        """The first and the last word of all that hangs on a word, but for what is tied to it so."""
        return span(self.nodes, at, without)


def plain(relation: str) -> str:
    """A relation without what comes after its colon: "nsubj" of "nsubj:pass"."""
    return relation.partition(":")[0]


def span(nodes: Sequence[Node], at: int, without: Sequence[str] = ()) -> tuple[int, int]:
    """The first and the last word of all that hangs on a word, but for what is tied to it so."""
    below: dict[int, list[int]] = {}
    for index, node in enumerate(nodes):
        if node.head != at or plain(node.relation) not in without:
            below.setdefault(node.head, []).append(index)
    first = last = at
    waiting = [at]
    while waiting:
        for index in below.get(waiting.pop(), ()):
            first, last = min(first, index), max(last, index)
            waiting.append(index)
    return first, last
