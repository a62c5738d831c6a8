"""A rule's options, built from its table in the settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_type_hints

from verify.config.suggest import did_you_mean
from verify.model.finding import Problem

_PLAIN = {
    "`str`": "text",
    "`int`": "a whole number",
    "`float`": "a number",
    "`bool`": "true or false",
    "`array`": "a list",
    "`object`": "a table",
}


def build(options: type[Any], table: Mapping[str, Any], where: str) -> tuple[Any, tuple[Problem, ...]]:
    """The options with what the table says; what it may not say is a problem, and left out."""
    if not table:
        return options(), ()
    import msgspec

    hints = get_type_hints(options)
    fields = {name.replace("_", "-"): name for name in names(options)}
    values: dict[str, Any] = {}
    problems = []
    for key, value in table.items():
        if key not in fields:
            problems.append(Problem(where, f'unknown option "{key}"{did_you_mean(key, fields)}'))
            continue
        try:
            values[fields[key]] = msgspec.convert(value, hints[fields[key]])
        except msgspec.ValidationError as error:
            problems.append(Problem(where, f"{key}: {_plainly(str(error))}, got {value!r:.60}"))
    return options(**values), tuple(problems)


def names(options: type[Any]) -> tuple[str, ...]:
    """The options there are, as the class spells them: a frozen dataclass, or a struct of msgspec's."""
    ours: tuple[str, ...] | None = getattr(options, "__struct_fields__", None)
    if ours is not None:
        return ours
    import dataclasses

    return tuple(field.name for field in dataclasses.fields(options))


def _plainly(message: str) -> str:
    """The library's message in words that a newsroom knows: what was expected."""
    what = message.partition(" - at ")[0].partition(", got ")[0]
    for theirs, ours in _PLAIN.items():
        what = what.replace(theirs, ours)
    return what[:1].lower() + what[1:]
