"""What a reporter is; the values it writes come from the check."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TextIO, get_args

from msgspec import Struct

from verify.check.described import Described
from verify.check.outcome import Copy, FileReport, Report, Said, Voice

Need = Literal["said", "copy"]


class Reporter(Struct, frozen=True):
    """Writes a report in one format to a text stream.

    `marks` are those that must be made for it, whether or not a rule needs them. `needs` is what the report
    shall carry of every article beside the findings: "said" for the quotes with their speakers (which takes
    the mark "quotes"), "copy" for the article as it is read. What nobody needs is not kept.
    """

    name: str
    write: Callable[[Report, TextIO], None]
    marks: frozenset[str] = frozenset()
    needs: frozenset[Need] = frozenset()

    def __post_init__(self) -> None:
        if unknown := sorted(set(self.needs) - set(get_args(Need))):
            raise ValueError(f'format "{self.name}" needs "{unknown[0]}", which no report carries')


__all__ = ["Copy", "Described", "FileReport", "Report", "Reporter", "Said", "Voice"]
