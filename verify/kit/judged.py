"""The page of a rule judged without pytest: each block with what was expected and what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from difflib import unified_diff
from pathlib import Path

from msgspec import Struct

from verify.check.rule import Rule
from verify.kit.pages import Block, Place, blocks, places
from verify.kit.reached import Reached
from verify.packs.rule import unmet


class Failed(Struct, frozen=True):
    """A block that did not give what it should: its line on the page, and in lines what is different."""

    line: int
    lines: tuple[str, ...]


class Judgement(Struct, frozen=True):
    """A page: how many blocks held, which did not, and what of the rule none of them ran.

    That is lines of its file, or of a pack's rule the `entries`: words and patterns.
    """

    rule: str
    page: Path
    held: int
    failed: tuple[Failed, ...]
    missed: tuple[tuple[int, int], ...] = ()
    entries: tuple[str, ...] = ()


def judged(rule: Rule, *, lines: bool = True) -> Judgement:
    """Run every block of the rule's page; with `lines` also watch which lines of the rule run."""
    every = tuple(blocks(rule.read_page()))
    code = getattr(rule.check, "__code__", None)
    reached = Reached(Path(code.co_filename)) if lines and code else None
    held = 0
    failed: list[Failed] = []
    for block in every:
        try:
            with reached.watched() if reached else nullcontext():
                found = places(rule, block)
        except (RuntimeError, ValueError) as error:
            failed.append(Failed(block.line, (f"cannot be run: {error}",)))
            continue
        if found == set(block.expected):
            held += 1
        else:
            failed.append(Failed(block.line, tuple(_difference(block, found))))
    copies = (copy for block in every for _, copy in block.articles)
    entries = unmet(rule, copies) if lines else ()
    missed = tuple(reached.missed()) if reached else ()
    return Judgement(rule.id, rule.page, held, tuple(failed), missed, entries)


def _difference(block: Block, found: Iterable[Place]) -> Iterator[str]:
    """The copy with the marks of the page, against the copy with marks around what was found."""
    for path, copy in block.articles:
        expected = _marked(copy, [one for one in block.expected if one.path == path]).splitlines()
        actual = _marked(copy, [one for one in found if one.path == path]).splitlines()
        named = f" {path}" if len(block.articles) > 1 else ""
        if expected != actual:
            lines = unified_diff(expected, actual, f"expected{named}", f"found{named}", n=0, lineterm="")
            yield from (line for line in lines if not line.startswith("@@"))


def _marked(copy: str, places: Iterable[Place]) -> str:
    """The copy with [[ ]] around the places, as a page writes it."""
    ends = [(one.end, 0, "]]") for one in places] + [(one.start, 1, "[[") for one in places]
    for at, _, mark in sorted(ends, reverse=True):
        copy = copy[:at] + mark + copy[at:]
    return copy
