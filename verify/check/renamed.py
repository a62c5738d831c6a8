"""Rules that were called otherwise once: settings, options and allowances with the former name still hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from msgspec.structs import replace

from verify.check.rule import Rule
from verify.check.select import Wishes
from verify.model.document import Allowed, Document

Value = TypeVar("Value")


def former_names(rules: Iterable[Rule]) -> Mapping[str, str]:
    """The id of today for each former one; an id that a rule bears today is that rule’s alone."""
    rules = tuple(rules)
    today = {rule.id for rule in rules}
    return MappingProxyType(
        {name: rule.id for rule in rules for name in rule.former if name not in today and "/" in name}
    )


def up_to_date(wishes: Wishes, names: Mapping[str, str]) -> tuple[Wishes, tuple[str, ...]]:
    """The wishes with the ids of today, and a line for each former one that they use."""
    met = dict.fromkeys(name for _, name in wishes.named() if name in names)
    if not met:
        return wishes, ()
    renewed = replace(
        wishes,
        select=_listed(wishes.select, names),
        extend_select=_listed(wishes.extend_select, names),
        ignore=_listed(wishes.ignore, names),
        severity=_keyed(wishes.severity, names),
        options=_keyed(wishes.options, names),
    )
    where = f"{wishes.where}: " if wishes.where else ""
    return renewed, tuple(f"{where}{told(name, names)}" for name in met)


def allowed_today(
    document: Document, names: Mapping[str, str]
) -> tuple[tuple[Allowed, ...], tuple[str, ...]]:
    """What the author of a document allows by the ids of today, and a line for each former one used."""
    met = dict.fromkeys(wish.rule for wish in document.allowed if wish.rule in names)
    if not met:
        return document.allowed, ()
    renewed = (replace(wish, rule=names.get(wish.rule, wish.rule)) for wish in document.allowed)
    return tuple(renewed), tuple(told(name, names) for name in met)


def told(name: str, names: Mapping[str, str]) -> str:
    """That a rule is called otherwise now."""
    return f'"{name}" is now called "{names[name]}"; the former name will go with the next major version'


def _listed(given: Iterable[str], names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(names.get(name, name) for name in given)


def _keyed(given: Mapping[str, Value], names: Mapping[str, str]) -> dict[str, Any]:
    """The table by the ids of today; of an entry under both names that of today holds."""
    return {names[name]: value for name, value in given.items() if name in names} | {
        name: value for name, value in given.items() if name not in names
    }
