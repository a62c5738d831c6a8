"""The rules of a package as an earlier run found them: a rule that has no say is not even imported.

A third of the house's rules are off, or have nothing to go by without a house style or an archive; that is
fifty modules more to import. What is kept is what the decorators say, and it holds as long as
no file of the package has changed: there is no list of rules to keep up.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any
from zlib import crc32

from msgspec import Struct

from verify.check.builtin import modules_in, rules_of
from verify.check.rule import ArticleCheck, Rule, Scope
from verify.lexicon import kept
from verify.model.finding import Problem, Severity


class _Told(Struct, frozen=True, array_like=True):
    """What a rule says of itself, the module that makes it, and whether it takes options."""

    module: str
    id: str
    summary: str
    severity: Severity
    needs: frozenset[str]
    since: str
    page: str
    advice: str
    scope: Scope
    default: bool
    optional: bool
    points: frozenset[str]
    yields_to: frozenset[str]
    former: tuple[str, ...]


class _List(Struct, frozen=True, array_like=True):
    """The rules of a package, and a checksum of the names, sizes and times of its files."""

    files: int
    rules: list[_Told]


_CHECK, _OPTIONS = vars(Rule)["check"], vars(Rule)["options"]
"""What a rule was made with, which the properties of a listed one stand before."""


class _Unknown:
    """Stands where the options of a listed rule would."""


class ListedRule(Rule, frozen=True):
    """A rule that is known from the list; its module is imported when the rule is to run."""

    module: str = ""

    @property  # type: ignore[misc]
    def check(self) -> ArticleCheck:
        """The check itself."""
        own: ArticleCheck = _CHECK.__get__(self)
        return _made(self.module).check if own is _nothing else own

    @property  # type: ignore[misc]
    def options(self) -> type[Any] | None:
        """The class of its options, if it takes any."""
        own: type[Any] | None = _OPTIONS.__get__(self)
        return _made(self.module).options if own is _Unknown else own


def listed(package: str) -> Iterator[Rule | Problem]:
    """Every rule of the package, from the list where that still holds; a broken file is a problem."""
    # Without docstrings (-OO) rules say less of themselves.
    files = 0 if sys.flags.optimize else _state(package)
    place = kept.place(f"rules-{crc32('/'.join(import_module(package).__path__).encode()):08x}")
    held = kept.read(place, _List) if place and files else None
    if held and held.files == files:
        yield from map(_listed, held.rules)
        return
    told = []
    for module in modules_in(package):
        for rule in rules_of(module):
            yield rule
            # A list with a hole in it is none, and what a rule does beside its file cannot be kept.
            files = 0 if isinstance(rule, Problem) or rule.written else files
            if isinstance(rule, Rule):
                told.append(_told(module, rule))
    if place and files:
        kept.write(place, _List(files, told))


def _state(package: str) -> int:
    """A checksum of the names, sizes and times of all files of code; 0 where they are no plain files."""
    lines = []
    for folder in import_module(package).__path__:
        try:
            for family in os.scandir(folder):
                if family.is_dir() and not family.name.startswith(("_", ".")):
                    for file in os.scandir(family.path):
                        if file.name.endswith(".py"):
                            stat = file.stat()
                            lines.append(f"{family.name}/{file.name} {stat.st_size} {stat.st_mtime_ns}")
        except OSError:
            return 0
    return crc32("\n".join(sorted(lines)).encode("utf-8", "surrogateescape")) if lines else 0


def _told(module: str, rule: Rule) -> _Told:
    return _Told(
        module, rule.id, rule.summary, rule.severity, rule.needs, rule.since, str(rule.page), rule.advice,
        rule.scope, rule.default, rule.options is not None, rule.points, rule.yields_to, rule.former,
    )  # fmt: skip


def _listed(told: _Told) -> ListedRule:
    return ListedRule(
        id=told.id, check=_nothing, summary=told.summary, severity=told.severity, needs=told.needs,
        since=told.since, page=Path(told.page), advice=told.advice, scope=told.scope, default=told.default,
        points=told.points, yields_to=told.yields_to, former=told.former, module=told.module,
        options=_Unknown if told.optional else None,
    )  # fmt: skip


def _nothing(*_: object) -> Iterator[Any]:
    """Stands where the check of a listed rule would; the property is asked in its place."""
    return iter(())


@cache
def _made(module: str) -> Rule:
    """The rule that a module makes; raises what its import raises."""
    import_module(module)
    return next(rule for rule in rules_of(module) if isinstance(rule, Rule))
