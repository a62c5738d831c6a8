"""The rules that come with the product: every Rule in a file of `rules/<family>/`."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module

from verify.check.rule import Rule
from verify.model.finding import Problem


def rules() -> Iterator[Rule | Problem]:
    """Every built-in rule by family and name; a file that cannot be imported is a problem, the rest stay."""
    house = import_module("verify.rules")
    for family in sorted(pkgutil.iter_modules(house.__path__), key=lambda found: found.name):
        if not family.ispkg:
            continue
        package = import_module(f"{house.__name__}.{family.name}")
        for file in sorted(pkgutil.iter_modules(package.__path__), key=lambda found: found.name):
            yield from _rules_of(f"{package.__name__}.{file.name}")


def _rules_of(name: str) -> Iterator[Rule | Problem]:
    try:
        module = import_module(name)
    except Exception as error:  # noqa: BLE001 - one broken file must not take the others along
        yield Problem(name, f"cannot be imported: {type(error).__name__}: {error}")
        return
    # A rule that a file merely imports from its neighbour belongs to the neighbour.
    yield from (v for v in vars(module).values() if isinstance(v, Rule) and _home(v) == name)


def _home(rule: Rule) -> str:
    return ".".join(("verify.rules", *rule.id.replace("-", "_").split("/")))
