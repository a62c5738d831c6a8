"""Counts and summaries in words."""

from __future__ import annotations

from collections.abc import Iterator

from verify.check.outcome import Report


def counted(number: int, noun: str) -> str:
    """The number with its noun, in the plural where it is one ("info" has none)."""
    return f"{number:,} {noun}{'' if number == 1 or noun == 'info' else 's'}"


def undone(report: Report) -> Iterator[str]:
    """What a summary says of the work that was not done."""
    if report.unread:
        yield f"{counted(report.unread, 'file')} could not be read"
    if other := len(report.problems) - report.unread:
        yield counted(other, "problem")
