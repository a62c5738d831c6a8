"""Reading profiles: a table, the ones that it extends, and where each point comes from.

What is wrong in a table is named with its file and key, and the rest of the table holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from msgspec import Struct
from msgspec.structs import replace

from verify.config.suggest import did_you_mean
from verify.config.toml import read
from verify.model.finding import Problem
from verify.model.profile import POINTS, SECTIONS, Profile

_WORD = re.compile(r"\w(?:[\w .’'&-]{0,38}[\w.’'])?")
_HEAD = ("extends", "title", "general-knowledge")


class Resolved(Struct, frozen=True):
    """A profile with all that it extends, and where each point was said.

    `general` are the points that rest on what is generally known of the house, not on its guide.
    """

    profile: Profile
    title: str
    origins: Mapping[str, str]
    general: frozenset[str] = frozenset()


class _Sheet(Struct, frozen=True):
    """One table as read."""

    where: str
    title: str
    points: Mapping[str, Any]
    general: frozenset[str] = frozenset()


def resolve(
    name: str, known: Mapping[str, Path], folder: Path, where: str
) -> tuple[Resolved | None, tuple[Problem, ...]]:
    """The profile of that name, or in that TOML file, with all that it extends.

    A file counts from `folder` and lies in it or below; `where` names the place that asks.
    """
    chain: list[_Sheet] = []
    problems: list[Problem] = []
    seen: dict[Path, str] = {}
    wanted, root, asked = name, folder, where
    while wanted:
        found = _find(wanted, known, folder, root, asked)
        if isinstance(found, Problem):
            problems.append(found)
            break
        path, shown = found
        if (place := path.resolve()) in seen:
            circle = " → ".join([*list(seen.values())[list(seen).index(place) :], shown])
            problems.append(Problem(asked, f"profiles extend one another in a circle: {circle}"))
            break
        seen[place] = shown
        table = read(path)
        if isinstance(table, Problem):
            problems.append(table)
            break
        # What a shipped table extends lies beside it; the files of a house stay in the house.
        folder, root = path.parent, (path.parent if wanted in known else root)
        asked = f"{path}: extends"
        sheet, wrong, wanted = _sheet(table, str(path), shown)
        problems += wrong
        chain.append(sheet)
    if not chain:
        return None, tuple(problems)
    merged = Resolved(Profile(name=chain[0].where), "", MappingProxyType({}))
    for sheet in reversed(chain):
        merged = _laid_over(merged, sheet)
    return merged, tuple(problems)


def named(
    name: str, known: Mapping[str, Path], where: str = ""
) -> tuple[Resolved | None, tuple[Problem, ...]]:
    """The profile that a command line names: one that is known, or a file wherever it lies."""
    path = Path(name)
    return resolve(path.name if name.endswith(".toml") else name, known, path.parent, where)


def overridden(under: Resolved, table: Mapping[str, Any], where: str) -> tuple[Resolved, tuple[Problem, ...]]:
    """The profile with the points that a table of the settings says otherwise."""
    points, problems = _points(table, where)
    return _laid_over(under, _Sheet(where, under.title, points)), tuple(problems)


def _find(
    name: str, known: Mapping[str, Path], folder: Path, root: Path, where: str
) -> tuple[Path, str] | Problem:
    """The file of a profile, and what to call it."""
    if not name.endswith(".toml"):
        if name in known:
            return known[name], name
        hint = did_you_mean(name, known) or f" (there are {', '.join(sorted(known))}; a file ends in .toml)"
        return Problem(where, f'no profile is called "{name}"{hint}')
    path = folder / name
    if "\0" in name or not path.resolve().is_relative_to(root.resolve()):
        return Problem(where, f'"{name}" does not lie below the folder of the settings')
    return path, path.relative_to(root).as_posix() if path.is_relative_to(root) else name


def _sheet(table: dict[str, Any], path: str, shown: str) -> tuple[_Sheet, list[Problem], str]:
    """A table as read, what was wrong in it, and what it extends."""
    head = {key: value for key, value in table.items() if key in _HEAD}
    points, problems = _points({key: value for key, value in table.items() if key not in _HEAD}, path)
    texts = {}
    for key in ("title", "extends"):
        texts[key] = head.get(key, "")
        if not isinstance(texts[key], str):
            problems.append(_wrong(path, key, "text", texts[key]))
            texts[key] = ""
    general = head.get("general-knowledge", [])
    if not isinstance(general, list):
        problems.append(_wrong(path, "general-knowledge", "a list of points", general))
        general = []
    for point in general:
        if point not in POINTS:
            hint = did_you_mean(point, POINTS) if isinstance(point, str) else ""
            problems.append(Problem(path, f"general-knowledge: no point is called {point!r:.60}{hint}"))
    known = frozenset(point for point in general if point in POINTS)
    return _Sheet(shown, texts["title"], points, known), problems, texts["extends"]


def _points(table: Mapping[str, Any], where: str) -> tuple[dict[str, Any], list[Problem]]:
    """The points that a table says, by name; one that is wrong is a problem, and left open."""
    points: dict[str, Any] = {}
    problems = []
    for section, said in table.items():
        if section not in SECTIONS:
            known = {*SECTIONS, *_HEAD}
            problems.append(Problem(where, f'unknown table "{section}"{did_you_mean(section, known)}'))
        elif not isinstance(said, dict):
            problems.append(_wrong(where, section, "a table", said))
        else:
            for key, value in said.items():
                point = f"{section}.{key}"
                if point not in POINTS:
                    hint = did_you_mean(point, POINTS)
                    problems.append(Problem(where, f'unknown point "{point}"{hint}'))
                else:
                    usable, wrong = _value(point, value, where)
                    problems += wrong
                    points |= usable
    return points, problems


def _value(point: str, value: Any, where: str) -> tuple[dict[str, Any], list[Problem]]:  # noqa: ANN401 - of TOML
    """What a table says of one point; of a table of words, entry by entry."""
    hint = _hints()[point]
    if get_origin(hint) is Mapping:
        if not isinstance(value, dict):
            return {}, [_wrong(where, point, expected(point), value)]
        usable, problems = {}, []
        for word, other in value.items():
            if _is_word(word) and (other == "" or _is_word(other)):
                usable[word] = other
            else:
                problems.append(_wrong(where, f'{point}."{word:.40}"', "a word or two", other))
        return {point: usable}, problems
    if get_origin(hint) is Literal:
        fits = any(value == choice and type(value) is type(choice) for choice in get_args(hint))
    elif get_origin(hint) is tuple:
        choices = get_args(get_args(hint)[0])
        fits = isinstance(value, list) and all(one in choices if choices else _is_word(one) for one in value)
        value = tuple(value) if fits else value
    else:
        fits = value == "" or _is_word(value)
    return ({point: value}, []) if fits else ({}, [_wrong(where, point, expected(point), value)])


def _is_word(value: object) -> bool:
    """Whether a value is a word, or a few, as copy may hold it: nothing that could run over a line."""
    return isinstance(value, str) and _WORD.fullmatch(value) is not None


@cache
def _hints() -> Mapping[str, Any]:
    """The type of every point."""

    def all_() -> Iterator[tuple[str, Any]]:
        for section, kind in SECTIONS.items():
            hints = get_type_hints(kind)
            for name in kind.__struct_fields__:
                yield f"{section}.{name.replace('_', '-')}", hints[name]

    return dict(all_())


def expected(point: str) -> str:
    """What a point takes, in the words of an error message."""
    hint = _hints()[point]
    if get_origin(hint) is Literal:
        return _or(get_args(hint))
    if get_origin(hint) is Mapping:
        return 'a table of words, such as towards = "toward"'
    if get_origin(hint) is tuple:
        choices = get_args(get_args(hint)[0])
        return f"a list of {_or(choices)}" if choices else "a list of words"
    return "a word"


def _or(choices: tuple[Any, ...]) -> str:
    *first, last = [f'"{choice}"' if isinstance(choice, str) else str(choice) for choice in choices]
    return f"{', '.join(first)} or {last}"


def _wrong(where: str, key: str, wanted: str, value: object) -> Problem:
    shown = "a table" if isinstance(value, dict) else f"{value!r:.60}"
    return Problem(where, f"{key}: expected {wanted}, got {shown}")


def _laid_over(under: Resolved, sheet: _Sheet) -> Resolved:
    """A profile with what a table that extends it says; words are added to words, all else replaced."""
    tables: dict[str, dict[str, Any]] = {}
    origins = dict(under.origins)
    said = dict(under.profile.points())
    for point, value in sheet.points.items():
        section, _, key = point.partition(".")
        if isinstance(value, dict):
            # An empty word takes an entry of the profile below away.
            kept = {word: other for word, other in (said[point] | value).items() if other}
            tables.setdefault(section, {})[key.replace("-", "_")] = MappingProxyType(kept)
            origins[point] = f"{origins[point]}, {sheet.where}" if said[point] else sheet.where
        else:
            tables.setdefault(section, {})[key.replace("-", "_")] = value
            origins[point] = sheet.where
    changed = {name: replace(getattr(under.profile, name), **values) for name, values in tables.items()}
    replaced = {point for point, value in sheet.points.items() if not isinstance(value, dict)}
    general = (under.general - replaced) | sheet.general
    title = sheet.title or under.title
    return Resolved(replace(under.profile, **changed), title, MappingProxyType(origins), general)
