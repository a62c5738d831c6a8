"""Patterns that a house writes: tried only where their letters stand, and cut off where they run too long."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple

from verify.lexicon.late import late

if TYPE_CHECKING:
    from verify.model.document import Block

PATIENCE = 1.0
"""Seconds that one pattern may take over one article."""
_SLOW = 3
"""So many patterns of a rule that take too long, and the rule is not tried further on an article."""
_LONGEST, _PARTS = 1_000, 10_000
_PART = late(
    r"\\(?:[^\W_](?:\{[^}]*\}|<[^>]*>)?|.)|\[\^?\]?(?:\\.|[^\]\\])*\]|\{(\d*)(?:,(\d*))?\}|.", re.DOTALL
)
_SOUND = late(r"(?:\\[bB]|(?:[\w ,;:’'\"/&%-]|\\[dDsSwW.-]|\((?:\?:)?(?:[\w ,’'-]|\\[dsw.]|\|)*\))[?+*]?)+")
"""Plain patterns, which are known to be sound without being compiled."""
_OPENING = late(r"(?:\\b|\(\?<!\\w\)|\^)*([^\W_][\w ’'-]*)(?![?*{+\w])")
_GLANCE = late(
    r"""
    ^(?: (?:\\b)*+ ([^\W_][\w ’'-]*) (?![?*{+\w])
         (?: \\[bB]
           | (?: [\w ,;:’'"/&%-] | \\[dDsSwW.-] | \((?:\?:)?(?:[\w ,’'|-]++|\\[dsw.])*+\) ) [?+*]?+
         )*+ $
       | .*$ )
    """,
    re.MULTILINE | re.VERBOSE,
)
"""A line that is a sound pattern and opens with letters, which are the group, or else any line."""
_GROUP = late(r"\((?:\?:)?[^()\\\[]*\)")
_ESCAPE = late(r"\\(?:[bBAZmMG]|[^\W_](?:\{[^}]*\}|<[^>]*>|[0-9A-Fa-f]*)|.)", re.DOTALL)
_CLASS = late(r"\[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\]", re.DOTALL)
_FLAGS = late(r"\(\?[a-zA-OQ-Z#-]")
"""Flags inside a pattern, which may change what its letters mean; and calls of other groups."""
_GRAM = 3


class Match(NamedTuple):
    """A place of a pattern, the number of the pattern, and the words to put there (None: it has none)."""

    start: int
    end: int
    pattern: int
    instead: str | None


def fault(pattern: str) -> str:
    """What is wrong with a pattern, or nothing."""
    if len(pattern) > _LONGEST:
        return f"is longer than {_LONGEST:,} characters"
    if _SOUND.fullmatch(pattern):
        return ""
    if _written_out(pattern) > _PARTS:
        return f"has more than {_PARTS:,} parts, its repetitions written out"
    try:
        _compiled(pattern, exact=False)
    except Exception as error:  # noqa: BLE001 - the library raises its own, RecursionError and others
        return f"is no pattern: {' '.join(str(error).split())}"
    return ""


@lru_cache(maxsize=16)
def openings(patterns: tuple[str, ...]) -> tuple[str, ...]:
    """The letters with which each pattern opens that is known to be sound, case folded; else nothing.

    All are read in one go, and the answer is kept: a pack is read before the first article is looked into.
    """
    lines = "\n".join(patterns)
    if not patterns or lines.count("\n") >= len(patterns) or max(map(len, patterns)) > _LONGEST:
        return ("",) * len(patterns)
    return tuple("\n".join(_GLANCE.findall(lines)).casefold().split("\n"))


def _written_out(pattern: str) -> int:
    """How many parts a pattern has where each stands as often as it is to be repeated."""
    sizes, last = [0], 0
    for part in _PART.finditer(pattern):
        if part[0] == "(":
            sizes.append(0)
        elif part[0] == ")" and len(sizes) > 1:
            last = sizes.pop()
            sizes[-1] += last
        elif part[1] is not None:
            times = max(1, int((part[2] or part[1] or "1")[:9]))
            sizes[-1] += last * (times - 1)
            last *= times
        else:
            last = 1
            sizes[-1] += 1
    return sum(sizes)


def template_fault(pattern: str, template: str) -> str:
    """What is wrong with what is to stand instead of a pattern, or nothing."""
    if "\\" not in template:
        return ""
    import regex

    try:
        # A template is read when it is used: an empty alternative gives it a match to be used on.
        regex.sub(f"(?:{pattern})|", template, "", count=1)
    except Exception as error:  # noqa: BLE001 - as above
        return f"cannot stand instead: {' '.join(str(error).split())}"
    return ""


def _compiled(pattern: str, *, exact: bool) -> Any:  # noqa: ANN401 - the library has no types of its own
    import regex

    return regex.compile(pattern, regex.V0 | (0 if exact else regex.IGNORECASE), cache_pattern=False)


class Patterns:
    """Patterns to look for, each with its template; all in lower case stand for any capitals."""

    def __init__(self, patterns: Iterable[tuple[str, str | None]], *, exact: bool | None = None) -> None:
        self.patterns = tuple(patterns)
        self._exact = exact
        self._letters: tuple[str, ...] = ()
        self._index: dict[str, list[int]] | None = None
        self._made: dict[int, Any] = {}

    def found(self, text: str, blocks: Iterable[Block], slow: list[str]) -> Iterator[Match]:
        """Every match inside a paragraph; the patterns that took too long are added to `slow`."""
        if self._index is None:
            self._index = self._indexed()
        low = text.casefold()
        grams = {low[at : at + _GRAM] for at in range(len(low) - _GRAM + 1)} | {""}
        paragraphs = [(block.start, text[block.start : block.end]) for block in blocks]
        # Most patterns are passed over by their first three letters, most others by all of them.
        near = sorted(number for gram in self._index.keys() & grams for number in self._index[gram])
        for number in near:
            if self._letters[number] not in low:
                continue
            try:
                yield from self._of(number, paragraphs)
            except TimeoutError:
                slow.append(self.patterns[number][0])
                if len(slow) >= _SLOW:
                    return

    def _indexed(self) -> dict[str, list[int]]:
        """The patterns by the first three of the letters that they need; those with fewer under nothing."""
        patterns = tuple(pattern for pattern, _ in self.patterns)
        self._letters = tuple(
            opening or letters(pattern) for pattern, opening in zip(patterns, openings(patterns), strict=True)
        )
        index: defaultdict[str, list[int]] = defaultdict(list)
        for number, run in enumerate(self._letters):
            index[run[:_GRAM] if len(run) >= _GRAM else ""].append(number)
        return index

    def _of(self, number: int, paragraphs: list[tuple[int, str]]) -> list[Match]:
        pattern, template = self.patterns[number]
        if number not in self._made:
            exact = self._exact if self._exact is not None else _has_capital(pattern)
            self._made[number] = _compiled(pattern, exact=exact)
        until = monotonic() + PATIENCE
        matches = []
        for start, paragraph in paragraphs:
            left = until - monotonic()
            if left <= 0:
                raise TimeoutError
            for match in self._made[number].finditer(paragraph, timeout=left):
                if match.end() > match.start():
                    instead = None if template is None else match.expand(template)
                    matches.append(Match(start + match.start(), start + match.end(), number, instead))
        return matches


def _has_capital(pattern: str) -> bool:
    """Whether the pattern has a capital letter that stands for itself."""
    return any(letter.isupper() for letter in _ESCAPE.sub("", pattern))


def letters(pattern: str) -> str:
    """A run of letters, case folded, that every match of the pattern holds; empty where none is sure."""
    if _FLAGS.search(pattern):
        return ""
    # Most patterns begin with their letters, and have no choice but in groups: that is told at a glance.
    flat = _GROUP.sub("()", pattern)
    if "|" not in flat and (opening := _OPENING.match(flat)):
        return opening[1].casefold()
    best = run = ""
    at, depth = 0, 0
    while at < len(pattern):
        char = pattern[at]
        skipped = _ESCAPE.match(pattern, at) or _CLASS.match(pattern, at)
        if skipped or char in "()" or depth:
            best, run = max(best, run, key=len), ""
            depth += 0 if skipped else (char == "(") - (char == ")")
            at = skipped.end() if skipped else at + 1
        elif char == "|":
            return ""
        elif char in "?*{":
            best, run = max(best, run[:-1], key=len), ""
            at = pattern.find("}", at) + 1 if char == "{" and "}" in pattern[at:] else at + 1
        elif char in "+.^$":
            best, run = max(best, run, key=len), ""
            at += 1
        else:
            run += char
            at += 1
    return max(best, run, key=len).casefold()
