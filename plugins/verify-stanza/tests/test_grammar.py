"""Subjects and what is reported are read off a parse, laid beside the words of the narration."""

from __future__ import annotations

import pytest
from verify_stanza.grammar import Grammar
from verify_stanza.trees import Node, Tree

from verify.mark.narration import STOP, Word


def parsed(*rows: tuple[str, str, str, int]) -> tuple[list[Word], Grammar]:
    """Words with tag, relation and the number of the word above (from 1; 0 is none), as in a treebank."""
    nodes, words, at = [], [], 0
    for text, tag, relation, head in rows:
        nodes.append(Node(text, text.lower(), tag, relation, head - 1, at, at + len(text)))
        words.append(Word(text.lower(), text, at, at + len(text)))
        at += len(text) + 1
    words.append(Word(STOP, "", at, at))
    return words, Grammar(words, [Tree(0, at, 0, tuple(nodes))])


def said(words: list[Word], first: int, last: int) -> str:
    return " ".join(word.text for word in words[first : last + 1])


APPOSED = parsed(
    ("Ann", "PROPN", "nsubj", 9),
    ("Lee", "PROPN", "flat", 1),
    (",", "PUNCT", "punct", 6),
    ("the", "DET", "det", 6),
    ("new", "ADJ", "amod", 6),
    ("mayor", "NOUN", "appos", 1),
    (",", "PUNCT", "punct", 1),
    ("then", "ADV", "advmod", 9),
    ("said", "VERB", "root", 0),
    ("that", "SCONJ", "mark", 12),
    ("it", "PRON", "nsubj", 12),
    ("rained", "VERB", "ccomp", 9),
)
SHARED = parsed(
    ("Lee", "PROPN", "nsubj", 2),
    ("rose", "VERB", "root", 0),
    ("and", "CCONJ", "cc", 4),
    ("said", "VERB", "conj", 2),
    ("it", "PRON", "nsubj", 6),
    ("rained", "VERB", "ccomp", 4),
)
CONTROLLED = parsed(
    ("Lee", "PROPN", "nsubj", 2),
    ("wants", "VERB", "root", 0),
    ("to", "PART", "mark", 4),
    ("say", "VERB", "xcomp", 2),
    ("more", "ADJ", "obj", 4),
)
PASSIVE = parsed(
    ("The", "DET", "det", 2),
    ("minister", "NOUN", "nsubj:pass", 3),
    ("stated", "VERB", "root", 0),
    ("his", "PRON", "nmod:poss", 5),
    ("aims", "NOUN", "obj", 3),
)
BEHIND = parsed(
    ("The", "DET", "det", 2),
    ("plan", "NOUN", "nsubj", 3),
    ("failed", "VERB", "root", 0),
    (",", "PUNCT", "punct", 6),
    ("she", "PRON", "nsubj", 6),
    ("said", "VERB", "parataxis", 3),
)


@pytest.mark.parametrize(
    ("parse", "cue", "source", "way"),
    [
        (APPOSED, 8, "Ann Lee", "own"),
        (SHARED, 3, "Lee", "conj"),
        (CONTROLLED, 3, "Lee", "xcomp"),
        (PASSIVE, 2, "The minister", "own"),
        (BEHIND, 5, "she", "own"),
    ],
)
def test_the_subject_is_the_verbs_own_or_one_that_it_shares(
    parse: tuple[list[Word], Grammar], cue: int, source: str, way: str
) -> None:
    words, grammar = parse
    found = next(grammar.subjects(cue))
    assert (said(words, found.phrase.first, found.phrase.last), found.way) == (source, way)


def test_a_speaker_is_widened_to_the_appositions() -> None:
    words, grammar = APPOSED
    found = next(grammar.subjects(8))
    wide = grammar.widened(found.phrase)
    assert said(words, wide.first, wide.last) == "Ann Lee , the new mayor"


@pytest.mark.parametrize(
    ("parse", "cue", "reported"),
    [
        (APPOSED, 8, ["that it rained", "it rained"]),
        (SHARED, 3, ["it rained"]),
        (BEHIND, 5, ["The plan failed"]),
    ],
)
def test_what_is_reported_hangs_on_the_verb_or_bears_it(
    parse: tuple[list[Word], Grammar], cue: int, reported: list[str]
) -> None:
    words, grammar = parse
    assert [said(words, one.first, one.last) for one in grammar.complements(cue)] == reported


def test_what_hangs_together_has_one_tie_to_the_rest() -> None:
    _, grammar = APPOSED
    assert grammar.crossings(9, 11) == 1
    assert grammar.crossings(10, 11) == 2
    assert grammar.crossings(8, 10) > 2


def test_a_parse_that_runs_in_a_circle_ends() -> None:
    words, grammar = parsed(("a", "X", "conj", 2), ("b", "X", "conj", 1))
    assert list(grammar.subjects(0)) == []
    whole = grammar.phrase(0)
    assert whole
    assert said(words, whole.first, whole.last) == "a b"
