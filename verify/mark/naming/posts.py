"""Whether the words that copy gives somebody name an office that the people file knows."""

from __future__ import annotations

import re

from verify.lexicon.late import late
from verify.mark.naming.offices import Office, is_post, office
from verify.mark.naming.reading import fold

_SPLIT = late(r"[^\w’'.-]+")
_LINKS = frozenset("of the for and in at to a an on with from his her its their our".split())
_NATIONAL = frozenset(("us", "usa", "american", "united", "states", "federal", "national"))
_PARTY = frozenset(
    """
    republican democratic democrat gop conservative liberal libertarian tory independent junior senior
    freshman outspoken longtime current sitting veteran embattled hon the new
    """.split()
)
"""Words beside an office that make no other office of it."""
_OTHER = frozenset(
    """
    state city county shadow deputy assistant associate under vice lieutenant student local tribal honorary
    emeritus emerita junior ceremonial co
    """.split()
)
"""Words that make another office where only one of two titles has them."""
_STEM = 4
"""Letters that a country and its people share ("Russian President", "president of Russia")."""
_NOT_NOW = late(
    r"(?<![\w-])(?:former|ex|then|late|retired|onetime|one-time|acting|interim|incoming|outgoing|departing|next"
    r"|future|prospective|designate|elect|nominee|nominated|candidate|pick|choice|hopeful|contender|would-be"
    r"|honorary|emeritus|emerita|deputy|caretaker|successor|predecessor|provisional|ousted|fired|disgraced"
    r"|deposed|designated|appointed|potential|possible|aspiring|presumptive|self-\w+|so-called|last"
    r"|previous|prior|old|era|aide|adviser|advisor|spokesman|spokeswoman|ally|wife|husband|widow|son|daughter)"
    r"(?![\w’'])|\b(?:then|ex|president|governor|mayor)-\w+",
    re.IGNORECASE,
)


def not_now(words: str) -> bool:
    """Whether the words of a title, or those before it, say that the office is not simply held."""
    return _NOT_NOW.search(words) is not None


def same_office(one: str, other: str) -> bool:
    """Whether two titles may name one office ("Secretary Roe" of a "secretary of labor", "CIA director")."""
    first, second = office(one), office(other)
    if first is None or second is None:
        return first is second and _by_words(one, other)
    return _by_fields(first, second) and _places_agree(_extra(one, first), _extra(other, second))


def _by_fields(one: Office, other: Office) -> bool:
    if one.head != other.head:
        return False
    if one.head in ("secretary", "minister"):
        return one.fields == other.fields or not (one.fields and other.fields)
    return one.fields == other.fields


def _by_words(one: str, other: str) -> bool:
    """Whether two titles that are no formal office are one: one may have fewer words, with the same head."""
    first, second = _words(one), _words(other)
    if not first or not second or _head(one) != _head(other):
        return False
    few, many = (first, second) if len(first) <= len(second) else (second, first)
    return few <= many and not _OTHER & (many - few)


def _words(title: str) -> set[str]:
    words = {fold(word) for word in _SPLIT.split(title) if not word.endswith(("’s", "'s"))}
    return words - _LINKS - _NATIONAL - {""}


def _head(title: str) -> str:
    """The word that says what the office is: the last before "of" or "for"."""
    before = re.split(r" (?:of|for|at|to|in) ", title.lower(), maxsplit=1)[0].split()
    return before[-1].rstrip(".") if before else ""


def _extra(title: str, held: Office) -> set[str]:
    """The words of a title beside the office itself: places, and words that make another office of it."""
    extra = set()
    for word in _words(title):
        plain = word.rstrip(".")
        known = is_post(plain) or plain in held.name.split()
        if not known and plain not in _PARTY:
            extra.add(plain)
    if held.head in ("secretary", "minister", "attorney general"):
        extra -= held.fields | {"security", "general"}
    return extra


def _places_agree(one: set[str], other: set[str]) -> bool:
    if _OTHER & (one ^ other):
        return False
    return not (one and other) or any(
        a == b or (len(a) > _STEM < len(b) and a[:_STEM] == b[:_STEM]) for a in one for b in other
    )
