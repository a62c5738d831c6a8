"""The mark "names": whom the copy names; the parse of the document has a vote where words leave it open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from verify.lexicon.cues import cue_forms
from verify.mark.names import named
from verify.mark.order import Marker
from verify.model.article import Article
from verify.model.marks import Mention
from verify_stanza.trees import Tree, plain

_PERSONAL = frozenset(("who", "whom", "whose"))
_OFTEN = 2
"""So many places of a document at which a lone word is tagged as a person make it one."""


class Evidence:
    """What the parse of a document says of the words that names are made of.

    The name tagger has one vote at each place; a word that speaks, or that a “who” takes up, has another.
    """

    def __init__(self, trees: Sequence[Tree]) -> None:
        self._proper: dict[int, int] = {}
        self._people: Counter[str] = Counter()
        self._others: Counter[str] = Counter()
        self._speaking: set[str] = set()
        for tree in trees:
            self._read(tree)

    def _read(self, tree: Tree) -> None:
        by_end = {node.end: node for node in tree.nodes}
        for name in tree.names:
            last = by_end.get(name.end)
            if last is not None:
                tally = self._people if name.kind == "person" else self._others
                tally[last.text] += 1
        for index, node in enumerate(tree.nodes):
            if node.upos == "PROPN":
                self._proper[node.start] = node.end
                if _acts_as_person(tree, index):
                    self._speaking.update(_chain(tree, index))

    def person(self, text: str, start: int, end: int) -> bool:
        """Whether text[start:end] is a person’s name by all that the document says."""
        words = text[start:end].split()
        last = words[-1]
        proper = self._proper.get(end - len(last), -1) == end
        people, others = self._people[last], self._others[last]
        if not proper or people <= others:
            return False
        return len(words) > 1 or people >= _OFTEN or last in self._speaking


def _acts_as_person(tree: Tree, index: int) -> bool:
    """Whether a proper noun says something, or is taken up by “who”."""
    node = tree.nodes[index]
    if plain(node.relation) == "nsubj" and node.head >= 0:
        verb = tree.nodes[node.head].text.lower()
        if cue_forms().get(verb, ("", ""))[0] == "say":
            return True
    clauses = [below for below in tree.below(index) if tree.nodes[below].relation == "acl:relcl"]
    return any(
        tree.nodes[word].text.lower() in _PERSONAL for clause in clauses for word in tree.below(clause)
    )


def _chain(tree: Tree, index: int) -> list[str]:
    """The words of a name: its head, and what is joined to it flatly."""
    below = (tree.nodes[one] for one in tree.below(index))
    return [tree.nodes[index].text, *(one.text for one in below if one.relation in ("flat", "flat:name"))]


def names(article: Article) -> tuple[Mention, ...]:
    """Every person, body and place named, in the order of the text."""
    evidence = Evidence(article.mark("parsed"))
    return named(article, lambda start, end: evidence.person(article.text, start, end))


MARKER = Marker("names", names, frozenset(("sentences", "quotations", "parsed")))
