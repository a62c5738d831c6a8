"""Reading people files; what cannot be used is told with its place, and the rest holds."""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from verify.config.person import record
from verify.config.places import Key, Places
from verify.config.suggest import did_you_mean
from verify.config.toml import broken, loads
from verify.model.finding import Problem
from verify.model.roster import Record, Roster

_DATE = re.compile(r"=[ \t]*(\d{4}-\d\d-\d\d)(?=[ \t]*(?:[,}\r\n#]|\Z))")


class _Entry(NamedTuple):
    """A record with its place: the file, and its number in it."""

    record: Record
    file: _File
    number: int


class _File:
    """One people file, and the problems met in it; where things stand is asked only for these."""

    def __init__(self, where: str, text: str) -> None:
        self.where = where
        self.problems: list[Problem] = []
        self._text = text
        self._places: Places | None = None

    def place(self, key: Key) -> str:
        """Line and column of a value, as editors jump to it."""
        self._places = self._places or Places(self._text)
        line, column = self._places.of(key)
        return f"{self.where}:{line}:{column}"

    def complain(self, key: Key, message: str) -> None:
        """Tell what is wrong with the value at the key."""
        self.problems.append(Problem(self.place(key), message))


def load(paths: Iterable[Path]) -> Roster:
    """The records of the files, each file once; two people of one form are told."""
    entries: list[_Entry] = []
    problems: list[Problem] = []
    for path in {path.resolve(): path for path in reversed(tuple(paths))}.values():
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except OSError as error:
            problems.append(Problem(str(path), f"cannot be read: {(error.strerror or str(error)).lower()}"))
        except UnicodeDecodeError as error:
            problems.append(Problem(str(path), f"is not UTF-8 (byte {error.start:,})"))
        else:
            file = _File(str(path), text)
            entries += _entries(file, text)
            problems += file.problems
    return Roster(tuple(entry.record for entry in entries), (*problems, *_namesakes(entries)))


def parse(text: str, where: str = "people.toml") -> Roster:
    """The records of one people file given as text."""
    file = _File(where, text)
    entries = list(_entries(file, text))
    return Roster(tuple(entry.record for entry in entries), (*file.problems, *_namesakes(entries)))


def sample() -> str:
    """A people file to start from: an entry of each kind, explained."""
    from importlib.resources import files

    return files("verify.config").joinpath("people.toml").read_text(encoding="utf-8")


def _entries(file: _File, text: str) -> Iterator[_Entry]:
    try:
        table = _table(text)
    except tomllib.TOMLDecodeError as error:
        file.problems.append(broken(file.where, str(error)))
        return
    for key in table:
        if key != "people":
            file.complain((key,), f'unknown key "{key}"{did_you_mean(key, ("people",))}')
    people = table.get("people", [])
    if not isinstance(people, list):
        file.complain(("people",), "people: expected persons, such as [[people]]")
        return
    for number, person in enumerate(people):
        made = record(person, ("people", number), file.complain)
        if made:
            yield _Entry(made, file, number)


def _table(text: str) -> dict[str, object]:
    """The table of the text; a day of no calendar is text in it, and costs only itself."""
    try:
        return loads(text)
    except tomllib.TOMLDecodeError as error:
        if not str(error).startswith("Invalid date"):
            raise
        return loads(_DATE.sub(_as_text, text))


def _as_text(found: re.Match[str]) -> str:
    try:
        datetime.date.fromisoformat(found[1])
    except ValueError:
        return f'= "{found[1]}"'
    return found[0]


def _namesakes(entries: Iterable[_Entry]) -> Iterator[Problem]:
    """Forms that two records share, and those that one record both accepts and avoids."""
    first: dict[str, _Entry] = {}
    for entry in entries:
        person = entry.record
        accepted = {_key(form) for form in (person.name, *person.forms)}
        forms = (
            (("name",), person.name),
            *((("forms", n), form) for n, form in enumerate(person.forms)),
            *((("avoid", n), form) for n, form in enumerate(person.avoid)),
        )
        for key, form in forms:
            other = first.setdefault(_key(form), entry)
            here = ("people", entry.number, *key)
            if other is not entry:
                there = other.file.place(("people", other.number))
                message = f'"{form}" is a form of {other.record.name} too ({there})'
                yield Problem(entry.file.place(here), message)
            elif key[0] == "avoid" and _key(form) in accepted:
                yield Problem(entry.file.place(here), f'"{form}" is both accepted and avoided')


def _key(form: str) -> str:
    return " ".join(form.casefold().split())
