"""Parts that raise: each is named once, with the first place where it did and the number of others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from verify.check.select import Chosen
from verify.model.finding import Problem


class Mishaps:
    """Collects what parts of the run raised; the run goes on without them for that article."""

    __slots__ = ("_paths", "_said")

    def __init__(self) -> None:
        self._said: dict[str, str] = {}
        self._paths: dict[str, list[str]] = {}

    def add_rule(self, chosen: Chosen, path: str, error: Exception) -> None:
        """Remember that a rule raised on an article, with the place in the rule's own file."""
        rule = chosen.rule
        code = getattr(rule.check, "__code__", None)
        home = code.co_filename if code else str(rule.page.with_suffix(".py"))
        self.add(f"rule {rule.id} ({chosen.plugin})", path, error, home)

    def add(self, part: str, path: str, error: Exception, home: str = "") -> None:
        """Remember that a part ("the marker of …") raised on an article; `home` is its file, if known."""
        self._paths.setdefault(part, []).append(path)
        # Of several articles the first path by name is shown, whatever the order they came in.
        if path == min(self._paths[part]):
            self._said[part] = f"{part} raised {describe(error, home)}"

    def __len__(self) -> int:
        return sum(map(len, self._paths.values()))

    def problems(self) -> Iterator[Problem]:
        """One problem a part, by its name."""
        for part in sorted(self._paths):
            others = len(self._paths[part]) - 1
            more = f"; and on {others:,} more article{'s' * (others > 1)}" if others else ""
            yield Problem(min(self._paths[part]), self._said[part] + more)


def describe(error: Exception, home: str = "") -> str:
    """The error in one line, with the innermost line of the file `home`, else of any outside this room."""
    trace, found, at_home = error.__traceback__, "", ""
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        file = Path(name)
        if file.parent != Path(__file__).parent:
            found = f" ({file.name}, line {trace.tb_lineno})"
            at_home = found if name == home else at_home
        trace = trace.tb_next
    words = " ".join(str(error).split())[:300] or "no message"
    return f"{type(error).__name__}: {words}{at_home or found}"
