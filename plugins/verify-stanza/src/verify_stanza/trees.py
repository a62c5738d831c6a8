"""What the parser says of a sentence, as plain values with their places in the text."""

from __future__ import annotations

from collections.abc import Iterator
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


def plain(relation: str) -> str:
    """A relation without what comes after its colon: "nsubj" of "nsubj:pass"."""
    return relation.partition(":")[0]
