"""Treebanks in CoNLL-U, read into plain rows and written back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_WHERE = re.compile(r"(\d+)-(\d+)$")
_ID, _FORM, _FEATS, _DEPS, _MISC = 0, 1, 5, 8, 9


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its rows of ten columns, and whether a document or a paragraph begins with it."""

    rows: tuple[tuple[str, ...], ...]
    document: bool
    paragraph: bool

    @property
    def words(self) -> tuple[tuple[str, ...], ...]:
        """The rows that are syntactic words, without those of tokens made of several."""
        return tuple(row for row in self.rows if row[_ID].isdigit())

    @property
    def tokens(self) -> tuple[tuple[str, int], ...]:
        """What is written, token by token, each with the number of words that it holds."""
        found: list[tuple[str, int]] = []
        covered = 0
        for row in self.rows:
            if several := _WHERE.match(row[_ID]):
                covered = int(several[2])
                found.append((row[_FORM], covered - int(several[1]) + 1))
            elif row[_ID].isdigit() and int(row[_ID]) > covered:
                found.append((row[_FORM], 1))
        return tuple(found)


def read(path: Path) -> Iterator[Sentence]:
    """The sentences of a file, in order."""
    rows: list[tuple[str, ...]] = []
    document = paragraph = False
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# newdoc"):
            document = True
        elif line.startswith("# newpar"):
            paragraph = True
        elif line and not line.startswith("#"):
            rows.append(tuple(line.split("\t")))
        elif not line and rows:
            yield Sentence(tuple(rows), document, paragraph or document)
            rows, document, paragraph = [], False, False
    if rows:
        yield Sentence(tuple(rows), document, paragraph or document)


def lean(sentence: Sentence) -> Sentence:
    """The sentence without what no model learns: features, enhanced edges, and notes but the space."""
    return Sentence(
        tuple(
            (*row[:_FEATS], "_", *row[_FEATS + 1 : _DEPS], "_", _space(row[_MISC]))
            for row in sentence.rows
            if "." not in row[_ID]
        ),
        sentence.document,
        sentence.paragraph,
    )


def written(sentences: Iterable[Sentence]) -> str:
    """The sentences as CoNLL-U, with their text as stanza’s readers ask for it."""
    return "".join(f"{_heading(one)}{_body(one)}\n" for one in sentences)


def text_of(sentence: Sentence) -> str:
    """The words as they were written, with a space after the last one unless none stood there."""
    covered = 0
    pieces: list[str] = []
    for row in sentence.rows:
        if several := _WHERE.match(row[_ID]):
            covered = int(several[2])
        elif int(row[_ID]) <= covered:
            continue
        pieces.append(row[_FORM] + ("" if "SpaceAfter=No" in row[_MISC] else " "))
    return "".join(pieces)


def _space(misc: str) -> str:
    return "SpaceAfter=No" if "SpaceAfter=No" in misc.split("|") else "_"


def _heading(sentence: Sentence) -> str:
    opening = "# newdoc\n" if sentence.document else ""
    opening += "# newpar\n" if sentence.paragraph else ""
    return f"{opening}# text = {text_of(sentence).rstrip()}\n"


def _body(sentence: Sentence) -> str:
    return "".join("\t".join(row) + "\n" for row in sentence.rows)
