"""The markers of the engine: the parse, and the marks that are made with it in place of the default ones."""

from __future__ import annotations

from pathlib import Path

from verify import Marker
from verify_stanza import indirect, names, parsed
from verify_stanza.pipeline import checked


def markers(models: Path | None) -> tuple[Marker, ...]:
    """The markers, with the models of a folder or those that come with the plugin; raises NoEngine."""
    folder = checked(models)
    return (parsed.marker(folder), names.MARKER, indirect.MARKER)
