"""What a worker does: arrange the desk, say so, then examine one article after the other."""

from __future__ import annotations

import gc
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from verify.check.examine import examine
from verify.check.setup import Plans, Setup

if TYPE_CHECKING:
    from multiprocessing.connection import Connection


def work(
    pipe: Connection,
    arrange: Callable[[], Setup],
    *,
    many: bool,
    across: frozenset[str],
    thresholds: tuple[int, int, int],
) -> None:
    """Answer each source that comes through the pipe with what was found in it, until the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(*thresholds)
    setup = arrange()
    plans = Plans(setup, many, across)
    with suppress(EOFError, OSError):
        pipe.send(roster(setup))
        while True:
            source = pipe.recv()
            found = examine(source, *plans.of(source.path))
            try:
                pipe.send(found)
            except OSError:
                raise
            except Exception:  # noqa: BLE001 - a plugin may give values that cannot travel
                pipe.send(None)
    # The process ends here: to look for cycles among all that it has loaded would be its longest farewell.
    gc.freeze()


def roster(setup: Setup) -> tuple[object, ...]:
    """What tells whether two processes have arranged the same desk, in plain words and numbers."""
    return (
        tuple((reader.name, reader.suffixes) for reader in setup.readers),
        tuple((marker.provides, sorted(marker.needs)) for marker in setup.markers),
        tuple((chosen.rule.id, chosen.severity, chosen.plugin) for chosen in setup.chosen),
        tuple(memory.plugin for memory in setup.memories),
    )
