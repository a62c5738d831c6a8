"""What a rule says (a flag), and what the engine makes of it (a finding)."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from verify.model.span import Span

Severity = Literal["error", "warning", "info"]
Verdict = Literal["error", "warning", "info", "off"]
SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")
"""From the mildest to the gravest."""


class Elsewhere(Struct, frozen=True):
    """Another passage that a flag speaks of; `path` is empty for the same article.

    The span counts into the article's text; where `path` is given, be it the article's own, into the
    source. Of an article that is not in the run, line and column must be given.
    """

    span: tuple[int, int]
    message: str
    path: str = ""
    line: int = 0
    column: int = 0


class Flag(Struct, frozen=True):
    """What a rule says about a stretch of the article's text.

    `message` is what is wrong, `advice` what to do (empty: the rule's own advice stands). `fixes` are
    replacements of the whole span, best first; `safe` means the first may be applied unread.
    """

    span: tuple[int, int]
    message: str
    advice: str = ""
    fixes: tuple[str, ...] = ()
    safe: bool = False
    related: tuple[Elsewhere, ...] = ()
    confidence: float = 1.0


class Related(Struct, frozen=True):
    """Another passage of a finding: a span of the source of `path`."""

    path: str
    start: int
    end: int
    line: int
    column: int
    message: str


class Finding(Struct, frozen=True):
    """A flag with its rule, severity and place: offsets count into the source, lines and columns from 1.

    `known` means that it was there before: in the baseline, or before the changes that are looked at.
    """

    path: str
    rule: str
    severity: Severity
    confidence: float
    message: str
    advice: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    fixes: tuple[str, ...]
    safe: bool
    fingerprint: str
    related: tuple[Related, ...] = ()
    known: bool = False

    @property
    def span(self) -> Span:
        """Where the finding stands in the source."""
        return Span(self.start, self.end)


class Judgement(Struct, frozen=True):
    """How a plugin takes a finding: as an error, a warning or an info, or not at all ("off")."""

    severity: Verdict


class Problem(Struct, frozen=True):
    """Work that could not be done: an unreadable file, a bad setting, a broken plugin, a rule that raised."""

    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message
