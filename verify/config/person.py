"""One entry of a people file: what it may say, and the record that it makes."""

from __future__ import annotations

import calendar
import datetime
import re
import typing
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

import msgspec

from verify.config.places import Key
from verify.config.suggest import did_you_mean
from verify.model.roster import Post, Preference, Record

Complain = Callable[[Key, str], None]
"""Tell what is wrong with the value at a key."""


class Office(msgspec.Struct, frozen=True, kw_only=True, rename={"start": "from", "end": "to"}):
    """An office that the person holds or held."""

    title: str
    start: Any = None
    end: Any = None


class Title(msgspec.Struct, frozen=True, kw_only=True, rename={"start": "from", "end": "to"}):
    """Titles to avoid, and the one to write instead."""

    avoid: tuple[str, ...]
    use: str
    reason: str = ""
    link: str = ""
    start: Any = None
    end: Any = None


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """A person of the people file."""

    name: str
    order: Literal["given-first", "family-first"] = "given-first"
    given: str = ""
    family: str = ""
    forms: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    pronoun: str = ""
    offices: tuple[Any, ...] = ()
    titles: tuple[Any, ...] = ()


EXPECTED: Mapping[str, str] = MappingProxyType(
    {
        "name": "a name",
        "order": '"given-first" or "family-first"',
        "given": "a name",
        "family": "a name",
        "forms": "a list of names",
        "avoid": "a list of names or titles",
        "pronoun": "a word",
        "offices": "tables, such as [[people.offices]]",
        "titles": "tables, such as [[people.titles]]",
        "title": "a title",
        "use": "a title",
        "reason": "text",
        "link": "an address",
        "from": 'a date, such as 2025-01-25, "2025-01" or 2025',
        "to": 'a date, such as 2025-01-25, "2025-01" or 2025',
    }
)
"""What each key takes, in the words of an error message."""

_LONGEST = 200
_WRITTEN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|II|III|IV", re.IGNORECASE)
_TABLES: Mapping[str, type[Office | Title]] = MappingProxyType({"offices": Office, "titles": Title})


def record(table: object, at: Key, complain: Complain) -> Record | None:
    """The record that an entry makes; what is wrong in it is told and left out, without a name all of it."""
    if not isinstance(table, dict):
        complain(at, f"expected a person, such as [[people]], got {_shown(table)}")
        return None
    values = _values(table, Person, at, complain)
    if "name" not in values:
        if "name" not in table:
            complain(at, "name: expected a name, and there is none")
        return None
    person = Person(**values)
    given, family = _parts(person, at, complain)
    offices = (_entry(one, (*at, "offices", n), "offices", complain) for n, one in enumerate(person.offices))
    titles = (_entry(one, (*at, "titles", n), "titles", complain) for n, one in enumerate(person.titles))
    return Record(
        name=person.name,
        given=given,
        family=family,
        family_first=person.order == "family-first",
        forms=person.forms,
        avoid=person.avoid,
        offices=tuple(Post(one.title, one.start, one.end) for one in offices if isinstance(one, Office)),
        titles=tuple(
            Preference(one.use, one.avoid, one.reason, one.link, one.start, one.end)
            for one in titles
            if isinstance(one, Title)
        ),
        pronoun=person.pronoun,
    )


@cache
def _fields(kind: type[msgspec.Struct]) -> Mapping[str, msgspec.structs.FieldInfo]:
    """The fields of a table by their keys: thousands of entries ask for them."""
    return MappingProxyType({field.encode_name: field for field in msgspec.structs.fields(kind)})


def _values(table: dict[str, Any], kind: type[msgspec.Struct], at: Key, complain: Complain) -> dict[str, Any]:
    """What the table says, by the names of the fields; each key that it says wrongly is told and left out."""
    fields = _fields(kind)
    values: dict[str, Any] = {}
    for key, written in table.items():
        place, value = (*at, key), written
        if key not in fields:
            complain(place, f'unknown key "{key}"{did_you_mean(key, fields)}')
            continue
        field = fields[key]
        try:
            if key in ("from", "to"):
                values[field.name] = _day(value, last=key == "to")
                continue
            if isinstance(value, str) and typing.get_origin(field.type) is tuple and key not in _TABLES:
                value = [value]  # one form needs no brackets
            values[field.name] = _evenly(msgspec.convert(value, field.type))
        except (msgspec.ValidationError, ValueError):
            complain(place, f"{key}: expected {EXPECTED[key]}, got {_shown(value)}")
    return values


def _entry(table: object, at: Key, key: str, complain: Complain) -> Office | Title | None:
    """An office or a title; one that is wrong in any part is left out as a whole."""
    if not isinstance(table, dict):
        complain(at, f"{key}: expected {EXPECTED[key]}, got {_shown(table)}")
        return None
    kind = _TABLES[key]
    values = _values(table, kind, at, complain)
    lacking = [name for name, field in _fields(kind).items() if field.required]
    for name in lacking:
        if name not in table:
            complain(at, f"{name}: expected {EXPECTED[name]}, and there is none")
    if len(values) < len(table) or any(name not in table for name in lacking):
        return None
    start, end = values.get("start"), values.get("end")
    if start and end and end < start:
        complain((*at, "to"), f"to: {table['to']} lies before {table['from']}, where it begins")
        return None
    return kind(**values)


def _evenly(value: Any) -> Any:  # noqa: ANN401 - whatever the field holds
    """Text with single spaces; raises ValueError where it is empty or longer than any name."""
    if isinstance(value, tuple):
        return tuple(_evenly(one) if isinstance(one, str) else one for one in value)
    if not isinstance(value, str):
        return value
    text = " ".join(value.split())
    if not text or len(text) > _LONGEST * 5 or not text.isprintable():
        raise ValueError(value)
    return text


def _day(value: object, *, last: bool) -> datetime.date:
    """The first or the last day that a date, a month or a year means; raises ValueError for none."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    found = _WRITTEN.fullmatch(str(value)) if isinstance(value, (str, int)) else None
    if found is None:
        raise ValueError(value)
    year, month = int(found[1]), int(found[2] or (12 if last else 1))
    if not year or not 1 <= month <= 12:
        raise ValueError(value)
    day = int(found[3]) if found[3] else calendar.monthrange(year, month)[1] if last else 1
    return datetime.date(year, month, day)


def _parts(person: Person, at: Key, complain: Complain) -> tuple[str, str]:
    """Given and family name: those that the entry tells, else as the order of the name says."""
    words = person.name.split()
    for key, part in (("given", person.given), ("family", person.family)):
        if part and f" {part} " not in f" {person.name} ":
            complain((*at, key), f'{key}: "{part}" is no part of "{person.name}"')
            return "", ""
    if len(words) > 2 and _SUFFIX.fullmatch(words[-1]):
        words.pop()
        words[-1] = words[-1].rstrip(",")
    given, family = person.given, person.family
    if not family and given:
        family = " ".join(words).replace(given, "", 1).strip()
    elif not family and len(words) > 1:
        if person.order == "family-first":
            family = words[0]
        else:
            first = len(words) - 1
            while first > 1 and words[first - 1][0].islower():
                first -= 1  # "Ursula von der Leyen"
            family = " ".join(words[first:])
    if not given and family:
        given = " ".join(" ".join(words).replace(family, "", 1).split())
    return given, family


def _shown(value: object) -> str:
    return "a table" if isinstance(value, dict) else f"{value!r:.60}"
