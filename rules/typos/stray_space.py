"""Spaces that stand twice, or where none belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify import Article, Block, Flag, rule
from verify.model.document import PROSE

_GAP = "[ \u00a0]"
_TWICE = re.compile(rf"(?<=\S){_GAP}{{2,40}}(?=\S)")
_AFTER_STOP = re.compile(r"[.?!:…][”\"’')\]]{0,3}$")
_ONE_AFTER_STOP = re.compile(rf"[.?!][”\"’')\]]{{0,3}}{_GAP}(?=[A-Z“\"‘])")
_COLUMNS = "|", "\t"
_WIDE, _MANY, _SHORT_LINE = "   ", 2, 60
"""A gap of columns, how many make a table, and how short a line is that is a row with one alone."""
_STRAY = re.compile(
    rf"""
      (?<=[^\W\d_]){_GAP}(?=[,;](?:{_GAP}|$)|[.?!](?:{_GAP}[A-Z“"]|$))   # the end .   he said , and
    | (?<=[\s—–(][(\[“]){_GAP}(?=\w)                                     # ( the    “ We
    | (?<=[\w.,?!]){_GAP}(?=[)\]”](?:[\s.,;:?!]|$))                      # the )    We ”
    | (?<=[^\W\d_][’'‘]){_GAP}(?=s(?:{_GAP}|[.,;:?!]))                   # America’ s
    | (?<=[^\W\d_]-){_GAP}(?=[^\W\d_]{{2}})                                # African- Americans
    | (?<=[^\W\d_]){_GAP}(?=-[^\W\d_]{{2}})                                # Mexican -American
    """,
    re.VERBOSE,
)
_LEFT = re.compile(r"[^\W\d_]+[’'-]?$")
_RIGHT = re.compile(r"-?[^\W\d_]+")
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
    wide, single = _habit(article)
    for block in article.zoned("headline", *PROSE):
        for match in _TWICE.finditer(text, block.start, block.end):
            stop = _AFTER_STOP.search(text, max(block.start, match.start() - 4), match.start())
            if (stop and wide >= single) or _in_table(text, block, match):
                continue
            what = f"{len(match[0])} spaces stand where one belongs"
            yield Flag(
                match.span(), what, advice="Leave one space.", fixes=(" ",), safe=True, confidence=0.95
            )
        for match in _STRAY.finditer(text, block.start, block.end):
            if (joined := _joined(text, block, match)) is not None:
                yield Flag(match.span(), f"a stray space in “{joined}”", fixes=("",), confidence=0.9)


def _habit(article: Article) -> tuple[int, int]:
    """How often two spaces, and how often one, follow a stop: who always types two means it."""
    wide = single = 0
    for block in article.zoned(*PROSE):
        single += sum(1 for _ in _ONE_AFTER_STOP.finditer(article.text, block.start, block.end))
        wide += sum(
            1
            for match in _TWICE.finditer(article.text, block.start, block.end)
            if _AFTER_STOP.search(article.text, max(block.start, match.start() - 4), match.start())
        )
    return wide, single


def _in_table(text: str, block: Block, match: re.Match[str]) -> bool:
    """Whether the line is one of columns, which spaces keep apart."""
    first = max(block.start, match.start() - _LINE, text.rfind("\n", block.start, match.start()) + 1)
    last = text.find("\n", match.end(), min(block.end, match.end() + _LINE))
    line = text[first : last if last >= 0 else min(block.end, match.end() + _LINE)]
    wide = line.count(_WIDE)
    return wide >= _MANY or (wide == 1 and len(line) <= _SHORT_LINE) or any(mark in line for mark in _COLUMNS)


def _joined(text: str, block: Block, match: re.Match[str]) -> str | None:
    """The words around a stray space, or None where the space may be meant."""
    at, end = match.span()
    left = _LEFT.search(text, max(block.start, at - _REACH), at)
    right = _RIGHT.match(text, end, min(block.end, end + _REACH))
    before, after = left[0] if left else text[at - 1], right[0] if right else text[end]
    if before.endswith("-") or after.startswith("-"):
        # A hyphen may be a dash in a hurry, or wait for its word; between two capitals it is neither.
        plain = after.lstrip("-")
        if plain.lower() in _HUNG or not (before[0].isupper() and plain[0].isupper()):
            return None
    return f"{before}{text[at:end]}{after}"
