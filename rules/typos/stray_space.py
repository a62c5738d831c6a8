"""Spaces that stand twice, or where none belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verify import Article, Block, Flag, rule
from verify.lexicon.late import late
from verify.model.document import PROSE

_GAP = "[ \u00a0]"
_TWICE = late(rf"{_GAP}{{2,40}}(?=\S)")
_AFTER_STOP = late(r"[.?!:…][”\"’')\]]{0,3}$")
_ONE_AFTER_STOP = late(rf"[.?!][”\"’')\]]{{0,3}}{_GAP}(?=[A-Z“\"‘])")
_COLUMNS = "|", "\t"
_WIDE, _MANY, _SHORT_LINE = "   ", 2, 60
"""A gap of columns, how many make a table, and how short a line is that is a row with one alone."""
_LETTER_BEFORE = r"(?<=[^\W\d_].)"
_STRAY = tuple(
    (signs.split("_"), late(pattern))
    for signs, pattern in (
        (" ,_ ;", rf"{_GAP}{_LETTER_BEFORE}(?=[,;](?:{_GAP}|$))"),  # he said , and
        (" ._ !_ ?", rf"{_GAP}{_LETTER_BEFORE}(?=[.?!](?:{_GAP}[A-Z“]|$))"),  # the end .
        ("( _[ _“ ", rf"[(\[“](?<=[\s—–(].)({_GAP})(?=\w)"),  # ( the    “ We
        (" )_ ]_ ”", rf"{_GAP}(?<=[\w.,?!].)(?=[)\]”](?:[\s.,;:?!]|$))"),  # the )    We ”
        ("’ s_' s_‘ s", rf"[’'‘]{_LETTER_BEFORE}({_GAP})(?=s(?:{_GAP}|[.,;:?!]))"),  # America’ s
        ("- ", rf"-{_LETTER_BEFORE}({_GAP})(?=[^\W\d_]{{2}})"),  # African- Americans
        (" -", rf"{_GAP}{_LETTER_BEFORE}(?=-[^\W\d_]{{2}})"),  # Mexican -American
    )
)
"""Each pattern with the signs of which a text must hold one, which is quicker to see."""
_LEFT = late(r"[^\W\d_]+[’'-]?$")
_RIGHT = late(r"-?[^\W\d_]+")
_HUNG = frozenset("and or to und nor but versus vs through as by than like from".split())
"""Words after a hyphen that waits for its word: “two- and three-year terms”."""
_REACH, _LINE = 40, 200


@rule(
    severity="warning",
    since="0.1",
    needs={"quotations"},
    advice="Take the space out.",
)
def stray_space(article: Article) -> Iterator[Flag]:
    """A space stands twice, or where none belongs."""
    text = article.text
    blocks = tuple(article.zoned("headline", *PROSE))
    spaced = text.replace("\u00a0", " ")
    if "  " in spaced:
        yield from _wide(text, blocks)
    for signs, pattern in _STRAY:
        if not any(sign in spaced for sign in signs):
            continue
        for block in blocks:
            for match in pattern.finditer(text, block.start, block.end):
                span = match.span(match.lastindex or 0)
                if (joined := _joined(text, block, *span)) is not None:
                    yield Flag(span, f"a stray space in “{joined}”", fixes=("",), confidence=0.9)


def _wide(text: str, blocks: Sequence[Block]) -> Iterator[Flag]:
    """The places where several spaces stand in a row, but for tables and a typist’s habit after stops."""
    found = [
        (block, match, _AFTER_STOP.search(text, max(block.start, match.start() - 4), match.start()))
        for block in blocks
        for match in _TWICE.finditer(text, block.start, block.end)
        if match.start() > block.start and not text[match.start() - 1].isspace()
    ]
    stops = sum(stop is not None for *_, stop in found)
    single = (
        sum(len(_ONE_AFTER_STOP.findall(text, block.start, block.end)) for block in blocks) if stops else 0
    )
    for block, match, stop in found:
        if (stop is None or stops < single) and not _in_table(text, block, match):
            what = f"{len(match[0])} spaces stand where one belongs"
            yield Flag(
                match.span(), what, advice="Leave one space.", fixes=(" ",), safe=True, confidence=0.95
            )


def _in_table(text: str, block: Block, match: re.Match[str]) -> bool:
    """Whether the line is one of columns, which spaces keep apart."""
    first = max(block.start, match.start() - _LINE, text.rfind("\n", block.start, match.start()) + 1)
    last = text.find("\n", match.end(), min(block.end, match.end() + _LINE))
    line = text[first : last if last >= 0 else min(block.end, match.end() + _LINE)]
    wide = line.count(_WIDE)
    return wide >= _MANY or (wide == 1 and len(line) <= _SHORT_LINE) or any(mark in line for mark in _COLUMNS)


def _joined(text: str, block: Block, at: int, end: int) -> str | None:
    """The words around a stray space, or None where the space may be meant."""
    left = _LEFT.search(text, max(block.start, at - _REACH), at)
    right = _RIGHT.match(text, end, min(block.end, end + _REACH))
    before, after = left[0] if left else text[at - 1], right[0] if right else text[end]
    if before.endswith("-") or after.startswith("-"):
        # A hyphen may be a dash in a hurry, or wait for its word; between two capitals it is neither.
        plain = after.lstrip("-")
        if plain.lower() in _HUNG or not (before[0].isupper() and plain[0].isupper()):
            return None
    return f"{before}{text[at:end]}{after}"
