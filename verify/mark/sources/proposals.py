"""All that the patterns propose: for a quotation its possible sources, for narration everyone who speaks."""

from __future__ import annotations

from collections.abc import Sequence

from verify.lexicon.cues import cue_forms
from verify.lexicon.grammar import PASSIVE
from verify.mark.narration import QUOTE, STOP, Word
from verify.mark.sources.after_quote import after_quote, trailing
from verify.mark.sources.attribution import Attribution, inner_end
from verify.mark.sources.before_quote import before_quote, colon_name, participle, sentence_subject
from verify.mark.sources.owned import in_eyes
from verify.mark.syntax import appositions, phrases, subjects

_SURE = 0.9
_SILENT_VERBS = """
    offer issue release hope fear want expect consider hear press address lash point weigh invoke
    roar boom hiss wail gasp squeal shriek cackle apologize apologise greet congratulate threaten taunt heckle
""".split()
_SILENT = frozenset(
    form for verb in _SILENT_VERBS for form in (verb, f"{verb}s", f"{verb}es", f"{verb}d", f"{verb}ed")
) | {"heard"}
"""Forms of verbs that put words in a mouth beside a quote, and tell of no speech without one."""


def proposals(words: Sequence[Word], at: int, text: str) -> list[Attribution]:
    """Every source that the patterns of attribution see for the quotation at words[at] in its own sentence.

    The patterns' own choice stands first; `confidence` is how far a pattern alone may be trusted.
    """
    dangling = participle(words, at, text)
    right = dangling or after_quote(words, at, text)
    lefts = before_quote(words, at)
    left = max(lefts, key=lambda found: found.confidence, default=None)
    closing = trailing(words, at + 1)
    if right is None and (left is None or left.confidence < _SURE):
        right = closing
    last = inner_end(text, words[at])
    if last.isalnum() and at + 1 < len(words) and words[at + 1].low == ",":
        last = ","  # British copy sets the comma outside the mark
    others = [colon_name(words, at), sentence_subject(words, at), in_eyes(words, at)]
    first = right or left or others[0] or others[1]
    if right and left and not dangling and last != "," and left.confidence >= right.confidence:
        first = left
    found = [first, right, *lefts, closing, *others]
    return list(dict.fromkeys(proposal for proposal in found if proposal is not None))


def _by(words: Sequence[Word], cue: int) -> bool:
    """Whether a passive names who speaks ("were told by the guide")."""
    return cue + 2 < len(words) and words[cue + 1].low == "by"


def statements(words: Sequence[Word]) -> list[Attribution]:
    """Everyone who says something in a paragraph’s narration, or "praised" or "believes" it, in order."""
    forms = cue_forms()
    cues = [index for index, word in enumerate(words) if word.low in forms]
    found = []
    for index in cues:
        low = words[index].low
        if low in _SILENT or not words[index].text.islower() or not phrases.is_cue(words, index):
            continue
        if index and words[index - 1].low in PASSIVE and low.endswith(("ed", "told")):
            source = appositions.agent(words, index, len(words)) if _by(words, index) else None
        else:
            source = subjects.before(words, index)
        if index and words[index - 1].low in (STOP, QUOTE, ","):
            source = subjects.after(words, index) or source
        if source is not None:
            found.append(Attribution(source, index, "statement", 0.8))
    return found
