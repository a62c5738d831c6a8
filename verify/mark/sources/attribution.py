"""What a pattern of attribution says: this source, by this cue, with this much certainty."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from verify.lexicon.cues import cue_forms
from verify.mark.narration import Word
from verify.mark.syntax.phrases import Phrase


class Attribution(Struct, frozen=True):
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


def told_before(words: Sequence[Word], pronoun: int) -> bool:
    """Whether a verb of saying stands just before the pronoun, which then only takes up its subject."""
    forms = cue_forms()
    return any(
        forms.get(words[index].low) == ("say", "finite") and words[index].text.islower()
        for index in range(max(0, pronoun - 3), pronoun)
    )
