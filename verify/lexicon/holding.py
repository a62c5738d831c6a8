"""Has the lists of this room know further words for a while."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from verify.lexicon.added import IN_FORCE, Added
from verify.lexicon.cues import SPOKEN, forms_with


@contextmanager
def added(words: Added) -> Iterator[None]:
    """Have these words known inside the block, and nowhere else: not in another thread either."""
    before, spoken = IN_FORCE.set(words), SPOKEN.set(forms_with(words.cues))
    try:
        yield
    finally:
        SPOKEN.reset(spoken)
        IN_FORCE.reset(before)
