"""The place, day and agency that a story opens with: SEOUL, South Korea (AP) —."""

from __future__ import annotations

from verify.lexicon.late import late

_WORD = r"(?:[A-Z][A-Za-z’'.\-]*\.?|(?:de|del|la|of|the|al|el|das?|do|upon|sur|am|on)\b)"
_CAPITALS = r"[A-Z][A-Z’'.\-]+(?:[ /\-](?:[A-Z][A-Z’'.]*|St\.|de|la|al|and)){0,4}"
_MIXED = r"[A-Z][A-Za-z’'\-]+\.?(?:[ /](?:[A-Z][A-Za-z’'.\-]*|de|la|al|of|and)){0,3}"
_STATE = r"(?:[A-Z][a-z][A-Za-z’'\-]*\.?|(?:[A-Z]\.){2,}|[A-Z]\.[A-Z][a-z]+\.|[A-Z]{2}\b|of|the|and)"
_REGION = rf"(?:, {_WORD}(?: {_WORD}){{0,3}}){{0,2}}"
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATE = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_AGENCY = r"\((?![DRI]-)[A-Z][\w.&’'/ \-]{1,30}\)"
_DASH = r"(?:[ \xa0]?—[ \xa0]?|[ \xa0](?:–|---?|-)[ \xa0]|(?<=\))[ \xa0]?(?:–|--?)[ \xa0]?)"

_SIGNED = late(
    rf"(?:(?:{_MIXED}|{_CAPITALS}){_REGION}(?:,? {_DATE})?,? |{_DATE},? )?{_AGENCY}{_DASH}"
    rf"|(?:{_MIXED}|{_CAPITALS}){_REGION}(?:,| —| –| -) ?{_DATE}{_DASH}"
)
"""With an agency or a date it is a dateline however the place is written."""
_BARE = late(rf"({_CAPITALS})((?:, {_STATE}(?: {_STATE}){{0,3}})?){_DASH}")
"""Without them the place is in capitals, and its state or country is not."""
_OPENING = late(r"[ \xa0]*[\"“‘'(\[]*[A-Z0-9$£€]")

_LABELS = frozenset(
    "ANALYSIS ANALYST ANNOUNCEMENT ANSWER BREAKING BRIEF CLARIFICATION COMMENT COMMENTARY CORRECTED "
    "CORRECTION DEVELOPING EDITORIAL EXCLUSIVE EXPLAINER EXPLAINED FACT FACTBOX FEATURE FILE FIRST "
    "FLASHBACK GALLERY GRAPHIC HOST INTERVIEW INVESTIGATION JUST LATEST LISTEN LIVE MAP MODERATOR "
    "MORE NEW NEWS NOTE OPINION PHOTO PHOTOS PICTURED PICTURES POLL POLLS PREVIEW PROFILE QUESTION "
    "QUOTE READ READER REPORT REPORTER REVIEW SATIRE SHARE SPECIAL SPEAKER TIMELINE TOP TRANSCRIPT "
    "UNIDENTIFIED UPDATE UPDATED URGENT VIDEO VOTE WATCH YES NO A Q I".split()
)
"""Words in capitals that newsrooms set before a dash and that name no place."""
_LONGEST = 100
_SHORTEST = 4
"""Letters of the shortest town that stands alone; GOP and FBI do not."""


def dateline(text: str, start: int, end: int, *, opening: bool = True) -> int:
    """Return where the dateline that opens text[start:end] ends, its dash included; `start` if none does.

    A place in capitals with nothing but a dash opens a story; further down (`opening` false) capitals
    and a dash are more often a heading set into its paragraph.
    """
    stop = min(end, start + _LONGEST)
    found = _SIGNED.match(text, start, stop)
    if not found:
        found = _BARE.match(text, start, stop)
        if not found or found[1].split()[0].strip(".’'") in _LABELS:
            return start
        if not found[2] and (not opening or len(found[1]) < _SHORTEST):
            return start
    at = found.end()
    if at >= end or not _OPENING.match(text, at, end):
        return start
    return start + len(found[0].rstrip())
