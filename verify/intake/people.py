"""Makes a people file of a spreadsheet: one office a row, the rows of one name one person."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from msgspec import Struct

from verify.config.person import record
from verify.config.places import Key
from verify.config.suggest import did_you_mean
from verify.intake.days import day
from verify.intake.sheet import Row, read
from verify.lexicon.late import late
from verify.model.finding import Problem

COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "name": ("full name", "person", "display name"),
        "given": ("first name", "given name", "given names", "forename", "first"),
        "family": ("last name", "family name", "surname", "last"),
        "order": ("name order", "order of names", "family first"),
        "forms": ("form", "accepted", "accepted forms", "also", "also known as", "aka", "alias", "aliases",
                  "nicknames", "other names", "other forms", "transliterations"),
        "avoid": ("avoided", "avoid forms", "avoided forms", "wrong", "not", "misspellings"),
        "pronoun": ("pronouns",),
        "title": ("office", "position", "role", "post", "job title"),
        "from": ("start", "start date", "since", "began", "from date", "in office from"),
        "to": ("end", "end date", "until", "till", "through", "ended", "to date", "in office to"),
        "avoid title": ("avoid titles", "avoided title", "avoided titles", "title to avoid",
                        "titles to avoid"),
        "use title": ("use", "preferred title", "preferred", "prefer", "house title", "use instead"),
        "reason": ("why", "note on title"),
        "link": ("url", "source", "reference", "style note"),
    }
)  # fmt: skip
"""The columns that a sheet may have, each with other names that it goes by."""

_HEADERS = {alias: column for column, aliases in COLUMNS.items() for alias in (column, *aliases)}
_BETWEEN = late(r"\s*[;|\n]\s*")
_FIRST = frozenset(("family-first", "family first", "yes", "true", "1", "x", "y", "eastern", "surname first"))
_USUAL = frozenset(("", "-", "given-first", "given first", "no", "false", "0", "n", "western"))
_OPEN = frozenset(("", "-", "–", "—", "present", "current", "now", "today", "incumbent", "ongoing", "n/a"))


class Imported(Struct, frozen=True):
    """The people that a sheet tells of, as tables of a people file, and what could not be used.

    `unused` are the columns that say nothing that a people file holds.
    """

    people: tuple[dict[str, Any], ...]
    problems: tuple[Problem, ...]
    unused: tuple[str, ...] = ()

    def toml(self) -> str:
        """The people file."""
        import tomli_w

        return tomli_w.dumps({"people": list(self.people)})


def convert(data: bytes, where: str, delimiter: str = "") -> Imported:
    """The people of a spreadsheet; every row that cannot be used is told with its line."""
    sheet = read(data, where, delimiter)
    if not sheet.columns:
        return Imported((), sheet.problems)
    problems = [*sheet.problems]
    columns: dict[str, str] = {}
    unused = []
    for written in sheet.columns:
        column = _HEADERS.get(_folded(written), "")
        hint = did_you_mean(_folded(written), _HEADERS) if written and not column else ""
        if column in columns.values():
            problems.append(Problem(f"{where}:1", f'two columns are for "{column}": "{written}" is left out'))
        elif column:
            columns[written] = column
        elif hint:
            problems.append(Problem(f"{where}:1", f'unknown column "{written}"{hint}'))
        elif written:
            unused.append(written)
    if "name" not in columns.values() and "family" not in columns.values():
        problems.append(Problem(f"{where}:1", 'no column is called "name"'))
        return Imported((), tuple(problems), tuple(unused))
    roll = _Roll(where)
    for row in sheet.rows:
        roll.add(Row(row.line, {columns[name]: cell for name, cell in row.cells.items() if name in columns}))
    return Imported(
        tuple(one.table() for one in roll.people.values()), (*problems, *roll.problems), tuple(unused)
    )


class _Form(NamedTuple):
    """Whose form of a name it is, whether it is to be avoided, and the line that gave it first."""

    owner: str
    avoided: bool
    line: int


class _Somebody:
    """A person as the rows so far tell of them."""

    def __init__(self) -> None:
        self.plain: dict[str, str] = {}
        self._lists: dict[str, dict[str, Any]] = {}

    def learn(self, table: Mapping[str, Any]) -> None:
        """Add what another row says; what is there already is not told twice."""
        for key, value in table.items():
            if isinstance(value, list):
                self._lists.setdefault(key, {}).update({repr(one): one for one in value})
            else:
                self.plain.setdefault(key, value)

    def table(self) -> dict[str, Any]:
        """The table of a people file."""
        return {**self.plain, **{key: list(entries.values()) for key, entries in self._lists.items()}}


class _Roll:
    """The people so far by name, and every form of a name that was given."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.people: dict[str, _Somebody] = {}
        self.problems: list[Problem] = []
        self._forms: dict[str, _Form] = {}

    def add(self, row: Row) -> None:
        """Take in one row, or tell why not: it is used as a whole or left out as a whole."""
        wrong: list[str] = []
        table = _table(row.cells, wrong)
        if not wrong:
            _check(table, wrong)
        if not wrong:
            wrong += self._taken(table)
        if wrong:
            self.problems += [Problem(f"{self.where}:{row.line}", message) for message in wrong]
            return
        owner = table["name"].casefold()
        for form, avoided in _forms(table):
            self._forms.setdefault(form.casefold(), _Form(owner, avoided, row.line))
        self.people.setdefault(owner, _Somebody()).learn(table)

    def _taken(self, table: Mapping[str, Any]) -> Iterator[str]:
        """What a row says that an earlier one, or itself, says otherwise."""
        name = table["name"].casefold()
        here: dict[str, bool] = {}
        for form, avoided in _forms(table):
            first = self._forms.get(form.casefold(), _Form(name, avoided, 0))
            if first.owner != name:
                other = self.people[first.owner].plain["name"]
                yield f'"{form}" is a form of {other} too (line {first.line})'
            elif first.avoided != avoided or here.setdefault(form.casefold(), avoided) != avoided:
                yield f'"{form}" is both accepted and avoided'
        known = self.people[name].plain if name in self.people else {}
        for key in ("given", "family", "order", "pronoun"):
            if key in table and known.get(key, table[key]) != table[key]:
                yield f'{key}: "{table[key]}", and an earlier row has "{known[key]}"'


