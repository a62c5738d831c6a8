"""Text made safe for a terminal or a table, and how wide it stands there."""

from __future__ import annotations

import unicodedata

from verify.lexicon.late import late

# Every replacement is one character long and one cell wide, so that columns stay where they were.
_SAFE = (
    {code: 0x2400 + code for code in range(0x20)}
    | dict.fromkeys(range(128, 160), 65533)
    | dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD)
    | dict.fromkeys((0x09, 0x0A, 0x0D, 0x2028, 0x2029), 0x20)
    | {0x7F: 0x2421}
)

# Some spreadsheets obey the wide forms too.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


# Each of these takes one cell, and nearly all copy is made of them; the others are looked up one by one.
_NARROW = late(r"[ -~¡-¬®-˿‐-‧]*")


def neutral(text: str) -> str:
    """The text without anything that a terminal would obey: controls become visible, line breaks spaces."""
    return text if text.isascii() and text.isprintable() else text.translate(_SAFE)


def cells(text: str) -> int:
    """How many columns of a terminal the text takes."""
    narrow = _narrow(text)
    return narrow + sum(_width(character) for character in text[narrow:])


def _narrow(text: str) -> int:
    """How many characters at the beginning take one cell each."""
    found = _NARROW.match(text)
    return found.end() if found else 0


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def clip(text: str, width: int) -> str:
    """The text, cut with an ellipsis where it is wider."""
    if len(text) <= width and cells(text) <= width:
        return text
    return f"{head(text, width - 1).rstrip()}…"


def head(text: str, width: int) -> str:
    """As much of the beginning as fits the width."""
    # A character may take no cell, but nobody writes more than a few such in a row: look no further.
    used = min(_narrow(text), width)
    for at, character in enumerate(text[used : 4 * width], used):
        used += _width(character)
        if used > width:
            return text[:at]
    return text[: 4 * width]


def tail(text: str, width: int) -> str:
    """As much of the end as fits the width."""
    return head(text[-4 * width :][::-1], width)[::-1] if width > 0 else ""


def pad(text: str, width: int) -> str:
    """The text with blanks up to the width."""
    return text + " " * (width - cells(text))


def cell(text: str) -> str:
    """The text on one line of a table, as text: a cell that begins with "=" would be run by a spreadsheet."""
    line = neutral(" ".join(text.split()))
    return f"'{line}" if line.startswith(_FORMULA) else line
