"""The mark "parsed": every sentence of an article as the parser sees it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from verify.mark.order import Marker
from verify.mark.sentences import ends
from verify.model.article import Article
from verify.model.marks import Sentence
from verify_stanza.pipeline import Parsed, pipeline
from verify_stanza.straight import straight
from verify_stanza.trees import Named, Node, Tree

_WORDS = 120
"""A longer stretch without an end is cut: a parse takes time and memory by the square of its words."""
_PART = 20_000
"""Characters that are read at a time, so that a long text takes no more memory than a short one."""
_PATIENCE = 40.0


class Unit(tuple[int, int, int]):
    """Start, end and block of a stretch that is parsed by itself."""

    __slots__ = ()


def marker(folder: Path) -> Marker:
    """The marker that parses with the models of a folder."""

    def parsed(article: Article) -> tuple[Tree, ...]:
        """Every sentence of the article, in the order of the text."""
        reader = pipeline(folder)
        found: list[Tree] = []
        for part in _parts(units(article)):
            texts = [straight(article.text[start:end]) for start, end, _ in part]
            found += map(_tree, part, reader.read(texts))
        return tuple(found)

    return Marker("parsed", parsed, frozenset(("sentences",)), patience=_PATIENCE)


def units(article: Article) -> Iterator[Unit]:
    """The sentences of the article; one that quotes several is parsed sentence by sentence."""
    for sentence in article.sentences:
        for first, end in _pieces(sentence):
            yield Unit((sentence.tokens[first].start, sentence.tokens[end - 1].end, sentence.block))


def _pieces(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where the sentences inside a sentence begin and end, counted in its tokens."""
    tokens = list(sentence.tokens)
    first = index = 0
    while index < len(tokens):
        after = ends(tokens, index) if tokens[index].text[-1] in ".!?…" else 0
        if after:
            yield first, after
            first = index = after
        elif index - first >= _WORDS:
            yield first, index
            first = index
        else:
            index += 1
    if first < len(tokens):
        yield first, len(tokens)


def _parts(found: Iterator[Unit]) -> Iterator[list[Unit]]:
    part: list[Unit] = []
    size = 0
    for unit in found:
        length = unit[1] - unit[0]
        if part and size + length > _PART:
            yield part
            part, size = [], 0
        part.append(unit)
        size += length
    if part:
        yield part


def _tree(unit: Unit, read: Parsed) -> Tree:
    start, end, block = unit
    nodes = tuple(
        Node(text, lemma, upos, relation, head, start + first, start + last)
        for text, lemma, upos, relation, head, first, last in read[0]
    )
    names = tuple(Named(start + first, start + last, kind) for first, last, kind in read[1])
    return Tree(start, end, block, nodes, names)
