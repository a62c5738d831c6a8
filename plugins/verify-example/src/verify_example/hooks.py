"""What this plugin gives to verify; the entry point in pyproject.toml names this file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from verify import hookimpl

if TYPE_CHECKING:
    from verify import Reader, Reporter, Rule


@hookimpl
def verify_rules() -> Iterable[Rule]:
    """The rules of the house."""
    # Imported when asked for: `verify quotes` needs no rule, and starts sooner without.
    from verify_example.house.exclamation_mark import exclamation_mark

    return (exclamation_mark,)


@hookimpl
def verify_readers() -> Iterable[Reader]:
    """The format of the desk's own system: slugs, and a line for each."""
    from verify_example.slugged import READER

    return (READER,)


@hookimpl
def verify_reporters() -> Iterable[Reporter]:
    """The format `tally`."""
    from verify_example.tally import REPORTER

    return (REPORTER,)
