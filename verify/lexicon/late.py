"""Patterns that are compiled when they are first used: many rules that are imported never run."""

from __future__ import annotations

import re
from typing import Any, cast

from verify.lexicon.compiled import compiled

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "sub", "split")


class _Late:
    """Stands for a pattern until somebody asks it something; from then on its methods are the pattern's."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.source = pattern, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - the pattern's own attributes, typed by `late`
        if name.startswith("__"):
            raise AttributeError(name)
        pattern = compiled(*self.source)
        for method in _METHODS:
            setattr(self, method, getattr(pattern, method))
        return getattr(pattern, name)


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that costs nothing until it is used; a mistake in it is raised then."""
    return cast("re.Pattern[str]", _Late(pattern, flags))
