"""A name that is written with a hyphen, an accent or an inner capital in one place and without in another."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from verify import Article, Elsewhere, Flag, Mention, rule
from verify.lexicon.late import late
from verify.lexicon.words import is_word
from verify.mark.naming.headlines import is_title_case
from verify.mark.naming.reading import fold

from .spellings import capitalised

_SAME = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‑": "-"})
_POINTS = late(r"(?<=\b[A-Z])\.(?=[A-Z]\.|[A-Z ]|$)")
"""Points between capitals, which are a matter of abbreviations ("U.N.") rather than of the name."""
_HELD = late(r"[A-Z]{2}[a-z]{2}")
"""Two capitals of a key held too long ("HArbor"), which no form of a name is however often it stands."""


class _Form(Struct, frozen=True):
    """A name, or a part of one, as it is written in one place."""

    written: str
    start: int
    end: int


def _forms(article: Article) -> Iterator[dict[str, list[_Form]]]:
    """What is written in more than one way: capitalised words, full names, and the names of bodies."""
    places = capitalised(article)
    words: dict[str, list[str]] = defaultdict(list)
    for word in places:
        words[fold(word)].append(word)
    for same in words.values():
        if len(same) > 1:
            yield _grouped(_Form(_plain(w), *span) for w in same if not w.isupper() for span in places[w])
    names: dict[str, list[Mention]] = defaultdict(list)
    for mention in article.mentions:
        full = mention.given and mention.family if mention.kind == "person" else " " in mention.name
        # "Kelly-Ann" alone is a given name; "Kelly Ann" looks like a name in full.
        if (full or "-" in mention.name) and mention.kind != "place" and not mention.name.isupper():
            names[mention.name].append(mention)
    keys: dict[str, list[str]] = defaultdict(list)
    for name in names:
        keys[_key(name)].append(name)
    for same in keys.values():
        if len(same) > 1:
            yield _grouped(_Form(_plain(n), m.start, m.end) for n in same for m in names[n])


def _grouped(forms: Iterable[_Form]) -> dict[str, list[_Form]]:
    """The places of each form."""
    groups: dict[str, list[_Form]] = defaultdict(list)
    for form in forms:
        groups[form.written].append(form)
    return groups


def _plain(name: str) -> str:
    """A name as it is shown and compared: the shape of its apostrophes does not matter."""
    return name.translate(_SAME)


def _key(name: str) -> str:
    return fold(name.replace(" & ", " and ")).replace(" ", "")


def _in_prose(article: Article, form: _Form) -> bool:
    """Whether a form stands where only the first letter of a sentence has a capital of its own."""
    block = article.blocks[bisect_right(article.blocks, form.start, key=lambda block: block.start) - 1]
    return block.zone in ("body", "list", "caption") and not is_title_case(article.text, block)


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
    said: set[int] = set()
    for forms in _forms(article):
        if len(forms) < 2:
            continue
        told = {name: [form for form in same if _in_prose(article, form)] for name, same in forms.items()}
        prose = {name: same for name, same in told.items() if same}
        if len(prose) > 1:
            for odd, usual in _odd(prose):
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


def _rank(same: Sequence[_Form]) -> tuple[bool, int, int]:
    return _HELD.match(same[0].written) is not None, -len(same), same[0].start
