"""A name that is written with a hyphen, an accent or an inner capital in one place and without in another."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verify import Article, Elsewhere, Flag, rule
from verify.lexicon.words import is_word
from verify.mark.naming.headlines import is_title_case
from verify.mark.naming.reading import fold

from .spellings import capitalised

_SAME = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\n": " ", "‑": "-"})
_POINTS = re.compile(r"(?<=\b[A-Z])\.(?=[A-Z]\.|[A-Z ]|$)")
"""Points between capitals, which are a matter of abbreviations ("U.N.") rather than of the name."""


class _Form(NamedTuple):
    """A name, or a part of one, as it is written in one place."""

    written: str
    start: int
    end: int


def _parts(article: Article) -> Iterator[tuple[str, _Form]]:
    """Words with a capital, given names of more than one word, and the names of bodies, each with its key."""
    for word, spans in capitalised(article).items():
        if not word.isupper():
            for start, end in spans:
                yield f"word {fold(word)}", _Form(word.translate(_SAME), start, end)
    for mention in article.mentions:
        name = article.text[mention.start : mention.end].translate(_SAME)
        if mention.kind == "person" and mention.given and mention.family and not mention.name.isupper():
            yield f"person {_key(name)}", _Form(name, mention.start, mention.end)
        elif mention.kind == "organisation" and not name.isupper():
            yield f"body {_key(name)}", _Form(name, mention.start, mention.end)


def _key(name: str) -> str:
    return fold(name.replace(" & ", " and ")).replace(" ", "")


def _told(article: Article) -> Iterator[tuple[str, _Form]]:
    """The parts that stand in prose, where only the first letter of a sentence gets a capital."""
    starts = [block.start for block in article.blocks]
    prose = [
        block.zone in ("body", "list", "caption") and not is_title_case(article.text, block)
        for block in article.blocks
    ]
    for key, form in _parts(article):
        if prose[bisect_right(starts, form.start) - 1]:
            yield key, form


def _differ(one: str, other: str) -> bool:
    """Whether two forms of a name differ in more than the capital of a sentence."""
    if one[1:] == other[1:] or _POINTS.sub("", one) == _POINTS.sub("", other):
        return False
    if one.lower() == other.lower():
        # "Hardly" and "hardly" by chance: only a capital within the word counts ("McRae", "Mcrae").
        return " " not in one and "-" not in one
    return not is_word(min(one.lower(), other.lower(), key=str.isascii))


@rule(
    severity="warning",
    since="0.1",
    needs={"names"},
    advice="Write the name one way; the person or the body knows which.",
)
def inconsistent_form(article: Article) -> Iterator[Flag]:
    """A name is written in two ways: with and without a hyphen, an accent or a capital within."""
    groups: dict[str, dict[str, list[_Form]]] = defaultdict(lambda: defaultdict(list))
    for key, form in _told(article):
        groups[key][form.written].append(form)
    said: set[int] = set()
    for forms in groups.values():
        if len(forms) > 1:
            for odd, usual in _odd(forms):
                if said.isdisjoint(range(odd.start, odd.end)):
                    said.update(range(odd.start, odd.end))
                    yield Flag(
                        (odd.start, odd.end),
                        f"“{odd.written}” is written “{usual.written}” elsewhere in the article",
                        fixes=(usual.written,),
                        related=(Elsewhere((usual.start, usual.end), "written so here"),),
                        confidence=0.85,
                    )


def _odd(forms: dict[str, list[_Form]]) -> Iterator[tuple[_Form, _Form]]:
    """The places of each form that is rarer, or later, than one from which it differs."""
    usual, *others = sorted(forms.values(), key=_rank)
    for same in others:
        if _differ(same[0].written, usual[0].written):
            for form in same:
                yield form, usual[0]


def _rank(same: Sequence[_Form]) -> tuple[int, int]:
    return -len(same), same[0].start
