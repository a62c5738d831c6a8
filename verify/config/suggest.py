"""The word that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A question naming the known word nearest to this one, with a space before it, or nothing."""
    from difflib import get_close_matches

    names = sorted(known)
    near = get_close_matches(word, names, n=1, cutoff=0.6)
    if not near and "/" not in word:
        # Who writes "misspelling" means "typos/misspelling".
        near = [name for name in names if name.partition("/")[2] == word][:1]
    return f' (did you mean "{near[0]}"?)' if near else ""
