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


def mended(fixed: int, files: int, more: int, *, would: bool = False) -> str:
    """What was fixed, in one sentence; with `would` what could be, and an empty string for nothing at all."""
    hint = f" ({more:,} more with --unsafe-fixes)" if more else ""
    if fixed:
        done = "Would fix" if would else "Fixed"
        return f"{done} {counted(fixed, 'finding')} in {counted(files, 'file')}{hint}."
    return f"Nothing {'to fix' if would else 'fixed'}{hint}." if more or not would else ""
