"""What a reporter is; the values it writes come from the check."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TextIO

from verify.check.described import Described
from verify.check.outcome import FileReport, Report, Said, Voice


@dataclass(frozen=True, slots=True)
class Reporter:
    """Writes a report in one format to a text stream.

    `marks` are those that must be made for it, whether or not a rule needs them.
    """

    name: str
    write: Callable[[Report, TextIO], None]
    marks: frozenset[str] = frozenset()


__all__ = ["Described", "FileReport", "Report", "Reporter", "Said", "Voice"]
