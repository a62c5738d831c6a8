"""Standard input, output and error as the commands use them."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal, TextIO

from verify.check.setup import Source
from verify.model.finding import Problem
from verify.report.cells import neutral


def complain(message: str) -> None:
    """One line on standard error, where there is one."""
    if sys.stderr is None:
        return
    with contextlib.suppress(OSError):
        sys.stderr.write(f"verify: {neutral(' '.join(message.split()))}\n")


def remark(message: str) -> None:
    """A line on standard error that is no complaint: there it is in nobody's way."""
    if message and sys.stderr is not None:
        with contextlib.suppress(OSError):
            sys.stderr.write(f"{neutral(message)}\n")


def from_stdin(paths: tuple[str, ...], filename: str) -> Source | Problem | None:
    """Standard input as an article, where "-" is among the paths."""
    if "-" not in paths:
        return None
    if sys.stdin is None:
        return Problem(filename or "<stdin>", "standard input is closed")
    return Source(filename or "<stdin>", sys.stdin.buffer.read())


@contextlib.contextmanager
def output(path: str, *, aside: bool = False) -> Iterator[TextIO]:
    """The file named, or standard output: UTF-8, with line ends as they are written.

    A file is there when it is written whole, or else stays what it was.
    With `aside`, standard error stands for standard output, which holds an article.
    """
    if not path or path == "-":
        yield (sys.stderr or io.StringIO()) if aside else sys.stdout
        return
    place = Path(path)
    if place.exists() and not place.is_file():
        # A pipe or a device is written as it is.
        with _opened(place, "w") as file:
            yield file
        return
    with _in_place_of(Path(os.path.realpath(place))) as file:
        yield file


@contextlib.contextmanager
def _in_place_of(target: Path) -> Iterator[TextIO]:
    """A draft beside the file, which takes its place once it is written whole, and its mode."""
    draft = target.with_name(f".verify-{os.urandom(8).hex()}")
    try:
        with _opened(draft, "x") as file:
            if target.exists():
                if not os.access(target, os.W_OK):
                    # The folder alone must be writable for what follows; but a file is locked for a reason.
                    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
                draft.chmod(stat.S_IMODE(target.stat().st_mode))
            yield file
        draft.replace(target)
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def _opened(path: Path, mode: Literal["w", "x"]) -> TextIO:
    return path.open(mode, encoding="utf-8", errors="backslashreplace", newline="")


def write(path: str, writer: Callable[[TextIO], object], *, aside: bool = False) -> list[Problem]:
    """Write a report; a reader that went away is no problem, a file that cannot be written is one."""
    try:
        with output(path, aside=aside) as stream:
            writer(stream)
            stream.flush()
    except BrokenPipeError:
        forget_output()
    except OSError as error:
        if not path or path == "-":
            forget_output()
        return [unwritten(error, path)]
    return []


def write_bytes(path: str, data: bytes) -> list[Problem]:
    """Write bytes as they are to the file named, or to standard output."""
    return write(path, lambda stream: _as_they_are(stream, data))


def _as_they_are(stream: TextIO, data: bytes) -> None:
    stream.flush()
    stream.buffer.write(data)
    stream.buffer.flush()


def unwritten(error: OSError, path: str = "") -> Problem:
    """Why the file named, or standard output, could not be written."""
    message = (error.strerror or str(error)).lower()
    return Problem(path or "standard output", f"cannot be written: {message}")


def forget_output() -> None:
    """Let go of a standard output that nobody reads any more, so that Python does not complain at exit."""
    with contextlib.suppress(OSError, io.UnsupportedOperation):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
