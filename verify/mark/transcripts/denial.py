"""A “not” that stands in the source right before the words quoted, and is told nowhere in the article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify.lexicon.late import late
from verify.mark.transcripts.words import Word, negations, words_of
from verify.model.span import Span
from verify.model.supplied import Difference

_BEFORE, _REACH = 40, 160
_DIRECTLY = late(r"[\w’'‘]+[ \t\r\n]+\Z")
_SENTENCE = late(r"[.!?…:;\n][”\"’')]*\s")
_DENIES = late(
    r"\b(?:den(?:y|ie)|reject|refus|dismiss|rul(?:e|ed|es|ing) out|against|fail|unable|doubt|stop|avoid"
    r"|prevent|lack|disput|contradict|oppos|hardly|barely|rather than|far from|anything but|instead of"
    r"|less than|unlike|unwilling|question|wrong|false|rule out|short of|declin|warn|hesita|reluctan)",
    re.IGNORECASE,
)
"""Ways to say “not” in words of one’s own, before a quotation that leaves it out."""


def unsaid(text: str, words: Sequence[Word], source: str, at: int) -> Difference | None:
    """The “not” before source[at:] that the article leaves out and says nowhere in its sentence."""
    first = words[0]
    if text[first.start].isupper():
        return None  # A quotation that begins a sentence begins one in the source too.
    directly = _DIRECTLY.search(source, max(0, at - _BEFORE), at)
    if directly is None or not negations(words_of(source, directly.start(), directly.end())):
        return None
    low = max(0, first.start - _REACH)
    sentence = _SENTENCE.split(text[low : first.start])[-1]
    if _DENIES.search(sentence) or negations(words_of(sentence, 0, len(sentence))):
        return None
    return Difference("changed", Span(first.start, first.end), "", directly[0].strip(), negated=True)
