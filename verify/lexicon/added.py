"""The words that plugins add to the lists of this room, for as long as an article is read."""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from verify.model.marks import Gender


class Added(Struct, frozen=True):
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
IN_FORCE: ContextVar[Added] = ContextVar("added", default=NOTHING)
in_force = IN_FORCE.get
"""What is added for the article that is being read; nothing unless a plugin gives words."""
