"""Parts that raise: each is named once, with the first place where it did and the number of others."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from verify.check.bounds import CutShort, Unfit
from verify.check.select import Chosen
from verify.check.watch import Overdue
from verify.model.finding import Problem

_STANDARD = Path(contextlib.__file__).parent


class Mishap(Struct, frozen=True):
    """A part ("the marker of …") that failed on an article, and how in words; the run went on without it."""

    part: str
    path: str
    words: str


def of_rule(chosen: Chosen, path: str, error: BaseException) -> Mishap:
    """That a rule raised on an article, with the place in the rule's own file."""
    rule = chosen.rule
    code = getattr(rule.check, "__code__", None)
    home = code.co_filename if code else str(rule.page.with_suffix(".py"))
    return Mishap(f"rule {rule.id} ({chosen.plugin})", path, _how(error, home))


def of_part(part: str, path: str, error: BaseException) -> Mishap:
    """That another part failed on an article."""
    return Mishap(part, path, _how(error))


def _how(error: BaseException, home: str = "") -> str:
    """How a part failed: what it raised, or why it was not taken further."""
    if isinstance(error, CutShort):
        return f"was cut short: {' '.join(str(error).split())}"
    if isinstance(error, Overdue):
        return f"{error}{_place(error, home)}"
    if isinstance(error, Unfit):
        return " ".join(str(error).split())
    return f"raised {describe(error, home)}"


def problems(mishaps: Iterable[Mishap]) -> Iterator[Problem]:
    """One problem a part, by its name; of several articles the first by path is shown."""
    by_part: dict[str, list[Mishap]] = {}
    for mishap in mishaps:
        by_part.setdefault(mishap.part, []).append(mishap)
    for part, met in sorted(by_part.items()):
        first, others = min(met, key=lambda mishap: mishap.path), len(met) - 1
        more = f"; and on {others:,} more article{'s' * (others > 1)}" if others else ""
        yield Problem(first.path, f"{part} {first.words}{more}")


def describe(error: BaseException, home: str = "") -> str:
    """The error in one line, with the innermost line of the file `home`, else of any but Python's."""
    words = " ".join(str(error).split())[:300] or "no message"
    return f"{type(error).__name__}: {words}{_place(error, home)}"


def _place(error: BaseException, home: str) -> str:
    """The line that raised the error, in brackets."""
    trace, innermost, own, at_home = error.__traceback__, "", "", ""
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        file = Path(name)
        if file.parent != Path(__file__).parent:
            innermost = f" ({file.name}, line {trace.tb_lineno})"
            own = own if _is_pythons(file) else innermost
            at_home = innermost if name == home else at_home
        trace = trace.tb_next
    return at_home or own or innermost


def _is_pythons(file: Path) -> bool:
    """Whether the file is of the standard library, where nobody looks for a plugin's fault."""
    return file.is_relative_to(_STANDARD) and not {"site-packages", "dist-packages"} & set(file.parts)
