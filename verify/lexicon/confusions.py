"""Words that are words, but not the ones meant: what stands around them gives them away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Literal

from msgspec import Struct

_DATA = Path(__file__).parent / "data" / "confusions.txt"
_SETS = {
    "$the": "the a an this that these those his her its their our my your".split(),
    "$he": "he she it they we i you".split(),
    "$him": "him her it them us me you".split(),
    "$will": "to will would can could may might must should cannot can’t won’t don’t didn’t not".split(),
    "$is": "is are was were be been being am ’s isn’t aren’t wasn’t weren’t".split(),
    "$has": "has have had having hasn’t haven’t hadn’t".split(),
    "$in": "in on at of to for from by with into over about after before between under through".split(),
    "$end": '. , ; : ! ? — – -- ) ” " …'.split(),
}  # fmt: skip


_CONTRACTED = frozenset(
    "let’s it’s he’s she’s that’s there’s what’s who’s here’s let's it's he's she's that's".split()
)


class Near(Struct, frozen=True):
    """A word that may stand beside the one in question: any of some, any but some, or one of a shape."""

    words: frozenset[str]
    shapes: tuple[Callable[[str], bool], ...]
    optional: bool
    banned: bool

    @property
    def plain(self) -> bool:
        """Whether one of the words must stand here."""
        return not (self.shapes or self.optional or self.banned)

    def holds(self, word: str, low: str) -> bool:
        """Whether the word may stand here; an empty one is where the paragraph ends."""
        found = low in self.words or any(shape(word) for shape in self.shapes)
        return found != self.banned


class Confusion(Struct, frozen=True):
    """One way of taking one word for another: the words before it, nearest last, and those after it."""

    wrong: tuple[str, ...]
    right: str
    before: tuple[Near, ...]
    after: tuple[Near, ...]

    @property
    def alone(self) -> bool:
        """Whether the word is wrong wherever it stands."""
        return not (self.before or self.after) and len(self.wrong) == 1

    def stands(self, words: Sequence[str], lows: Sequence[str], at: int) -> bool:
        """Whether words[at], and the words around it, are those of the confusion; `lows` in lower case."""
        end = at + len(self.wrong)
        return (
            (end == at + 1 or tuple(lows[at:end]) == self.wrong)
            and _run(self.after, words, lows, end, 1)
            and _run(self.before[::-1], words, lows, at - 1, -1)
        )


_SHAPES: Mapping[str, Callable[[str], bool]] = {
    "@Name": lambda word: word[:1].isupper(),
    "@word": lambda word: word[:1].isalpha(),
    "@small": lambda word: word[:1].islower(),
    "@whose": lambda word: word.endswith(("’s", "'s")) and word.lower() not in _CONTRACTED,
    "@ed": lambda word: word.endswith("ed") and word.islower(),
    "@number": lambda word: word[:1].isdigit(),
    "@end": lambda word: not word,
}


class _Ways(Struct, frozen=True):
    """How one word is taken for others: by the word after it, by the one before, or by neither."""

    followed: Mapping[str, Sequence[Confusion]]
    led: Mapping[str, Sequence[Confusion]]
    others: Sequence[Confusion]


class Table:
    """All confusions by the word that may be wrong; those of a word are read when it is first met.

    Most such words are among the commonest there are; with a neighbour they are rare.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines: dict[str, list[str]] = {}
        for line in lines:
            # Only the slot in question has an arrow in it.
            slot = next(slot for slot in line.split("|") if ">" in slot)
            for word in {pair.partition(">")[0].partition("_")[0] for pair in slot.split()}:
                self._lines.setdefault(word, []).append(line)
        self._ways: dict[str, _Ways] = {}
        self.words = frozenset(self._lines)

    def at(self, lows: Sequence[str], at: int) -> Iterator[Confusion]:
        """The confusions of lows[at], one of the table's words, that its neighbours do not rule out."""
        low = lows[at]
        ways = self._ways.get(low) or self._read(low)
        if at + 1 < len(lows):
            yield from ways.followed.get(lows[at + 1], ())
        if at:
            yield from ways.led.get(lows[at - 1], ())
        yield from ways.others

    def of(self, word: str) -> Iterator[Confusion]:
        """Every confusion of a word."""
        return (one for line in self._lines.get(word, ()) for one in _read(line) if one.wrong[0] == word)

    def _read(self, word: str) -> _Ways:
        tables: tuple[dict[str, list[Confusion]], dict[str, list[Confusion]]] = ({}, {})
        others = []
        for one in self.of(word):
            table, neighbours = _neighbours(one)
            if not neighbours:
                others.append(one)
            for neighbour in neighbours:
                tables[table].setdefault(neighbour, []).append(one)
        ways = self._ways[word] = _Ways(*tables, others)
        return ways


@cache
def confusions() -> Table:
    """The confusions that the package ships."""
    lines = _DATA.read_text(encoding="utf-8").splitlines()
    return Table(line for line in lines if line and not line.startswith("#"))


def _neighbours(one: Confusion) -> tuple[Literal[0, 1], frozenset[str]]:
    """The words of which one must follow (0) or lead (1), where the confusion names them."""
    if len(one.wrong) > 1:
        return 0, frozenset(one.wrong[1:2])
    if one.after and one.after[0].plain:
        return 0, one.after[0].words
    if one.before and one.before[-1].plain:
        return 1, one.before[-1].words
    return 0, frozenset()


def _read(line: str) -> Iterator[Confusion]:
    """The confusions of one line: slots parted by bars, one of them with `wrong>right`."""
    slots = [slot.split() for slot in line.split("|")]
    centre = next(number for number, slot in enumerate(slots) if any(">" in word for word in slot))
    before = tuple(_near(slot) for slot in slots[:centre])
    after = tuple(_near(slot) for slot in slots[centre + 1 :])
    for word in slots[centre]:
        wrong, _, right = word.partition(">")
        yield Confusion(tuple(wrong.split("_")), right.replace("_", " "), before, after)


def _near(slot: Sequence[str]) -> Near:
    """A slot: `?` alone first makes it optional, `!` shuts its words out; `$` names a set, `@` a shape."""
    optional, banned = slot[0] == "?", slot[0] == "!"
    words: set[str] = set()
    shapes: list[Callable[[str], bool]] = []
    for word in slot[1:] if optional or banned else slot:
        if word in _SHAPES:
            shapes.append(_SHAPES[word])
        else:
            words.update(_SETS.get(word, (word,)))
    if "$end" in slot:
        shapes.append(_SHAPES["@end"])
    return Near(frozenset(words), tuple(shapes), optional, banned)


def _run(slots: Sequence[Near], words: Sequence[str], lows: Sequence[str], at: int, step: int) -> bool:
    """Whether the words from `at` on, in steps of one, fill the slots; an optional slot may stay empty."""
    for number, slot in enumerate(slots):
        inside = 0 <= at < len(words)
        holds = slot.holds(words[at], lows[at]) if inside else slot.holds("", "")
        if slot.optional:
            if holds and _run(slots[number + 1 :], words, lows, at + step, step):
                return True
            continue
        if not holds:
            return False
        at += step
    return True
