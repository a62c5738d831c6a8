"""What a pattern of attribution says: this source, by this cue, with this much certainty."""

from __future__ import annotations

from typing import NamedTuple

from verify.mark.narration import Word
from verify.mark.phrases import Phrase


class Attribution(NamedTuple):
    """A source for a quotation: its words and cue in a paragraph's narration, and how sure that is.

    `why` names the pattern that found it; `cue` is -1 where no word marks the speech.
    """

    source: Phrase
    cue: int
    why: str
    confidence: float


def inner_end(text: str, quote: Word) -> str:
    """The last character of the words quoted, closing marks left out."""
    return text[quote.start : quote.end].rstrip("”\"’' ")[-1:]
