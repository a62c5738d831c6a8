"""What a report may tell of the rules that ran: the reporters themselves know none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec import Struct

from verify.check.select import Chosen
from verify.model.finding import Severity


class Described(Struct, frozen=True):
    """A rule that ran: how gravely this run takes it, how gravely it takes itself, and where it comes from.

    `default` says whether it is on unless told otherwise; `plugin` is "verify" for the rules of the house,
    else the distribution with its version. The page is read only by those who ask for its words.
    """

    id: str
    summary: str
    advice: str
    severity: Severity
    usual: Severity
    default: bool
    plugin: str
    page: Path
    written: Callable[[], str] | None = None

    @property
    def family(self) -> str:
        """The part of the id before the slash."""
        return self.id.partition("/")[0]

    def words(self) -> str:
        """The page of the rule, in Markdown; empty where it cannot be read."""
        if self.written:
            return self.written()
        try:
            return self.page.read_text(encoding="utf-8")
        except (OSError, UnicodeError):
            return ""


def described(chosen: Iterable[Chosen]) -> tuple[Described, ...]:
    """The rules as a report may tell of them, by their ids."""
    return tuple(_described(one) for one in sorted(chosen, key=lambda one: one.rule.id))


def _described(one: Chosen) -> Described:
    rule = one.rule
    return Described(
        rule.id, rule.summary, rule.advice, one.severity, rule.severity, rule.default, one.plugin, rule.page,
        rule.written,
    )  # fmt: skip
