"""Allowances that have outlived what they allowed."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Flag, rule


@rule(severity="warning", since="0.1", advice="Take the allowance out, or correct the name in it.")
def unused_allow(article: Article) -> Iterator[Flag]:
    """An allowance in the copy silences nothing, names no rule, or has ended."""
    # Whether an allowance was used is known only when every other rule has spoken, so the engine makes
    # these findings at the end of a run; the rule is here to be listed, explained, chosen and graded.
    del article
    yield from ()
