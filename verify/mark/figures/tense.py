"""Whether what a clause tells of a day lies behind it or ahead: "met Tuesday", "will meet Tuesday"."""

from __future__ import annotations

import re
from typing import Literal

from verify.lexicon.late import late

Way = Literal["past", "ahead", ""]

_SENTENCE = late(r"[.!?][”\"]? (?=[A-Z“])| ?(?:—|--) (?=[A-Z])")
_CLAUSE = late(r"[;:—–()“”\"]|, (?:but|and|while|when|which|who|where|as|after|before)\b")
_PAST = (
    r"was|were|had|did|said|told|met|won|lost|took|gave|made|came|went|left|held|began|spoke|saw|wrote|led|sat"
    r"|fell|rose|broke|struck|shot|sank|fled|found|drew|drove|flew|threw|became|sent|spent|paid|sold|bought"
    r"|brought|caught|fought|heard|kept|ran|got|swore|died"
    r"|(?!(?:need|indeed|proceed|exceed|succeed|speed|feed|seed|breed|hundred|sacred|agreed-|unnamed)\b)"
    r"[a-z]{2,14}ed"
)
_OPEN = (
    r"would|could|should|may|might|can|must|is|are|be|being|if|whether|unless|has|have|do|does|plans?|hopes?"
    r"|wants?|set|due|to(?= (?!the\b|an?\b|his\b|her\b|its\b|their\b)[a-z])"
)
_VERB = late(rf"(?<![\w’'-])(?:(?P<ahead>will|shall)|(?P<open>{_OPEN})|(?P<past>{_PAST}))(?![\w’'-])")
_PLANNED = frozenset("scheduled planned expected slated proposed needed supposed intended".split())
_WILL = late(r"\b(?:will|shall)(?: [a-z]+ly)? \Z")
_WILL_BE = late(r"\b(?:will|shall)(?: [a-z]+ly)? be(?: [a-z]+ly)? \Z")
_IS_TO = late(r"\b(?:is|are) (?:set|due|scheduled|expected|slated|planned) \Z")
_HELPED = late(
    r"\b(?:to|be|being|been|would|could|should|may|might|can|must|is|are|if|has|have)(?: [a-z]+ly)? \Z"
)
# The day may be that of what stands between: "talked about the vote on Tuesday".
_ANOTHER = late(
    r"\b(?:for|about|over|until|till|before|after|since|ahead|from(?! \Z)|between)\b|\bby (?:late |early )?\Z"
)
_REACH = 110


def tense(text: str, start: int, end: int) -> Way:
    """On which side of the day of the story the day of text[start:end] lies; nothing where that is open."""
    opening = max(0, start - _REACH)
    opening = max(opening, text.rfind("\n", opening, start) + 1)
    before = _SENTENCE.split(text[opening:start])[-1]
    clause = _CLAUSE.split(before)[-1]
    verbs = list(_VERB.finditer(clause))
    if verbs:
        return "" if _ANOTHER.search(clause, verbs[-1].end()) else _way(clause, verbs[-1])
    if clause != before or before not in ("", "On ", "Late ", "Early "):
        return ""  # The verb is that of another clause, or none that is known.
    # "On Tuesday, the council met": the first verb behind it tells.
    after = text[end : end + _REACH].partition("\n")[0]
    first = _VERB.search(after)
    return _way(after, first) if first else ""


def _way(clause: str, verb: re.Match[str]) -> Way:
    """Which way a verb of the clause points, by itself and by what helps it."""
    before = clause[: verb.start()]
    if verb["ahead"]:
        return "ahead"
    if verb["open"] == "be":
        return "ahead" if _WILL.search(before) else ""
    if verb["open"]:
        return "ahead" if verb["open"] == "to" and _IS_TO.search(before) else ""
    if _WILL_BE.search(before):
        return "ahead"
    return "" if verb["past"] in _PLANNED or _HELPED.search(before) else "past"
