"""The way out of a command."""

from __future__ import annotations

import atexit
import os
import sys
import threading
from typing import NoReturn

_TOOLS = 6
"""So many tools may look on at once, by PEP 669."""


def leave(code: int) -> NoReturn:
    """End the process with this code, and leave its memory to the system, as mypy does.

    To take every module and value apart is a twentieth of a short run. Whatever is registered for the end is
    done before. Where something may still be wanted of the process (a thread that runs, a profiler or a
    debugger that looks on, `python -i`), it ends as any other.
    """
    if _watched() or sys.flags.inspect or threading.active_count() > 1:
        sys.exit(code)
    atexit._run_exitfuncs()  # noqa: SLF001 - all that sys.exit would do but for the memory
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    os._exit(code)


def _watched() -> bool:
    """Whether a profiler, a debugger or a measurer of coverage looks on, in one of the two ways there are."""
    if sys.getprofile() or sys.gettrace():
        return True
    return sys.version_info >= (3, 12) and any(map(sys.monitoring.get_tool, range(_TOOLS)))
