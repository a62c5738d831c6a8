"""What a run of capitals turns out to be, and the small questions that every reader of one asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from verify.lexicon.given import plain as unaccented
from verify.lexicon.late import late
from verify.mark.naming.capitals import Word
from verify.model.marks import Kind

_ARABIC = late(r"\b(?:al|el|ul|an|as|ar|at|ad|az|ash)-(?=\w)|\b(?:al|el) (?=\w)", re.IGNORECASE)
"""The article before Arabic family names, which copy leaves out at will."""


class Reading(Struct, frozen=True):
    """What a run of capitals is, as far as its own words tell; "unsure" leaves it to its neighbours.

    `common` says that the words are of the dictionary, `surname` that the last is a known family
    name, `led` that a particle before the first word belongs to the name.
    """

    kind: Kind | Literal["unsure"]
    words: Sequence[Word]
    given: str = ""
    family: str = ""
    common: bool = False
    surname: bool = False
    led: bool = False

    @property
    def start(self) -> int:
        """Where the name begins, a particle before it included."""
        first = self.words[0]
        return first.start - len(first.gap.lstrip()) if self.led else first.start

    @property
    def end(self) -> int:
        """Where the name ends."""
        return self.words[-1].end


def fold(word: str) -> str:
    """A name in the form in which spellings are compared: no case, accents, hyphens or apostrophes."""
    plain = word.casefold()
    if not plain.isascii():
        plain = unaccented(plain)
    # Most names are letters and spaces, and are asked for often.
    return (
        plain if plain.replace(" ", "a").isalpha() else "".join(c for c in plain if c.isalpha() or c == " ")
    )


def without_article(family: str) -> str:
    """A family name without the article of Arabic ones: Sisi of "al-Sisi"."""
    return _ARABIC.sub("", family) if "-" in family or " " in family else family
