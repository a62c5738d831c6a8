"""The way in: answers `--version` at once, and turns every other end of a command into an exit code."""

from __future__ import annotations

import gc
import sys

_INTERRUPTED = 130
_ROUND = 100_000


def program() -> None:
    """The command as a process of its own, which ends with it; whoever has more to do calls `main`."""
    try:
        main()
    except SystemExit as ended:
        from verify.cli.leaving import leave

        leave(ended.code)


def main() -> None:
    """Run the command line and exit with its code."""
    # Modules and marks are many small values without cycles: to look for some every 700 is lost time.
    gc.set_threshold(_ROUND)
    try:
        if sys.argv[1:] == ["--version"] and sys.stdout is not None:
            # Asked by scripts and editors all the time: neither click nor the house is loaded for it.
            from verify.cli.version import lines

            sys.stdout.write(lines())
            sys.stdout.flush()
            return
        from verify.cli.modules import use

        modules = use()

        from verify.cli.app import run

        code = run()
        if modules:
            modules.keep()
        sys.exit(code)
    except KeyboardInterrupt:
        sys.stderr.write("verify: interrupted\n")
        sys.exit(_INTERRUPTED)
    except OSError as error:
        # Files are read and written where their errors are told; what is left is the way out.
        from verify.cli.streams import complain, forget_output, unwritten

        forget_output()
        if not isinstance(error, BrokenPipeError):
            complain(str(unwritten(error)))
        sys.exit(2)
    finally:
        # Nor does anybody need to look once more at the end, when the process is given back whole.
        gc.freeze()
