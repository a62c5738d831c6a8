"""What a run found, as reporters and the `verify_done` hook see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TextIO

from verify.model.finding import Finding, Problem


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker of an article: the fullest name, the title, and how much is quoted."""

    name: str
    title: str
    quotes: int
    words: int


@dataclass(frozen=True, slots=True)
class FileReport:
    """What was found in one file: findings in the order of the source, and who said what."""

    path: str
    source: str
    findings: tuple[Finding, ...]
    voices: tuple[Voice, ...] = ()
    words: int = 0
    headline: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A whole run: one FileReport an article, in the order of paths, and the work that was not done."""

    files: tuple[FileReport, ...]
    problems: tuple[Problem, ...]
    version: str

    @property
    def findings(self) -> Iterator[Finding]:
        """Every finding, file by file."""
        return (finding for file in self.files for finding in file.findings)


@dataclass(frozen=True, slots=True)
class Reporter:
    """Writes a report in one format to a text stream."""

    name: str
    write: Callable[[Report, TextIO], None]


