"""How a name in the copy differs from the forms of its record, and what should stand there."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from verify.lexicon.late import late
from verify.mark.naming.near import slips
from verify.mark.naming.reading import fold
from verify.mark.naming.records import squash
from verify.model.roster import Record

_WORD = late(r"[^\s,]+")
_SHORT = 4

How = Literal["avoided", "order", "signs", "slip"]


class Differs(Struct, frozen=True):
    """A part of a name, by offsets into it, that is written otherwise than on file, with the right form.

    `how` says whether the house avoids the form, its parts stand in the other order, it differs in
    capitals, accents, hyphens or spaces, or a slip of the keyboard parts the two.
    """

    start: int
    end: int
    right: str
    how: How


def differs(name: str, record: Record) -> Differs | None:
    """How the name differs from every form that the record accepts; None where it is one, or none at all."""
    # A name set in capitals tells nothing of the case of its letters.
    shouted = name.isupper()
    accepted = dict.fromkeys((record.name, *record.forms, record.family, record.given))
    accepted.pop("", None)
    if any(_same(name, form, shouted=shouted) for form in accepted):
        return None
    whole = (0, len(name))
    if any(_same(name, form, shouted=True) for form in record.avoid):
        return Differs(*whole, _set(_like(name, record), shouted=shouted), "avoided")
    key = squash(name)
    for form in accepted:
        if squash(form) == key:
            return Differs(*whole, _set(form, shouted=shouted), "signs")
    if record.given and record.family:
        turned = (record.given, record.family) if record.family_first else (record.family, record.given)
        if key == squash("".join(turned)):
            return Differs(*whole, _set(record.name, shouted=shouted), "order")
    return _word(name, record, shouted=shouted)


def _same(name: str, form: str, *, shouted: bool) -> bool:
    """Whether the name is the form, but for a capital that the head of a sentence gives it."""
    if name == form or name == form[:1].upper() + form[1:]:
        return True
    return shouted and name.casefold() == form.casefold()


def _like(name: str, record: Record) -> str:
    """The name on file as short as the one in the copy, for a form that the house avoids."""
    return record.family if record.family and " " not in name and "-" not in name else record.name


def _set(form: str, *, shouted: bool) -> str:
    return form.upper() if shouted else form


def _word(name: str, record: Record, *, shouted: bool) -> Differs | None:
    """The one word of the name that is a word of the record with a slip, an accent or a hyphen in it."""
    known = {word for form in (record.name, *record.forms) for word in form.split()}
    by_key = {squash(word): word for word in sorted(known)}
    parts = {"given": fold(record.given).split()[:1], "family": fold(record.family).split()[-1:]}
    found: list[Differs] = []
    for match in _WORD.finditer(name):
        word = match[0]
        if word in known or (shouted and word.casefold() in {one.casefold() for one in known}):
            continue
        key = squash(word)
        if len(key) < 2:
            continue
        if key in by_key:
            right = by_key[key]
            if word != right[:1].upper() + right[1:]:
                found.append(Differs(*match.span(), _set(right, shouted=shouted), "signs"))
            continue
        near = [one for ends in parts.values() for one in ends if len(one) >= _SHORT and slips(key, one) == 1]
        if len(near) == 1 and near[0] in by_key and len(key) >= _SHORT:
            found.append(Differs(*match.span(), _set(by_key[near[0]], shouted=shouted), "slip"))
    return found[0] if len(found) == 1 else None
