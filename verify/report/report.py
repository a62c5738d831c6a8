"""What a reporter is; the values it writes come from the check."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TextIO

from verify.check.outcome import FileReport, Report, Said, Voice


@dataclass(frozen=True, slots=True)
class Reporter:
    """Writes a report in one format to a text stream."""

    name: str
    write: Callable[[Report, TextIO], None]


__all__ = ["FileReport", "Report", "Reporter", "Said", "Voice"]
