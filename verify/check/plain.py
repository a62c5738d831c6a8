"""Values of the house as bytes and back, for files that this process alone can open."""

from __future__ import annotations

import io
import pickle
from typing import Any

_OURS = frozenset(("verify", "msgspec", "builtins"))


class NotOurs(Exception):
    """A value is of a plugin's own kind: nobody knows whether it can be had back."""


class _Writer(pickle.Pickler):
    """Writes what is made of plain values and of kinds of the house."""

    def reducer_override(self, value: object) -> Any:  # noqa: ANN401 - as pickle has it
        kind = value if isinstance(value, type) else type(value)
        if kind.__module__.partition(".")[0] not in _OURS:
            raise NotOurs(kind.__qualname__)
        return NotImplemented


def written(value: object) -> bytes:
    """The value as bytes; raises where it cannot be, or holds something of a plugin's own kind."""
    stream = io.BytesIO()
    _Writer(stream, pickle.HIGHEST_PROTOCOL).dump(value)
    return stream.getvalue()


def read(data: bytes) -> Any:  # noqa: ANN401 - whatever was written
    """The value that this process wrote."""
    return pickle.loads(data)  # noqa: S301 - nobody else could have written it
