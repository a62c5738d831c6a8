"""Quotation marks as the models know them: straight, letter for letter, so that every offset holds."""

from __future__ import annotations

import unicodedata

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″〝〞＂", '"'),
        **dict.fromkeys("‘’‚‛‹›′ʼ´`＇", "'"),
        **dict.fromkeys("‐‑", "-"),
        **dict.fromkeys("\n\r\t\v\f\u2028\u2029\u0085", " "),
    }
)


def straight(text: str) -> str:
    """The text as the models read it: as long as it was, each place what it was or its plain form."""
    plain = text.translate(_PLAIN)
    if plain.isascii() and plain.isprintable():
        return plain
    return "".join(" " if _unseen(letter) else letter for letter in plain)


def _unseen(letter: str) -> bool:
    """Whether a letter is a space of its own kind, or a control that nobody sees."""
    return letter != " " and unicodedata.category(letter) in ("Zs", "Cc", "Cf", "Cs", "Co", "Cn")
