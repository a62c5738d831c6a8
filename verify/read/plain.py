"""Plain text, as it comes out of a content system or a mail: the text is its own source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from verify.lexicon.late import late
from verify.model.document import Block, Document
from verify.model.span import SourceMap
from verify.read.decode import decode
from verify.read.galley import BLANK

_LINE = late(r"[^\r\n\f\u2029]+")
_BREAK = late(r"\r\n|[\n\r\f\u2029]")
_LIST = late(r"(?:[-*•‣◦▪●·]|\d{1,2}[.)])[ \t]+\S")
_WIDEST = 100
"""Columns up to which a line may be one of a hard-wrapped paragraph."""
_SPARE = 10
"""Columns left free, beyond the next word, that show a line to end by intent and not by wrapping."""
_ENDS = (".", "!", "?", ":", "…", "”", "’", '"', "'", ")")


def read(path: str, data: bytes) -> Document:
    """Return the document of a plain text file."""
    from verify.read.zone import zoned

    source = decode(data)
    blocks = [Block("body", start, end) for start, end in paragraphs(source)]
    return Document(
        path=path,
        source=source,
        text=source,
        blocks=zoned(source, blocks, headline="first"),
        map=SourceMap.identity(len(source)),
        format="text",
    )


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each paragraph lies: a line, or lines wrapped at a margin, joined.

    The file as a whole says which: it is wrapped where no line is long and many a line breaks off
    in mid-sentence, so that the next begins with a small letter.
    """
    lines = list(_lines(text))
    width = max((end - start for start, end in lines if " " in text[start:end]), default=0)
    groups = list(_groups(text, lines)) if width <= _WIDEST else []
    if not _wrapped(text, groups):
        yield from lines
        return
    spaced = len(groups) > 1
    for number, group in enumerate(groups):
        start = group[0][0]
        for before, line in pairwise(group):
            top = width if number == 0 and (spaced or before is lines[0] or _ended(text, before)) else 0
            if _parts(text, before, line, top, spaced=spaced):
                yield start, before[1]
                start = line[0]
        yield start, group[-1][1]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for match in _LINE.finditer(text):
        line = match[0]
        bare = line.strip(BLANK)
        if bare:
            start = match.start() + len(line) - len(line.lstrip(BLANK))
            yield start, start + len(bare)


def _groups(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Lines with no blank line between them."""
    group: list[tuple[int, int]] = []
    for line in lines:
        if group and len(_BREAK.findall(text, group[-1][1], line[0])) > 1:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _wrapped(text: str, groups: Sequence[list[tuple[int, int]]]) -> bool:
    pairs = [pair for group in groups for pair in pairwise(group)]
    soft = sum(not _ended(text, line) and text[after[0]].islower() for line, after in pairs)
    return bool(soft) and soft * 3 >= len(pairs)


def _parts(text: str, before: tuple[int, int], line: tuple[int, int], width: int, *, spaced: bool) -> bool:
    """Whether a line of a wrapped file begins a paragraph though no blank line stands before it.

    `width` is given where a line left short may say so: in the first lines that stand together, where
    a headline stands right over a byline, or in a file that sets paragraphs apart by nothing else.
    """
    if _LIST.match(text, line[0]):
        return True
    if not spaced and _indent(text, line) > max(1, _indent(text, before)):
        return True
    word = len(text[line[0] : line[1]].split(None, 1)[0])
    return width - (before[1] - before[0]) - 1 - word > _SPARE


def _ended(text: str, line: tuple[int, int]) -> bool:
    return text[line[0] : line[1]].endswith(_ENDS)


def _indent(text: str, line: tuple[int, int]) -> int:
    start = line[0]
    least = max(0, start - _WIDEST)
    return start - max(text.rfind("\n", least, start), text.rfind("\r", least, start), least - 1) - 1
