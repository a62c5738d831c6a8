"""The way out of a command."""

from __future__ import annotations

import atexit
import inspect
import os
import sys
import threading
from typing import NoReturn

_TOOLS = 6
"""So many tools may look on at once, by PEP 669."""


def leave(code: str | int | None) -> NoReturn:
    """End the process with this code, and leave its memory to the system, as mypy does.

    To take every module and value apart is a twentieth of a short run. Whatever is registered for the end is
    done before. Where something may still be wanted of the process (by a plugin, a thread that runs, a
    profiler or a debugger that looks on, `python -i`, a program that ran this one as a module), it ends as
    any other.
    """
    wanted = "pluggy" in sys.modules or _watched() or sys.flags.inspect or threading.active_count() > 1
    if wanted or not isinstance(code, int) or _guest():
        sys.exit(code)
    atexit._run_exitfuncs()  # noqa: SLF001 - all that sys.exit would do but for the memory
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except OSError:
        sys.exit(code)
    os._exit(code)


def _guest() -> bool:
    """Whether another program called this one: then a second module is being run further up."""
    frame, modules = inspect.currentframe(), 0
    while frame is not None:
        modules += frame.f_code.co_name == "<module>"
        frame = frame.f_back
    return modules > 1


def _watched() -> bool:
    """Whether a profiler, a debugger or a measurer of coverage looks on, in one of the two ways there are."""
    if sys.getprofile() or sys.gettrace():
        return True
    return sys.version_info >= (3, 12) and any(map(sys.monitoring.get_tool, range(_TOOLS)))
