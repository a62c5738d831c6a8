"""What this plugin gives to verify; the entry point in pyproject.toml names this file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from verify import Engine, hookimpl

if TYPE_CHECKING:
    from verify import Marker


def _markers(models: Path | None) -> Iterable[Marker]:
    from verify_stanza.engine import markers

    return markers(models)


@hookimpl
def verify_engines() -> Iterable[Engine]:
    """The engine `stanza`; nothing of it is imported before somebody chooses it."""
    return (Engine("stanza", _markers),)


@hookimpl
def verify_commands(commands: Any) -> None:  # noqa: ANN401 - a click group; click stays unimported here
    """`verify models`: the official models, where the small ones are not enough."""
    from verify_stanza.command import models

    commands.add_command(models)
