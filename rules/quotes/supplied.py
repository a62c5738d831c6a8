"""How the rules about sources show what stands there."""

from __future__ import annotations

from verify import Elsewhere
from verify.model.supplied import Held

_LONGEST = 120


def places(held: Held, message: str) -> tuple[Elsewhere, ...]:
    """The passages that a quote was held against, as the other places of a flag."""
    return tuple(one.place(f"{message} “{clipped(one.words)}”") for one in held.passages)


def clipped(words: str) -> str:
    """Words of a source or of the copy on one line, cut where they are many."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
