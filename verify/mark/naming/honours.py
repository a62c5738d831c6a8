"""Letters behind a name that tell an honour, an office or a degree: "Ann Lee KC", "Paul Marsh, OBE"."""

from __future__ import annotations

from collections.abc import Sequence

from verify.lexicon.given import is_given
from verify.mark.naming.capitals import Word
from verify.mark.naming.offices import is_head

HONOURS = frozenset(
    """PC KC QC SC MP MEP MSP MLA TD OBE MBE CBE KBE DBE GBE OM CH KCB CB CMG KCMG GCMG JP FRS FBA RN MD PhD
    DPhil Ph.D. M.D. D.D. J.D. D.D.S. D.O. R.N. Esq Esq. CPA DDS BSc MSc MBA SJ S.J. O.P.""".split()
)


def without_honours(words: list[Word]) -> list[Word]:
    """The run of capitals without the letters behind a person's name; "Labour MP" keeps its own.

    A name is known by its given name, or by the title before it.
    """
    end = len(words)
    while end > 1 and words[end - 1].text in HONOURS and not words[end - 1].gap.strip():
        end -= 1
    if end == len(words) or end < 2:
        return words
    named = is_given(words[0].text) or any(is_head(word.text) for word in words[: end - 1])
    return words[:end] if named else words


def is_honour(words: Sequence[Word], text: str, named: int) -> bool:
    """Whether the run is letters of honour behind the comma after a name that ends at `named`."""
    return (
        all(word.text in HONOURS for word in words)
        and named >= 0
        and text[named : words[0].start] in (", ", " ")
    )
