"""Which quotation marks of a paragraph belong together: the cheapest of the ways to read them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from verify.mark.pairs.quote_marks import LOST, Mark

_ENDS: dict[str, dict[str, float]] = {
    "“": {"”": 0.0, '"': 0.5, "''": 1.5, "“": 3.0, "’": 4.0, "'": 4.0},
    '"': {'"': 0.0, "”": 0.5, "''": 1.5, "“": 3.5, "’": 4.0, "'": 4.0},
    "``": {"''": 0.0, '"': 1.0, "”": 1.5, "’": 4.0, "'": 4.0},
    "„": {"“": 0.0, "”": 0.0, '"': 1.0},
    "«": {"»": 0.0},
    "»": {"«": 0.0},
    "‹": {"›": 0.0},
    "›": {"‹": 0.0},
    "‘": {"’": 0.0, "'": 0.7, "‘": 3.0, "”": 5.5, '"': 5.5},
    "'": {"'": 0.0, "’": 0.7, "”": 5.5, '"': 5.5},
    "‚": {"‘": 0.0, "’": 0.0},
}
"""What may close a quotation, by the mark that opened it, and how unlikely each is."""

_OPENED_BY = {"”": "“", "''": "``", "’": "‘"}
_CLOSED_BY = {"“": "”", '"': '"', "``": "''"}
TURNED = {"“": "”", "”": "“", "‘": "’", "’": "‘"}
"""A curly mark, and what it should be where it is turned the wrong way."""
SINGLE = frozenset("‘'‚‹›")
_DEEPEST = 4
_SURELY = 14.0
_BROAD, _NARROW, _MANY = 6, 2, 500
_FAR = 300
"""Letters after which a single quotation does not end at what may as well be an apostrophe."""


class _Path(Struct, frozen=True):
    """The steps of a reading, last one first: a mark left alone (`opener` -1), or a pair."""

    before: _Path | None
    opener: int
    mark: int


class _State(Struct, frozen=True):
    cost: float
    openers: tuple[int, ...]
    path: _Path | None


class Pair(Struct, frozen=True, order=True):
    """The indices of an opening mark and of the mark that closes it."""

    opener: int
    closer: int


class Reading(Struct, frozen=True):
    """How the marks of a paragraph are read: pairs, marks left alone, and those still open at its end."""

    pairs: list[Pair]
    alone: list[int]
    still_open: tuple[int, ...]


def opener(mark: Mark) -> str:
    """The mark that this one stands for where it opens a quotation."""
    return _OPENED_BY.get(mark.glyph, mark.glyph)


def closing(mark: Mark) -> str | None:
    """What must close the quotation that this mark opens, where there is no doubt about that."""
    return _CLOSED_BY.get(opener(mark))


def turned(first: Mark, last: Mark) -> tuple[Mark, ...]:
    """Those of the two marks of a pair that are turned the wrong way."""
    wrong = [first] if first.glyph in "”’" else []
    if last.glyph in "“‘" and opener(first) not in "„‚":
        wrong.append(last)
    return tuple(wrong)


def mismatched(first: Mark, last: Mark) -> bool:
    """Whether a double mark is closed by a single one, or the other way round."""
    return (opener(first) in "‘'") != (last.glyph in "’'‘") and opener(first) not in "‚‹›"


def plain(marks: Sequence[Mark]) -> bool:
    """Whether the marks open and close in turn, so that there is nothing to weigh."""
    if len(marks) % 2:
        return False
    for first, last in zip(marks[::2], marks[1::2], strict=True):
        ends = _ENDS.get(first.glyph)
        if ends is None or first.opens or last.closes or ends.get(last.glyph) or last.glyph not in ends:
            return False
        if first.closes < 1 or last.opens < 1 or last.alone < LOST:
            return False
    return True


def pair(marks: Sequence[Mark], runs_on: Callable[[int], bool]) -> Reading:
    """The cheapest reading of the marks; `runs_on` says of a mark left open if the next paragraph goes on.

    Readings are kept by the marks that they have open, the few cheapest of them: the time taken grows
    with the number of marks and nothing else.
    """
    if plain(marks):
        return Reading([Pair(index, index + 1) for index in range(0, len(marks), 2)], [], ())
    states: dict[str, _State] = {"": _State(0.0, (), None)}
    broad = _BROAD if len(marks) < _MANY else _NARROW
    for index, mark in enumerate(marks):
        states = _step(states, index, mark, marks)
        if len(states) > broad:
            kept = sorted(states.items(), key=lambda item: item[1].cost)[:broad]
            best = kept[0][1].cost + _SURELY
            states = {key: state for key, state in kept if state.cost <= best}
    last = min(states.values(), key=lambda state: state.cost + _left(state, marks, runs_on))
    return _told(last)


def _step(states: dict[str, _State], index: int, mark: Mark, marks: Sequence[Mark]) -> dict[str, _State]:
    after: dict[str, _State] = {}

    def keep(key: str, state: _State) -> None:
        if key not in after or state.cost < after[key].cost:
            after[key] = state

    kind = opener(mark)
    for key, state in states.items():
        cost, openers, path = state.cost, state.openers, state.path
        here = _Path(path, -1, index) if mark.odd else path
        keep(key, _State(cost + mark.alone, openers, here))
        if mark.opens < LOST and len(openers) < _DEEPEST:
            within = _within(opener(marks[openers[-1]]), kind) if openers else 0.0
            keep(f"{key} {kind}", _State(cost + mark.opens + within, (*openers, index), path))
        if openers and mark.closes < LOST:
            ends = _end(marks[openers[-1]], mark)
            if ends < LOST:
                rest = key.rpartition(" ")[0]
                ended = _Path(path, openers[-1], index)
                keep(rest, _State(cost + mark.closes + ends, openers[:-1], ended))
    return after


def _within(outer: str, inner: str) -> float:
    """What it costs to open a quotation right inside another."""
    if outer == inner or (outer in "‘'" and inner in "‘'"):
        return LOST
    if (outer in SINGLE) != (inner in SINGLE):
        return 0.0 if inner in SINGLE else 0.2
    return 1.0


def _end(first: Mark, last: Mark) -> float:
    """What it costs to end with this mark the quotation that the first one opened."""
    cost = _ENDS[opener(first)].get(last.glyph, LOST)
    if last.glyph in "’'‘" and not last.firm:
        if cost == 4.0:
            return LOST
        if last.start - first.start > _FAR:
            return cost + 2.0
    return cost


def _left(state: _State, marks: Sequence[Mark], runs_on: Callable[[int], bool]) -> float:
    """What it costs to end the paragraph with these marks open."""
    cost = 0.0
    for depth, index in enumerate(state.openers):
        kind = opener(marks[index])
        if runs_on(index) and (depth == 0 or kind in SINGLE):
            cost += 0.5
        else:
            cost += 5.0 if kind in SINGLE else LOST
    return cost


def _told(state: _State) -> Reading:
    pairs, alone = [], []
    path = state.path
    while path is not None:
        if path.opener < 0:
            alone.append(path.mark)
        else:
            pairs.append(Pair(path.opener, path.mark))
        path = path.before
    return Reading(sorted(pairs), alone[::-1], state.openers)
