"""The words that plugins add to the lists of this room, for as long as an article is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from verify.model.marks import Gender


class Added(NamedTuple):
    """What is known beside the lists that are shipped, in the forms in which those are asked.

    `words` are right as they stand, in small letters in any case; `given` and `surnames` are folded names;
    `cues` are lines of a verb and its forms, `titles` the last words of titles, in small letters.
    """

    words: frozenset[str] = frozenset()
    given: Mapping[str, Gender] = MappingProxyType({})
    surnames: frozenset[str] = frozenset()
    cues: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()


NOTHING = Added()
_IN_FORCE: ContextVar[Added] = ContextVar("added", default=NOTHING)
in_force = _IN_FORCE.get
"""What is added for the article that is being read; nothing unless a plugin gives words."""


@contextmanager
def added(words: Added) -> Iterator[None]:
    """Have these words known inside the block, and nowhere else: not in another thread either."""
    before = _IN_FORCE.set(words)
    try:
        yield
    finally:
        _IN_FORCE.reset(before)
