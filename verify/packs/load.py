"""From the files of packs to rules; what is wrong is told with line and column, and the rest holds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from verify.check.rule import Rule
from verify.config.places import Places
from verify.config.suggest import did_you_mean
from verify.model.finding import Problem
from verify.packs.rule import made
from verify.packs.table import Key, read

_LARGEST = 16_000_000
_MOST = 20
"""So many mistakes of a pack are told one by one."""


def rules(path: Path) -> Iterator[Rule | Problem]:
    """The rules of a pack, and what in it cannot be used."""
    text = _text(path)
    if isinstance(text, Problem):
        yield text
        return
    table = _table(text, path)
    if isinstance(table, Problem):
        yield table
        return
    wrong: list[tuple[Key, str]] = [
        ((key,), f'unknown key "{key:.40}"{did_you_mean(key, ("rule", "title"))}')
        for key in table.keys() - {"rule", "title"}
    ]
    tables = table.get("rule", [])
    if not isinstance(tables, list) or not tables:
        wrong.append(((), "there is no [[rule]] in it"))
        tables = []
    known: set[str] = set()
    for number, entry in enumerate(tables):
        one = read(entry, partial(_note, wrong, number))
        if one is None:
            continue
        if one.id in known:
            wrong.append((("rule", number, "id"), f'a second rule is called "{one.id}"; it is left out'))
            continue
        known.add(one.id)
        yield made(one, path)
    yield from _told(wrong, text, path)


def _note(wrong: list[tuple[Key, str]], number: int, key: Key, message: str) -> None:
    wrong.append((("rule", number, *key), message))


def _text(path: Path) -> str | Problem:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            return Problem(str(path), f"a pack has at most {_LARGEST // 1_000_000} MB")
        return data.decode("utf-8-sig")
    except OSError as error:
        return Problem(str(path), f"cannot be read: {(error.strerror or str(error)).lower()}")
    except UnicodeDecodeError as error:
        return Problem(str(path), f"is not UTF-8 (byte {error.start:,})")


def _table(text: str, path: Path) -> dict[str, Any] | Problem:
    """The table of the text: a pack of many thousand words is why it is not read with tomllib."""
    import rtoml

    try:
        return rtoml.loads(text)
    except rtoml.TomlParsingError as error:
        from verify.config.toml import broken

        return broken(path, " ".join(str(error).split()).replace(" at line ", " (at line ", 1))


def _told(wrong: list[tuple[Key, str]], text: str, path: Path) -> Iterator[Problem]:
    if not wrong:
        return
    places = Places(text)
    placed = sorted((*places.of(key), message) for key, message in wrong)
    for line, column, message in placed[:_MOST]:
        yield Problem(f"{path}:{line}:{column}", message)
    if len(placed) > _MOST:
        yield Problem(str(path), f"{len(placed) - _MOST:,} more mistakes like these")
