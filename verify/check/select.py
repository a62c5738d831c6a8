"""Which rules run: what the settings and the command line wish, the more specific wish first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from msgspec import Struct, field

from verify.check.rule import Rule
from verify.config.options import build
from verify.config.suggest import did_you_mean
from verify.model.finding import SEVERITIES, Problem, Severity

_NONE: Mapping[str, Any] = MappingProxyType({})


class Wishes(Struct, frozen=True):
    """Which rules one place (a settings file, the command line) wants, and how gravely it takes them.

    `where` is the file, and `table` its [[paths]] table of that number; `today` the day that it says it is.
    """

    where: str = ""
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    table: int = 0
    today: str = ""

    def place(self, key: str) -> str:
        """Where a key stands, as problems name it."""
        return f"{self.where}: paths[{self.table}].{key}" if self.table else f"{self.where}: {key}"

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


class Chosen(Struct, frozen=True):
    """A rule that runs, with the severity and the options that the settings give it."""

    rule: Rule
    severity: Severity
    options: Any = None
    plugin: str = "verify"


def choose(
    rules: Iterable[Rule], places: Sequence[Wishes], owners: Mapping[str, str] = _NONE
) -> tuple[tuple[Chosen, ...], tuple[Problem, ...]]:
    """The rules to run, in the order of their ids, and the wishes that name no rule.

    Of two wishes in one place the more specific holds (a rule before its family before "all"; of two
    alike `ignore`). A later place goes before those above it, for the rules that it speaks of; its
    `select` sets their choice aside.
    """
    known = sorted(rules, key=lambda rule: rule.id)
    problems = [problem for wishes in places for problem in _unknown(wishes, known)]
    chosen = []
    for rule in known:
        if not _wanted(rule, places):
            continue
        said: dict[str, Any] = {}
        for wishes in places:
            table = wishes.options.get(rule.id, _NONE)
            where = wishes.place(f'rules."{rule.id}"')
            if rule.options is not None:
                problems.extend(build(rule.options, table, where)[1])
                said |= table
            elif table:
                problems.append(Problem(where, "this rule takes no options"))
        options = None if rule.options is None else build(rule.options, said, "")[0]
        chosen.append(Chosen(rule, _severity(rule, places), options, owners.get(rule.id, "verify")))
    return tuple(chosen), tuple(problems)


def _wanted(rule: Rule, places: Sequence[Wishes]) -> bool:
    raised = False
    for wishes in reversed(places):
        for_it = _level(rule, (*wishes.select, *wishes.extend_select))
        # Who says how grave a rule is wants it, whatever is off further up.
        against = _level(rule, (*wishes.ignore, *(() if raised else _off(wishes))))
        if for_it >= 0 or against >= 0:
            # A default rule is wanted as "all" would want it: any wish that names "all" for nothing wins.
            return for_it > against
        if wishes.select:
            return False
        raised |= _level(rule, (name for name, level in wishes.severity.items() if level != "off")) >= 0
    return rule.default


def _off(wishes: Wishes) -> Iterator[str]:
    return (name for name, level in wishes.severity.items() if level == "off")


def _level(rule: Rule, names: Iterable[str]) -> int:
    """How specifically the names speak of the rule: 2 by its id, 1 by its family, 0 by "all", -1 not."""
    ranks = {"all": 0, rule.family: 1, rule.id: 2}
    return max((ranks.get(name, -1) for name in names), default=-1)


def _severity(rule: Rule, places: Sequence[Wishes]) -> Severity:
    for wishes in reversed(places):
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
            where = wishes.place(key) if wishes.where else f"--{key}"
            yield Problem(where, f'no rule or family is called "{name}"{did_you_mean(name, allowed)}')
