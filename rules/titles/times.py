"""Words by which a sentence shows whether it tells of today, of an earlier time, or of one to come."""

from __future__ import annotations

import re

from verify.lexicon.late import late


def _any(words: str) -> str:
    """An alternative of the words, one to a word; an underscore stands for a space."""
    return "|".join(word.replace("_", " ") for word in words.split())


_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"

SEVERAL = late(
    r"\b(?:Gov|Sen|Rep)s\.|\b(?:governors|senators|presidents|secretaries|mayors)\b", re.IGNORECASE
)
"""A title that several people share ("Govs. Roe and Lee")."""

YEAR = late(r"(?<![\w$£€,.-])(?:1[6-9]|20)\d\d(?:s|[-–]\d\d(?:\d\d)?)?(?!\w|,\d|\.\d)")
"""A year, a decade or a span of years."""

EARLIER = late(
    rf"\b(?:last (?:year|month|fall|autumn|winter|spring|summer|{_MONTH})|in (?:early |late |mid-)?{_MONTH}|"
    + _any(
        r"""
        then ago earlier previously formerly former once used_to at_the_time under during until since before
        past era decades? history historic\w* legacy memoirs? biography tenure term administration presidency
        appoint\w* nominat\w* elected sworn inaugurat\w* served serving resign\w* retir\w* stepp\w+_down
        steps_down outgoing departing leaving_office left_office quits? fired ousted replac\w+ succe\w+
        predecess\w* signed vetoed died dead death funeral portrait statue
        """
    )
    + r")\b",
    re.IGNORECASE,
)
"""Words of a sentence that tells of an earlier time."""

PERHAPS = late(
    rf"\b(?:{_any('was were had did when while after as like last late named whose for')})\b", re.IGNORECASE
)
"""Words that may tell of an earlier time: enough, where the office ended long ago."""

NOW = late(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|this (?:morning|afternoon|evening|week|month|year)|"
    rf"{_any('today tonight tomorrow yesterday now currently')})\b"
)
"""A day or a time around that of the story."""

_APPOSED = r"(?:,[^,.;:]{1,60})?,? "
_HOLDS = "is has says will plans wants hopes expects believes intends refuses faces remains supports opposes"
HOLDS = late(rf"{_APPOSED}(?:{_any(_HOLDS)})\b")
"""A verb in the present behind a name."""

_DID = "met went came spoke gave took made held flew led sent told began saw got sat stood"
DID = late(rf",? (?:[a-z]{{3,15}}ed|{_any(_DID)})\b")
"""A verb in the past behind a name."""

_LINKS = "that where and but the as while because which"
SUBJECT = late(rf"(?:\A|[.,;:!?”\"—–\n]|\b(?:{_any(_LINKS)})) *\Z", re.IGNORECASE)
"""What stands before the subject of a clause, rather than before an object."""

_SAID = "said told announced added warned tweeted wrote posted"
SPOKE = late(rf"{_APPOSED}(?:{_any(_SAID)})\b")
SPOKE_BEFORE = late(rf"\b(?:{_any(_SAID)}|according to)(?: by)? \Z")
"""A verb of saying behind a name, and before one."""

TO_COME = late(
    r"\b(?:"
    + _any(
        r"""
        if would could should might may will can wants? wanted hop(?:e|es|ed|ing) becom\w* elect elected
        future next prospect\w* imagine hypothetical potential possible pick nominee nominat\w+ candidate
        runs? running bid campaign\w* confirmed confirmation sworn inaugurat\w+ appoint\w* choose chosen
        choice tapped named when once until before transition as vote\w* an?
        """
    )
    + r")\b",
    re.IGNORECASE,
)
"""Words of a sentence that speaks of an office to come."""
