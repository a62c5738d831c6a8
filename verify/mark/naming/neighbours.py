"""What stands beside a name that no list knows and shows that a person bears it."""

from __future__ import annotations

from verify.lexicon.given import is_given
from verify.lexicon.grammar import KIN
from verify.lexicon.late import late
from verify.lexicon.words import is_common
from verify.mark.naming.offices import names_one
from verify.mark.naming.reading import Reading

_SPOKE = (
    "said|says|told|tells|added|adds|asked|asks|wrote|writes|tweeted|tweets|argued|argues|replied|responded|"
    "explained|noted|insisted|continued|warned|concluded|recalled|acknowledged|admitted|claimed|declared|joked"
)
_SPOKE_AFTER = late(rf"(?:,? (?:who|also|then|later|has|had))? (?:{_SPOKE})\b")
_SPOKE_APART = late(rf", (?:{_SPOKE})\b")
_APPOSED = late(r", (?:who|whose|(?:an?|the|his|her|[A-Z][a-z]+[’']s) [a-z-]+ (?:[a-z-]+|of|and)\b)")
_AGED = late(r", (?:1[0-9]|[2-9][0-9]|10[0-9])(?:, | and | of | from )")
_TOLD_OF = late(
    rf", (?:an?|the|his|her|their|its|who|whose) [^,.;:!?\n“”\"]{{2,60}},"
    rf" (?:also |then |later )?(?:{_SPOKE})\b"
)
_OF_SPOKE = late(
    rf",? (?:of|from|with|at) (?:the )?[A-Z][^,.;:!?\n“”\"]{{1,50}},? (?:also |then |later )?(?:{_SPOKE})\b"
)
"""Beside a name that no list knows: an age, or what somebody is who then speaks."""
_SPOKE_BEFORE = late(rf"(?:{_SPOKE}|according to) $")
_KIN = late(
    rf"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y)|[’']s) (?:[a-z-]+ ){{0,2}}(?:{'|'.join(sorted(KIN))}), \Z"
)
_CHILDREN = late(
    r"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y)|[’']s) (?:[a-z-]+ ){0,2}"
    r"(?:children|kids|sons|daughters|brothers|sisters|siblings|twins|grandchildren|parents),? "
    r"(?:[A-Z][a-z]{1,15}(?:,? \(?\d{1,2}\)?)?,? (?:and )?){0,5}\Z"
)
"""What stands before each of the given names of a family ("their children, Max, 9, and ")."""
_NAMED = late(
    r"(?:\b(?P<who>[a-z]{3,20}),?"
    r" (?:(?:named|called)|(?:was |were |is )?identified (?:by [a-z]+ )?(?:only )?as)"
    r"|\bidentified (?:(?:the|an?|his|her) )?(?:[a-z]+ )?(?P<whom>[a-z]{3,20}) as) \Z"
)
"""What leads up to somebody's name: "a man named Ann Lee", "identified him as Ann Lee"."""
_OBJECTS = frozenset(("him", "her"))
_NEAR, _FAR = 40, 90


def acts(text: str, reading: Reading) -> bool:
    """Whether the copy has the name speak, or tells an age or what somebody is who speaks."""
    start, end = reading.words[0].start, reading.words[-1].end
    alone = len(reading.words) == 1
    apposed = not alone and text[start - 2 : start] == ", "
    return bool(
        (apposed and _SPOKE_APART.match(text, end))
        or _SPOKE_AFTER.match(text, end)
        or _SPOKE_BEFORE.search(text, start - 14, start)
        or (_full(reading) and _APPOSED.match(text, end))
        or (not alone and _is_named(text, start))
        or (not alone and any(beside.match(text, end) for beside in (_AGED, _TOLD_OF, _OF_SPOKE)))
    )


def is_kin(text: str, floor: int, reading: Reading) -> bool:
    """Whether a single word names a relative: "his wife, Odessa, said", "their children, Max and Ann"."""
    word = reading.words[0]
    if len(reading.words) > 1:
        return False
    given = is_given(word.text)
    if not given and text[word.end : word.end + 1] != ",":
        return False
    if _KIN.search(text, max(floor, word.start - _NEAR), word.start):
        return True
    return given and _CHILDREN.search(text, max(floor, word.start - _FAR), word.start) is not None


def _is_named(text: str, start: int) -> bool:
    """Whether the words before the name say that a human being bears it."""
    match = _NAMED.search(text, max(0, start - _FAR), start)
    if match is None:
        return False
    noun = match["who"] or match["whom"]
    return names_one(noun) or noun in _OBJECTS


def _full(reading: Reading) -> bool:
    """Whether the words look like a full name, though no list holds its first."""
    return reading.surname and len(reading.words) > 1 and not is_common(reading.words[0].text.lower())
