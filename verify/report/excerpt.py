"""The line of copy that a finding stands in, its words underlined."""

from __future__ import annotations

from msgspec import Struct

from verify.report.cells import cells, head, neutral, tail

_WORD = 24


class Excerpt(Struct, frozen=True):
    """A line cut to the width: what stands before the flagged words, the words, what follows."""

    before: str
    words: str
    after: str

    @property
    def underline(self) -> str:
        """Carets below the words; one for a place without width."""
        return " " * cells(self.before) + "^" * max(1, cells(self.words))


def around(source: str, start: int, end: int, line_start: int, width: int) -> Excerpt:
    """The line that begins at `line_start`, cut around source[start:end]; of many lines only the first."""
    # Slicing whole lines would cost a megabyte a finding where the copy is one long line.
    first = max(line_start, start - 5 * width)
    limit = min(end, start + 5 * width) + 5 * width
    stop = source.find("\n", start, limit)
    last = min(limit, len(source)) if stop < 0 else stop
    line = source[first:last].rstrip("\r")
    return excerpt(line, start - first, min(end - first, len(line)), width)


def excerpt(line: str, start: int, end: int, width: int) -> Excerpt:
    """The line around line[start:end], in at most `width` cells; where it is cut stands an ellipsis."""
    # What lies farther off than the width cannot be shown: a paragraph of a megabyte costs no more.
    before, words = (
        neutral(line[max(0, start - 4 * width) : start]),
        neutral(line[start : end + 4 * width][: end - start]),
    )
    after = neutral(line[end : end + 4 * width])
    cut_words = cells(words) > width - 2
    if cut_words:
        return Excerpt("…" if before else "", head(words, width - 2), "…")
    before, after = before.lstrip() if start <= 4 * width else before, after.rstrip()
    room = width - cells(words)
    left, right = cells(before), cells(after)
    if left + right <= room and start <= 4 * width:
        return Excerpt(before, words, after)
    # Half of the room for each side; what one side leaves is the other's. One cell is for the ellipsis.
    for_left = max(room // 2, room - right)
    for_right = room - min(left, for_left)
    return Excerpt(_shorter_left(before, for_left), words, _shorter_right(after, for_right))


def _shorter_left(text: str, width: int) -> str:
    if cells(text) <= width:
        return text
    kept = tail(text, width - 1)
    gap = kept.find(" ")
    return "…" + (kept[gap + 1 :] if 0 <= gap < min(_WORD, len(kept) - 1) else kept)


def _shorter_right(text: str, width: int) -> str:
    if cells(text) <= width:
        return text
    kept = head(text, width - 1)
    gap = kept.rfind(" ")
    return (kept[:gap] if gap > max(0, len(kept) - _WORD) else kept) + "…"
