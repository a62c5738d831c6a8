"""A rule tried on many articles: how often it speaks, and how often it is right by a reader's judgement."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from verify.model.finding import Finding, Problem

_Z = 1.959964
"""Of a normal distribution, 95 % lies within so many standard deviations."""


class Interval(NamedTuple):
    """Between which two shares the true one lies, with 95 % confidence."""

    low: float
    high: float


def wilson(right: int, of: int) -> Interval:
    """Wilson’s interval for a share, which holds for few answers too; of no answers it is all there is."""
    if not of:
        return Interval(0.0, 1.0)
    share, square = right / of, _Z * _Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    reach = _Z * sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return Interval(max(0.0, middle - reach), min(1.0, middle + reach))


class Answers(Struct, frozen=True):
    """What was judged of a rule so far, by file and fingerprint of the finding: whether it was right."""

    given: Mapping[tuple[str, str], bool]

    def of(self, finding: Finding) -> bool | None:
        """What was said of this finding; None where nothing was."""
        return self.given.get((finding.path, finding.fingerprint))

    def about(self, findings: Iterable[Finding]) -> tuple[int, int]:
        """How many of these findings were judged right, and how many were judged."""
        answers = [answer for one in findings if (answer := self.of(one)) is not None]
        return sum(answers), len(answers)


def sample(findings: Sequence[Finding], size: int, seed: int) -> list[Finding]:
    """So many findings, drawn evenly and always the same for one seed, in the order of the articles."""
    if len(findings) <= size:
        return list(findings)
    drawn = random.Random(seed).sample(range(len(findings)), size)  # noqa: S311 - a sample, and no secret
    return [findings[number] for number in sorted(drawn)]


def load_answers(path: str, rule: str) -> Answers | Problem:
    """The answers that a file holds about a rule; a file that is not there holds none."""
    given: dict[tuple[str, str], bool] = {}
    try:
        lines = Path(path).read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        return Answers({})
    except (OSError, UnicodeError) as error:
        return Problem(path, f"cannot be read: {error}")
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            one = json.loads(line)
            if one["rule"] == rule:
                given[str(one["path"]), str(one["fingerprint"])] = bool(one["right"])
        except (ValueError, KeyError, TypeError, RecursionError):
            return Problem(f"{path}:{number}", "is no answer of verify try")
    return Answers(given)


def keep_answer(path: str, finding: Finding, *, right: bool) -> Problem | None:
    """Add one answer to a file, at once, so that none is lost where the reader stops."""
    answer = {
        "rule": finding.rule,
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "text": finding.text,
        "message": finding.message,
        "fingerprint": finding.fingerprint,
        "right": right,
    }
    try:
        with Path(path).open("a", encoding="utf-8", newline="\n") as file:
            file.write(json.dumps(answer) + "\n")
    except OSError as error:
        return Problem(path, f"cannot be written: {(error.strerror or str(error)).lower()}")
    return None
