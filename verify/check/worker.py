"""What a worker does: arrange the desk, say so, then examine one article after the other."""

from __future__ import annotations

import gc
import signal
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from verify.check.examine import examine
from verify.check.setup import Plans, Setup
from verify.lexicon.compiled import keep

if TYPE_CHECKING:
    from multiprocessing.connection import Connection


def work(
    pipe: Connection,
    draw: Callable[[], Plans],
    thresholds: tuple[int, int, int],
    inherited: Iterable[Connection] = (),
) -> None:
    """Answer each source that comes through the pipe with what was found in it, until the pipe is closed.

    `inherited` are ends of pipes that a copy of a process has, and that are not its own.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(*thresholds)
    for end in inherited:
        end.close()
    plans = draw()
    with suppress(EOFError, OSError):
        pipe.send(roster(plans.setup))
        while True:
            source = pipe.recv()
            found = examine(source, *plans.of(source.path))
            try:
                pipe.send(found)
            except OSError:
                raise
            except Exception:  # noqa: BLE001 - a plugin may give values that cannot travel
                pipe.send(None)
    keep()
    # The process ends here: to look for cycles among all that it has loaded would be its longest farewell.
    gc.freeze()


def drawn(arrange: Callable[[], Setup], many: bool, across: frozenset[str]) -> Plans:  # noqa: FBT001 - one call
    """The plans of a run, drawn up by a process that was started afresh."""
    return Plans(arrange(), many, across)


def roster(setup: Setup) -> tuple[object, ...]:
    """What tells whether two processes have arranged the same desk, in plain words and numbers."""
    return (
        tuple((reader.name, reader.suffixes) for reader in setup.readers),
        tuple((marker.provides, sorted(marker.needs)) for marker in setup.markers),
        tuple((chosen.rule.id, chosen.severity, chosen.plugin) for chosen in setup.chosen),
        tuple(memory.plugin for memory in setup.memories),
    )
