"""Parts that raise: each is named once, with the first place where it did and the number of others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from verify.check.select import Chosen
from verify.model.finding import Problem


class Mishap(NamedTuple):
    """A part ("the marker of …") that raised on an article, and in words what; the run went on without it."""

    part: str
    path: str
    words: str


def of_rule(chosen: Chosen, path: str, error: Exception) -> Mishap:
    """That a rule raised on an article, with the place in the rule's own file."""
    rule = chosen.rule
    code = getattr(rule.check, "__code__", None)
    home = code.co_filename if code else str(rule.page.with_suffix(".py"))
    return Mishap(f"rule {rule.id} ({chosen.plugin})", path, describe(error, home))


def of_part(part: str, path: str, error: Exception) -> Mishap:
    """That another part raised on an article."""
    return Mishap(part, path, describe(error))


def problems(mishaps: Iterable[Mishap]) -> Iterator[Problem]:
    """One problem a part, by its name; of several articles the first by path is shown."""
    by_part: dict[str, list[Mishap]] = {}
    for mishap in mishaps:
        by_part.setdefault(mishap.part, []).append(mishap)
    for part, met in sorted(by_part.items()):
        first, others = min(met, key=lambda mishap: mishap.path), len(met) - 1
        more = f"; and on {others:,} more article{'s' * (others > 1)}" if others else ""
        yield Problem(first.path, f"{part} raised {first.words}{more}")


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
