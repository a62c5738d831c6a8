"""Two quotations that share words, laid beside each other: where they agree, and where they part."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise

from msgspec import Struct

from verify.mark.pairs.spoken import CUT, places, spoken

_LONGEST, _SLACK = 80, 8
_FILLERS = frozenset(("um", "uh", "er", "erm", "ah", "eh"))


class Token(Struct, frozen=True):
    """A word of a quotation in lower case, or CUT for whatever is left out or put in by the writer."""

    low: str
    start: int
    end: int


class Words(Struct, frozen=True):
    """A stretch of a text and its words in lower case, CUT for what is left out or put in."""

    text: str
    start: int
    end: int
    lows: tuple[str, ...]

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Words:
        """The words of text[start:end]."""
        return cls(text, start, end, spoken(text[start:end]))

    def tokens(self, low: int, high: int) -> list[Token]:
        """The words from the one to the other, with their places in the text."""
        found = islice(places(self.text, self.start, self.end), low, high)
        return [Token(word, *place) for word, place in zip(self.lows[low:high], found, strict=False)]


class Change(Struct, frozen=True):
    """A stretch of the text of each of two quotations, from the first difference to the last."""

    earlier: tuple[int, int]
    later: tuple[int, int]


class Shared(Struct, frozen=True):
    """What two quotations share: how many of the shorter one's words, and what lies between these.

    `different` counts the words that they share, each once: "never, never, never" is one.
    """

    shared: int
    different: int
    shorter: int
    change: Change | None

    @property
    def cover(self) -> float:
        """The part of the shorter quotation's words that the other has too."""
        return self.shared / self.shorter


def align(earlier: Words, later: Words, there: int, here: int) -> Shared:
    """Compare the shorter quotation with the window of the other in which the shared words lie.

    `there` and `here` are the places, in the earlier and in the later one, of a run that both have.
    """
    if len(later.lows) <= len(earlier.lows):
        short, long_, at_short, at_long = later, earlier, here, there
    else:
        short, long_, at_short, at_long = earlier, later, there, here
    low = max(0, at_short - _LONGEST // 2)
    one = short.tokens(low, low + _LONGEST)
    left = max(0, at_long - (at_short - low) - _SLACK)
    other = long_.tokens(left, at_long + len(one) - (at_short - low) + _SLACK)
    blocks = _blocks(one, other)
    shared = [word.low for at, _, size in blocks for word in one[at : at + size]]
    change = _change(one, other, blocks)
    if change is not None and short is earlier:
        change = Change(change.later, change.earlier)
    return Shared(len(shared), len(set(shared)), len(one), change)


def _blocks(one: Sequence[Token], other: Sequence[Token]) -> list[tuple[int, int, int]]:
    """The runs of words that both have: where each begins in the one and in the other, and its length."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, [w.low for w in one], [w.low for w in other], autojunk=False)
    return [(a, b, size) for a, b, size in matcher.get_matching_blocks() if size]


def _change(
    one: Sequence[Token], other: Sequence[Token], blocks: list[tuple[int, int, int]]
) -> Change | None:
    """What lies between the shared words, from first to last (`later` is of `one`), or None."""
    gaps: list[tuple[int, int, int, int]] = []
    for (a, b, size), (next_a, next_b, _) in pairwise(blocks):
        gap = (a + size, next_a, b + size, next_b)
        if not _excused(one[gap[0] : gap[1]], other[gap[2] : gap[3]]):
            gaps.append(gap)
    if not gaps:
        return None
    a, a_end, b, b_end = gaps[0][0], gaps[-1][1], gaps[0][2], gaps[-1][3]
    if a == a_end or b == b_end:
        # Words that only one of the two has: show them with the word before.
        a, b = a - 1, b - 1
    here = (one[a].start, one[a_end - 1].end)
    return Change((other[b].start, other[b_end - 1].end), here)


def _excused(one: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether a difference is none of words: a cut that is shown, a filler, a hyphen or points."""
    if any(word.low == CUT for word in (*one, *other)):
        return True
    told = ["".join(word.low for word in words if word.low not in _FILLERS) for words in (one, other)]
    return told[0] == told[1]
