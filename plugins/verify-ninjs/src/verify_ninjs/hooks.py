"""What this plugin gives to verify; the entry point in pyproject.toml names this file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from verify import hookimpl

if TYPE_CHECKING:
    from verify import Reader, Reporter


@hookimpl
def verify_readers() -> Iterable[Reader]:
    """The reader for ninjs."""
    from verify_ninjs.reader import READER

    return (READER,)


@hookimpl
def verify_reporters() -> Iterable[Reporter]:
    """The format `annotations`."""
    from verify_ninjs.annotations import REPORTER

    return (REPORTER,)
