"""A progress bar for long runs, on a terminal only."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator

_LONG = 20


@contextlib.contextmanager
def steps(total: int, what: str = "Checking") -> Iterator[Callable[[], object]]:
    """What to call after each article; a bar on standard error moves with it where somebody watches."""
    if total <= _LONG or sys.stderr is None or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda: bar.advance(task)
