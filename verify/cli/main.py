"""The way in: answers `--version` at once, and turns every other end of a command into an exit code."""

from __future__ import annotations

import sys

_INTERRUPTED = 130


def main() -> None:
    """Run the command line and exit with its code."""
    try:
        if sys.argv[1:] == ["--version"]:
            # Asked by scripts and editors all the time: neither click nor the house is loaded for it.
            from verify.cli.version import lines

            sys.stdout.write(lines())
            sys.stdout.flush()
            return
        from verify.cli.app import run

        sys.exit(run())
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
