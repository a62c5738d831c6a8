"""Parts that raise: each is named once, with the first place where it did and the number of others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from verify.model.finding import Problem


class Mishaps:
    """Collects what parts of the run raised; the run goes on without them for that article."""

    __slots__ = ("_paths", "_said")

    def __init__(self) -> None:
        self._said: dict[str, str] = {}
        self._paths: dict[str, list[str]] = {}

    def add(self, part: str, path: str, error: Exception) -> None:
        """Remember that a part ("rule a/b (verify)") raised on an article."""
        self._paths.setdefault(part, []).append(path)
        # Of several articles the first path by name is shown, whatever the order they came in.
        if path == min(self._paths[part]):
            self._said[part] = f"{part} raised {describe(error)}"

    def __contains__(self, part: str) -> bool:
        return part in self._paths

    def problems(self) -> Iterator[Problem]:
        """One problem a part, by its name."""
        for part in sorted(self._paths):
            others = len(self._paths[part]) - 1
            more = f"; and on {others:,} more article{'s' * (others > 1)}" if others else ""
            yield Problem(min(self._paths[part]), self._said[part] + more)


def describe(error: Exception) -> str:
    """The error in one line, with the innermost line outside this room where it was raised."""
    trace, found = error.__traceback__, ""
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.parent != Path(__file__).parent:
            found = f" ({file.name}, line {trace.tb_lineno})"
        trace = trace.tb_next
    words = " ".join(str(error).split())[:300] or "no message"
    return f"{type(error).__name__}: {words}{found}"
