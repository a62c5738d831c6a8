"""Word lists written out as running text, so that a list is read and mended as one."""

from __future__ import annotations


def listed(text: str) -> frozenset[str]:
    """The words of a list that is parted by spaces and line breaks."""
    return frozenset(text.split())


def entries(text: str) -> frozenset[str]:
    """The entries of a list that is parted by bars and line breaks, each of one word or more."""
    return frozenset(entry.strip() for entry in text.replace("|", "\n").split("\n") if entry.strip())
