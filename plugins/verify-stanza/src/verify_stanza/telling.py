"""What the parse says for and against a word as a cue, a source of it, and the words that it reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic

from verify.mark.narration import Word
from verify.mark.sources import contents as plain_contents
from verify.mark.sources import hearing as plain_hearing
from verify.mark.sources.contents import Content
from verify.mark.sources.hearing import Hearing, Load, Spot, Weigh
from verify_stanza.grammar import Complement, Grammar
from verify_stanza.sorts import sorts

_FRAME = (
    "nsubj",
    "csubj",
    "ccomp",
    "xcomp",
    "obj",
    "obl",
    "advcl",
    "mark",
    "aux",
    "cop",
    "acl",
    "nmod",
    "case",
    "det",
)


class Telling(Generic[Load]):
    """Reads a paragraph by its words and by its parse.

    `cue` and `content` make a load of features: the sum of their weights when marking, the features
    themselves when learning.
    """

    def __init__(self, grammar: Grammar, cue: Weigh[Load], content: Weigh[Load]) -> None:
        self._grammar = grammar
        self._cue: Weigh[Load] = cue
        self._content: Weigh[Load] = content

    def hearings(self, words: Sequence[Word], at: int) -> Sequence[Hearing]:
        """Everybody whose speech or thought words[at] may report, by the words or by the parse."""
        found = plain_hearing.hearings(words, at)
        known = {hearing.source.last for hearing in found}
        if words[at].low != ":":
            for subject in (*self._grammar.subjects(at), *self._grammar.agents(at)):
                source = subject.phrase
                if source.last not in known and not source.first <= at <= source.last:
                    known.add(source.last)
                    found.append(Hearing(at, source, "before" if source.last < at else "after"))
        return found

    def shared(self, words: Sequence[Word], seen: Spot) -> Load:
        """What speaks for and against a word as a cue, whoever the source is."""
        told: Load = plain_hearing.shared(words, seen, self._cue)
        return told + self._cue(list(self._of_spot(seen)))

    def describe(self, words: Sequence[Word], seen: Spot, hearing: Hearing) -> Load:
        """What speaks for and against one source of the cue."""
        told: Load = plain_hearing.describe(words, seen, hearing, self._cue)
        return told + self._cue(list(self._of_source(seen, hearing)))

    def contents(self, words: Sequence[Word], seen: Spot, hearing: Hearing) -> Iterator[Content[Load]]:
        """Every stretch that the cue may report: those of the patterns, and those of the parse."""
        complements = list(self._complements(hearing))
        met = set()
        for content in plain_contents.contents(words, seen, hearing, self._content):
            place = self._grammar.bare(content.first, content.last)
            met.add(place)
            features = list(self._of_content(seen, *place, complements))
            yield Content(content.first, content.last, content.load + self._content(features))
        for complement in complements:
            place = (complement.first, complement.last)
            if place not in met:
                met.add(place)
                features = ["parsed only", f"parsed only {complement.relation}"]
                features += self._of_content(seen, *place, complements)
                yield Content(*place, self._content(features))

    def _of_spot(self, seen: Spot) -> Iterator[str]:
        node = self._grammar.node(seen.at)
        if node is None:
            return
        above = self._grammar.above(seen.at)
        below = self._grammar.relations(seen.at)
        frame = "+".join(relation for relation in _FRAME if relation in below)
        for group in sorts(self._grammar.words[seen.at].low):
            yield f"sort {group}"
            yield f"sort {group} {node.upos} {node.relation}"
            yield f"sort {group} {frame}"
        yield f"tag {node.upos}"
        yield f"tag {node.upos} {seen.stem}"
        yield f"tied {node.relation}"
        yield f"tied {node.relation} {seen.strength}"
        yield f"tied {node.relation} {above.upos if above else ''}"
        yield f"frame {frame}"
        yield f"frame {frame} {seen.strength}"
        yield from (f"has {relation} {node.upos}" for relation in below)
        yield from (f"has {relation} {seen.stem}" for relation in below)
        yield from (f"lacks {relation} {seen.strength}" for relation in _FRAME[:5] if relation not in below)

    def _of_source(self, seen: Spot, hearing: Hearing) -> Iterator[str]:
        source = hearing.source
        ways = [
            subject.way
            for subject in (*self._grammar.subjects(seen.at), *self._grammar.agents(seen.at))
            if subject.phrase.first <= source.last and source.first <= subject.phrase.last
        ]
        way = ways[0] if ways else "none"
        yield f"subject {way}"
        yield f"subject {way} {hearing.way}"
        yield f"subject {way} {seen.strength}"
        head = self._grammar.heads(source)
        if head is not None:
            for group in sorts(head.text.lower()) if head.upos == "NOUN" else ():
                yield f"source sort {group}"
                yield f"source sort {group} {seen.strength}"
            yield f"head {head.upos} {head.relation}"
            yield f"head {head.relation} {hearing.way}"

    def _complements(self, hearing: Hearing) -> Iterator[Complement]:
        low, high = hearing.source.first, hearing.source.last
        for one in self._grammar.complements(hearing.cue):
            if not (one.first <= hearing.cue <= one.last or (one.first <= high and low <= one.last)):
                yield one

    def _of_content(
        self, seen: Spot, first: int, last: int, complements: Sequence[Complement]
    ) -> Iterator[str]:
        crossings = min(3, self._grammar.crossings(first, last))
        yield f"ties {crossings}"
        yield f"ties {crossings} {seen.strength}"
        if not complements:
            yield "no complement"
            return
        near = max(complements, key=lambda one: _share(first, last, one))
        fits = f"{first == near.first} {last == near.last}"
        yield f"fits {fits}"
        yield f"fits {near.relation} {fits}"
        yield f"shares {int(4 * _share(first, last, near))} {near.relation}"
        yield f"fits {fits} {seen.strength} that {seen.that}"


def _share(first: int, last: int, one: Complement) -> float:
    """How much of two stretches they have in common."""
    both = min(last, one.last) - max(first, one.first) + 1
    return max(0, both) / (max(last, one.last) - min(first, one.first) + 1)