def _table(cells: Mapping[str, str], wrong: list[str]) -> dict[str, Any]:
    """The person that a row tells of, as a table of a people file."""
    lists = {key: _list(cells.get(key, "")) for key in ("forms", "avoid", "avoid title")}
    cells = {key: " ".join(cell.split()) for key, cell in cells.items()}
    order = cells.get("order", "").casefold()
    if order not in _FIRST | _USUAL:
        wrong.append(f'order: expected "family-first" or "given-first", got {order!r:.40}')
    given, family = cells.get("given", ""), cells.get("family", "")
    parts = (family, given) if order in _FIRST else (given, family)
    table: dict[str, Any] = {
        "name": cells.get("name", "") or " ".join(part for part in parts if part),
        "order": "family-first" if order in _FIRST else "",
        "given": given,
        "family": family,
        "forms": lists["forms"],
        "avoid": lists["avoid"],
        "pronoun": cells.get("pronoun", ""),
        "offices": _office(cells, wrong),
        "titles": _titles(cells, lists["avoid title"], wrong),
    }
    if not table["name"]:
        wrong.append("name: expected a name, and there is none")
    return {key: value for key, value in table.items() if value}


def _office(cells: Mapping[str, str], wrong: list[str]) -> list[dict[str, Any]]:
    dates = {key: _day(cells.get(key, ""), key, wrong) for key in ("from", "to")}
    told = {key: value for key, value in dates.items() if value is not None}
    if not cells.get("title"):
        if told:
            wrong.append("title: expected an office for the dates, and there is none")
        return []
    return [{"title": cells["title"], **told}]


def _titles(cells: Mapping[str, str], avoid: list[str], wrong: list[str]) -> list[dict[str, Any]]:
    """The titles to avoid; what to use instead is the office of the row where the sheet does not say it."""
    if not avoid:
        return []
    use = cells.get("use title") or cells.get("title", "")
    if not use:
        wrong.append("use title: expected the title to use instead, and there is none")
    entry = {
        "avoid": avoid, "use": use, "reason": cells.get("reason", ""), "link": cells.get("link", ""),
    }  # fmt: skip
    return [{key: value for key, value in entry.items() if value}]


def _day(cell: str, key: str, wrong: list[str]) -> datetime.date | str | int | None:
    if cell.casefold() in _OPEN:
        return None
    try:
        return day(cell)
    except ValueError as error:
        wrong.append(f"{key}: {error}")
        return None


def _check(table: dict[str, Any], wrong: list[str]) -> None:
    """Hold the table against what a people file may say."""

    def complain(_place: Key, message: str) -> None:
        wrong.append(message)

    record(table, (), complain)


def _forms(table: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    """The forms of the name that a row gives, each with whether it is to be avoided."""
    yield from ((form, False) for form in (table["name"], *table.get("forms", ())))
    yield from ((form, True) for form in table.get("avoid", ()))


def _list(cell: str) -> list[str]:
    return list(dict.fromkeys(one for one in _BETWEEN.split(cell) if one))


def _folded(header: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", header.casefold()).split())
