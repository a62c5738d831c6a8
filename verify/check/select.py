"""Which rules run: what the settings and the command line wish, the more specific wish first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from verify.check.rule import Rule
from verify.config.options import build
from verify.config.suggest import did_you_mean
from verify.model.finding import SEVERITIES, Problem, Severity

_NONE: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Wishes:
    """Which rules one place (a settings file, the command line) wants, and how gravely it takes them."""

    where: str = ""
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def named(self) -> Iterator[tuple[str, str]]:
        """Every (key, rule or family or "all") that is named."""
        for key, names in (
            ("select", self.select),
            ("extend-select", self.extend_select),
            ("ignore", self.ignore),
            ("severity", self.severity),
            ("rules", self.options),
        ):
            yield from ((key, name) for name in names)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A rule that runs, with the severity and the options that the settings give it."""

    rule: Rule
    severity: Severity
    options: Any = None
    plugin: str = "verify"


def choose(
    rules: Iterable[Rule], file: Wishes, line: Wishes, owners: Mapping[str, str] = _NONE
) -> tuple[tuple[Chosen, ...], tuple[Problem, ...]]:
    """The rules to run, in the order of their ids, and the wishes that name no rule.

    Of two wishes in one place the more specific holds (a rule before its family before "all"; of two
    alike `ignore`), and the command line goes before the file; its `select` sets the file's choice aside.
    """
    known = sorted(rules, key=lambda rule: rule.id)
    problems = [problem for wishes in (file, line) for problem in _unknown(wishes, known)]
    chosen = []
    for rule in known:
        if not _wanted(rule, file, line):
            continue
        options = None
        if rule.options is not None:
            table = file.options.get(rule.id, _NONE)
            options, wrong = build(rule.options, table, f'{file.where}: rules."{rule.id}"')
            problems.extend(wrong)
        elif file.options.get(rule.id):
            problems.append(Problem(f'{file.where}: rules."{rule.id}"', "this rule takes no options"))
        chosen.append(Chosen(rule, _severity(rule, file, line), options, owners.get(rule.id, "verify")))
    return tuple(chosen), tuple(problems)


def _wanted(rule: Rule, file: Wishes, line: Wishes) -> bool:
    for_it = _level(rule, (*line.select, *line.extend_select))
    against = _level(rule, (*line.ignore, *_off(line)))
    if for_it >= 0 or against >= 0:
        return for_it > against
    if line.select:
        return False
    for_it = _level(rule, (*file.select, *file.extend_select))
    if for_it < 0 and not file.select and rule.default:
        for_it = 0
    raised = _level(rule, (name for name, level in line.severity.items() if level != "off"))
    off = _off(file) if raised < 0 else ()
    # A default rule is wanted as "all" would want it: any wish that names "all" for nothing wins.
    return for_it > _level(rule, (*file.ignore, *off))


def _off(wishes: Wishes) -> Iterator[str]:
    return (name for name, level in wishes.severity.items() if level == "off")


def _level(rule: Rule, names: Iterable[str]) -> int:
    """How specifically the names speak of the rule: 2 by its id, 1 by its family, 0 by "all", -1 not."""
    ranks = {"all": 0, rule.family: 1, rule.id: 2}
    return max((ranks.get(name, -1) for name in names), default=-1)


def _severity(rule: Rule, file: Wishes, line: Wishes) -> Severity:
    for wishes in (line, file):
        for name in (rule.id, rule.family, "all"):
            if (level := wishes.severity.get(name)) in SEVERITIES:
                return level
    return rule.severity


def _unknown(wishes: Wishes, rules: Iterable[Rule]) -> Iterator[Problem]:
    ids = {rule.id for rule in rules}
    names = {"all", *ids, *(rule.family for rule in rules)}
    for key, name in wishes.named():
        allowed = ids if key == "rules" else names
        if name not in allowed:
            where = f"{wishes.where}: {key}" if wishes.where else f"--{key}"
            yield Problem(where, f'no rule or family is called "{name}"{did_you_mean(name, allowed)}')
