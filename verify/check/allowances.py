"""Wishes in the copy that a rule stay silent: found are those that ended, or silence nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from verify.check.findings import names_of, stamp
from verify.check.page import Page
from verify.check.select import Chosen
from verify.check.stretches import Stretches
from verify.config.suggest import did_you_mean
from verify.model.document import Allowed
from verify.model.finding import Finding, Flag

RULE = "structure/unused-allow"
"""The rule whose findings are made here, since only the end of a run knows which wishes were used."""


class Rules(Struct, frozen=True):
    """Every rule there is, those that run unless told otherwise, and those that ran on an article."""

    known: frozenset[str]
    usual: frozenset[str]
    ran: frozenset[str]

    def all_ran(self, name: str) -> bool:
        """Whether the rule ran, or every usual one of the family or of all (for "*")."""
        if name in self.known:
            return name in self.ran
        return {rule for rule in self.usual if name in (rule.partition("/")[0], "*")} <= self.ran

    def exists(self, name: str) -> bool:
        """Whether a rule or a family has this name."""
        return name == "*" or any(name in (rule, rule.partition("/")[0]) for rule in self.known)


def unused(
    findings: Iterable[Finding],
    wishes: Iterable[Allowed],
    rules: Rules,
    chosen: Chosen,
    page: Page,
    today: str = "",
) -> Iterator[Finding]:
    """A finding for each wish that has ended, or silences none of the findings, though its rules ran."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for finding in findings:
        for name in names_of(finding.rule):
            spans.setdefault(name, []).append((finding.start, max(finding.end, finding.start + 1)))
    found = {name: Stretches(places) for name, places in spans.items()}
    hints: dict[str, str] = {}
    for wish in wishes:
        if wish.rule == RULE:
            continue
        if not rules.exists(wish.rule):
            hint = hints.setdefault(wish.rule, did_you_mean(wish.rule, rules.known))
            message = f'no rule or family is called "{wish.rule}"{hint}'
        elif wish.ended(today):
            what = "all rules" if wish.rule == "*" else f'"{wish.rule}"'
            message = f"the allowance for {what} ended on {wish.until}"
        elif rules.all_ran(wish.rule) and not _touches(found, wish):
            what = "anything" if wish.rule == "*" else f'"{wish.rule}"'
            message = f"nothing here needs the allowance for {what}"
        else:
            continue
        yield stamp(chosen, Flag(wish.place, message), page, page.itself, {})


def _touches(found: dict[str, Stretches], wish: Allowed) -> bool:
    return wish.rule in found and found[wish.rule].touch(wish.start, wish.end)
