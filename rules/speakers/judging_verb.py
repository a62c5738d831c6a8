"""Verbs of saying that pass judgement on the speaker or the words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify import Article, Flag, rule
from verify.lexicon.late import late

from .cues import forms, nominal, tags

_JUDGES = {
    form: judges
    for judges, verbs in {
        "doubts the words": ("claim",),
        "finds the speaker guilty": ("admit", "confess"),
        "mocks the speaker": (
            "boast", "brag", "tout", "gush", "crow", "whine", "rant", "rave", "bleat", "carp", "bark", "fume",
            "snarl", "sneer", "scoff",
        ),
    }.items()
    for form in forms(verbs)
}  # fmt: skip
_SUFFERED = late(r"\b(?:was|were|be|been|being|is|are|not|n[’']t|in|with|an?|the|his|her)(?: \w+ly)? $")
_NOUN_OR_OTHER_SENSE = late(
    r" (?:to|as|of|about|by|are|were|against|from|made|have|responsibility|credit|victory|asylum"
    r"|benefits?|lives?|the lives?)\b"
)
_REFUTED = late(
    r"\b(?:in fact|false(?:ly|hood)?|untrue|not true|(?:no|without) evidence|incorrect(?:ly)?|debunked"
    r"|disproved|fact-check\w*|lied|lie|pleaded guilty|convicted|confession)\b",
    re.IGNORECASE,
)
_LOOK_BACK, _LOOK_ON = 24, 800


@rule(
    severity="info",
    since="0.1",
    needs={"quotes"},
    yields_to={"attribution.avoid"},
    advice="Write “said”, unless the story shows that the judgement is true.",
)
def judging_verb(article: Article) -> Iterator[Flag]:
    """The verb beside a quote judges the speaker or the words."""
    text = article.text
    for tag in tags(article):
        if tag.verb not in _JUDGES or tag.speaker.type == "document" or nominal(tag):
            continue
        if _SUFFERED.search(text[max(0, tag.cue.start - _LOOK_BACK) : tag.cue.start]):
            continue
        if _NOUN_OR_OTHER_SENSE.match(text, tag.cue.end):
            continue
        if _REFUTED.search(text, tag.cue.start, tag.cue.start + _LOOK_ON):
            continue
        yield Flag(tag.cue, f"“{tag.verb}” {_JUDGES[tag.verb]}; “said” leaves that to the reader")
