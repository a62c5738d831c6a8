"""A name that is spelt one way throughout, and once another way."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from verify import Article, Elsewhere, Flag, rule
from verify.lexicon.given import is_surname
from verify.mark.naming.capitals import UPPER
from verify.mark.naming.near import slips, swapped
from verify.mark.naming.ordinary import OPENERS
from verify.mark.naming.reading import fold

from .slip import derived, real

_WORD = re.compile(
    rf"(?<![\w@#/.&])(?:[{UPPER}][’'])?[{UPPER}][^\W\d_]{{2,}}(?![^\W_]|[’'][{UPPER}]|\.[a-z]|/\w|@)"
)
_CAPITAL_BEFORE = re.compile(rf"[{UPPER}](?:[\w’'-]*|[a-z]{{0,3}}\.)[ -]$")
_CAPITAL_AFTER = re.compile(rf"[ -][{UPPER}][\w’'-]*")
_SHORT = 4
_LONG = 6
"""Letters in a name that two mentions, and no more, may show to be misspelt in one of them."""
_INITIALS = 7
_MOST = 400
"""How many names are held against the other words, so that no text takes long."""
_OFTEN = 3
"""How often a short name, or one with a near neighbour among real names, must stand in one spelling."""


class _Name(NamedTuple):
    """A spelling that the article bears out: how often, where first, and whose given names go with it."""

    spelling: str
    times: int
    first: tuple[int, int]
    given: frozenset[str]
    person: bool


def _capitalised(article: Article) -> dict[str, list[tuple[int, int]]]:
    """Every capitalised word with its places."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for block in article.blocks:
        if block.zone not in ("furniture", "code"):
            for match in _WORD.finditer(article.text, block.start, block.end):
                places[match.group()].append(match.span())
    return places


def _anchors(article: Article, places: Mapping[str, Sequence[tuple[int, int]]]) -> list[_Name]:
    """The spellings used more than once, and those of people named in full; the commonest first."""
    families: dict[str, set[str]] = defaultdict(set)
    parts: set[str] = set()
    for mention in article.mentions:
        if mention.kind == "person" and mention.family and mention.given:
            families[mention.family.split()[-1]].update(mention.given.split()[:1])
            parts.update(mention.name.split())
    names = [
        _Name(word, len(spans), spans[0], frozenset(families.get(word, ())), word in families)
        for word, spans in places.items()
        if word.lower() not in OPENERS and (len(spans) > 1 or (word in parts and len(word) >= _LONG))
    ]
    return sorted(names, key=lambda name: (-name.times, name.first))[:_MOST]


@rule(
    severity="error",
    since="0.1",
    needs={"names"},
    advice="Spell the name as elsewhere in the article.",
)
def inconsistent_spelling(article: Article) -> Iterator[Flag]:
    """A name is spelt otherwise than elsewhere in the article, by one slip of the keyboard."""
    text = article.text
    places = _capitalised(article)
    spelt: dict[str, set[str]] = defaultdict(set)
    for mention in article.mentions:
        if mention.kind == "person" and mention.family and mention.given:
            spelt[fold(mention.family.split()[-1])].add(mention.given.split()[0])
    by_letter: dict[str, list[_Name]] = defaultdict(list)
    for name in _anchors(article, places):
        if len(name.spelling) >= _SHORT:
            by_letter[name.spelling[0].lower()].append(name)
    for word, spans in places.items():
        near = by_letter.get(word[0].lower(), ())
        right = next(
            (n for n in near if _slipped(word, len(spans), n, spelt) and _stands(text, word, spans, n)), None
        )
        if right is not None:
            yield from (_flag(word, span, right) for span in spans)


def _flag(word: str, span: tuple[int, int], name: _Name) -> Flag:
    right = name.spelling.upper() if word.isupper() else name.spelling
    return Flag(
        span,
        f"“{word}” is spelt “{right}” elsewhere in the article",
        fixes=(right,),
        related=(Elsewhere(name.first, f"spelt “{name.spelling}” here"),),
        confidence=0.95 if name.times > 1 else 0.85,
    )


def _slipped(word: str, count: int, name: _Name, spelt: Mapping[str, set[str]]) -> bool:
    """Whether the word is the name with one slip in it, and no name of its own."""
    if (
        abs(len(word) - len(name.spelling)) > 1
        or (count * 2 > name.times and name.times > 1)
        or count > name.times
    ):
        return False
    key, right = fold(word), fold(name.spelling)
    if key == right or slips(key, right) != 1 or derived(key, right):
        return False
    if word.isupper() and len(word) < _INITIALS:
        # Initials lie close together (ISIS and ISIL): only two of them swapped are surely a slip.
        return swapped(key, right)
    own = spelt.get(key)
    if own:
        # Two people with near names stay two: Osama and Obama, Johnson and Johnston.
        return not own.isdisjoint(name.given)
    return True


def _before(text: str, start: int) -> re.Match[str] | None:
    """The capitalised word right before, unless it only opens the sentence."""
    found = _CAPITAL_BEFORE.search(text, max(0, start - 20), start)
    return None if found is None or found.group()[:-1].lower() in OPENERS else found


def _stands(text: str, word: str, spans: Sequence[tuple[int, int]], name: _Name) -> bool:
    """Whether a word that is one slip from a name stands where that name could."""
    if real(word):
        return False
    if name.times == 1 and spans[0] < name.first:
        return False
    beside = [(_before(text, start), _CAPITAL_AFTER.match(text, end)) for start, end in spans]
    alone = not any(before or after for before, after in beside)
    if is_surname(word):
        # A family name in its own right: only where it stands alone, and the article knows nobody of it.
        return alone and name.person and name.times > 1
    if name.person and name.times > 1:
        return True
    if alone:
        return name.person if name.times == 1 else len(name.spelling) > _SHORT or name.times >= _OFTEN
    # Beside other capitals it must be the name in its usual company: "South Koera", "Maren Holtzwatr".
    return any(
        (before and f"{before.group()}{name.spelling}" in text)
        or (after and f"{name.spelling}{after.group()}" in text)
        for before, after in beside
    )
