"""Words and phrases of a pack, looked up in an article rather than searched for one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from verify.lexicon.late import late

_ATOM = late(r"\w+")
_SPACE = late(r"\s+")
_LONGEST_GAP = 40
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "‑": "-"})
_JOINS_BEFORE = frozenset("@#/\\")
_JOINS_AFTER = frozenset("@\\")
_HYPHENS = frozenset("-‑.'’_")


class Atom(NamedTuple):
    """A run of letters and figures, in lower case, with its place."""

    low: str
    start: int
    end: int


class Copy(NamedTuple):
    """The atoms of a text, and where each of them, and each two in a row, begin."""

    text: str
    atoms: tuple[Atom, ...]
    at: dict[str, list[int]]


class Found(NamedTuple):
    """An entry of a pack in a text, with the number of the entry."""

    start: int
    end: int
    entry: int


@lru_cache(maxsize=1)
def copy(text: str) -> Copy:
    """The text taken apart; remembered, since every rule of a pack asks for the same article."""
    atoms = tuple(Atom(m[0].lower(), m.start(), m.end()) for m in _ATOM.finditer(text))
    at: dict[str, list[int]] = {}
    before = ""
    for number, atom in enumerate(atoms):
        at.setdefault(atom.low, []).append(number)
        if number:
            at.setdefault(f"{before} {atom.low}", []).append(number - 1)
        before = atom.low
    return Copy(text, atoms, at)


class Words:
    """Entries to look for; an entry in lower case stands for any capitals, unless `exact` says otherwise."""

    def __init__(self, entries: Iterable[str], *, exact: bool | None = None) -> None:
        self.entries = tuple(entries)
        self._exact = exact
        self._index: dict[str, int] | None = None
        self._others: dict[str, list[int]] = {}

    def found(self, text: str) -> Iterator[Found]:
        """Every place of an entry, in the order of the text; of those that overlap the longest first."""
        if self._index is None:
            self._index = self._indexed()
        taken = copy(text)
        # The keys of the smaller side are gone through: a rule of five words costs five look-ups.
        keys = self._index.keys() & taken.at.keys()
        places = [
            Found(*span, entry)
            for key in keys
            for entry in (self._index[key], *self._others.get(key, ()))
            for number in taken.at[key]
            if (span := self._span(taken, number, self.entries[entry]))
        ]
        reached = 0
        for place in sorted(places, key=lambda one: (one.start, -one.end, one.entry)):
            if place.start >= reached:
                reached = place.end
                yield place

    def _indexed(self) -> dict[str, int]:
        """The last entry of each first atom, or first two; `_others` gets those before it, if any."""
        keys = [_key(low) for low in _lowered(self.entries)]
        index = dict(zip(keys, range(len(keys)), strict=True))
        if len(index) < len(keys):
            for number, key in enumerate(keys):
                if index[key] != number:
                    self._others.setdefault(key, []).append(number)
        return index

    def _span(self, taken: Copy, number: int, entry: str) -> tuple[int, int] | None:
        """Where the entry stands whose first atom is this one, if all of it does and as a word of its own."""
        text, atoms = taken.text, taken.atoms
        parts = list(_ATOM.finditer(entry))
        last = number + len(parts) - 1
        if last >= len(atoms):
            return None
        start = atoms[number].start - parts[0].start()
        end = atoms[last].end + len(entry) - parts[-1].end()
        # What stands between the words is compared once it is known to be short.
        if start < 0 or end > len(text) or end - start > len(entry) + _LONGEST_GAP:
            return None
        stands, wanted = _even(text[start:end]), _even(entry)
        exact = self._exact if self._exact is not None else not entry.islower()
        same = stands == wanted if exact else stands.lower() == wanted.lower()
        return (start, end) if same and _alone(text, start, end) else None


def _lowered(entries: Sequence[str]) -> list[str]:
    """The entries in lower case, all in one go where each is a line."""
    lows = "\n".join(entries).lower().split("\n")
    return lows if len(lows) == len(entries) else [entry.lower() for entry in entries]


def _key(low: str) -> str:
    """The first atom of an entry, or its first two."""
    if low.replace(" ", "", 1).isalpha() and not (low[0] == " " or low[-1] == " "):
        return low
    return " ".join(_ATOM.findall(low)[:2])


def _even(words: str) -> str:
    """The words with straight apostrophes and single spaces."""
    return _SPACE.sub(" ", words).translate(_STRAIGHT)


def _alone(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is a word of its own: no part of a compound, an address or a handle."""
    before = text[start - 1 : start]
    if before and (before in _JOINS_BEFORE or (before in _HYPHENS and text[start - 2 : start - 1].isalnum())):
        return False
    after, beyond = text[end : end + 1], text[end + 1 : end + 3]
    if after in ("'", "’") and beyond[:1] in ("s", "S") and not beyond[1:].isalnum():
        return True
    joined = after and (after in _HYPHENS or after == "/") and beyond[:1].isalnum()
    return not (joined or (after and after in _JOINS_AFTER))
