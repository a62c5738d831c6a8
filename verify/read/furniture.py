"""What a page prints around its story: share buttons, sign-up lines, teasers of other stories."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LINE = re.compile(
    r"(?:"
    r"share(?: (?:and follow|this(?: (?:article|story|post|page|video|via|on)\b.{0,30})?|on (?:facebook|twitter|x|linkedin"
    r"|whatsapp|reddit)|via e-?mail))?"
    r"|follow us(?: (?:on|at)\b.{0,60})?"
    r"|(?:\(?)(?:sign up|subscribe|register)\b.{0,120}\b(?:newsletters?|inbox|alerts?|here|podcast|updates|channel"
    r"|itunes|for free|today)\b.{0,60}"
    r"|(?:for more, )?sign up for\b.{0,80}\bnewsletters?"
    r"|(?:get|receive)\b.{0,80}\b(?:in|to) your (?:inbox|e-?mail)\b.{0,40}"
    r"|advertise?ment|(?:story|article|content) continues (?:below|after)(?: (?:the )?advertise?ment)?"
    r"|continue reading(?: the main story)?|scroll (?:down )?(?:for|to)\b.{0,40}|click here\b.{0,80}"
    r"|(?:view|read|see|show|post|leave|add) (?:all |a |the |your )?comments?(?: \(\d+\))?|\d+ comments?|comments? \(\d+\)"
    r"|print(?: this)?(?: (?:article|story|page))?|e-?mail this(?: (?:article|story))?|download (?:our|the) app\b.{0,40}"
    r"|skip (?:to|past|advertise?ment)\b.{0,40}|copy link|link copied|back to top|accept (?:all )?cookies"
    r"|already a subscriber\?.{0,30}|log ?in(?: or (?:sign|subscribe)\b.{0,30})?|(?:video|audio|media) player(?: is)? loading"
    r"|(?:this (?:article|story) )?(?:is )?(?:sponsored|paid) (?:content|post)|load(?:ing)?(?: more)?(?:\.\.\.|…)"
    r"|(?:if you|like what you) .{0,60}\bsupport (?:our|independent) journalism\b.{0,60}"
    r")[.:!»›>)\]]*",
    re.IGNORECASE,
)
_FOLLOW = re.compile(
    r"(?:\(?)Follow (?:@\w+\b.{0,60}|(?:[^.!?]{0,140}?)\b(?:on|at) (?:Twitter|X|Facebook|Instagram|Threads|Bluesky"
    r"|LinkedIn|YouTube|TikTok|Google News)\b.{0,160})$"
    r"|Send (?:tips|your|news)\b[^.!?]{0,120}\S+@\S+$"
    r"|(?:Contact|Reach|Email|E-mail)\b[^!?]{0,100}(?:@|\bat \d{3}[\-.])\S*[^!?]{0,60}$"
)
_POINTER = re.compile(
    r"(?:read more|read also|also read|read next|see also|related|related (?:story|stories|article|articles|coverage|content"
    r"|video)|more|recommended|don[’']t miss|further reading|up next|watch|listen|see more|read|most read|in case you missed it"
    r"|you may also like|more on this story) ?[:|»>][ \xa0]*\S",
    re.IGNORECASE,
)
_POINTED = 160
_HEADING = re.compile(
    r"[\"“]?(?:you (?:may|might) (?:also )?(?:like|be interested in|have missed)|more (?:from|on|in|stories|news|coverage|headlines)"
    r"\b.{0,50}|recommended(?: (?:stories|for you|reading|videos|articles))?|most (?:read|popular|viewed|shared|watched|commented)"
    r"\b.{0,30}|trending(?: (?:now|stories|news|articles|on .{1,25}))?|related(?: (?:stories|articles|content|news|coverage|topics"
    r"|links|posts|reading|videos))?|(?:read|see) (?:more|next|also)|latest (?:news|stories|headlines|videos)|top (?:stories"
    r"|headlines|news)|editors?[’']s?[’']? (?:picks|choice)|popular (?:now|stories|articles|posts|on .{1,25})|don[’']t miss|up next"
    r"|(?:from )?around the web|sponsored (?:content|stories|links|by .{1,30})|promoted (?:stories|content|links)|paid (?:partner )?content"
    r"|also (?:read|see)|what to read next|in other news|in case you missed it|more to read|keep reading|short reads|other stories"
    r"|from our partners|elsewhere on .{1,30}|suggested (?:stories|articles|for you)|comments|share and follow)[:.…]?[\"”]?",
    re.IGNORECASE,
)
_HEADING_LENGTH = 70
_INITIALS = frozenset("ABCDEFGHIJLMNOPRSTUVWYacdefgilmnoprstuvwy(\"“0123456789")
"""Characters that a furniture line may begin with: a quick way past the paragraphs of the story."""

_STOPS = (".", "!", "?", "”", '"', "’", ")", ":")
_PROSE_WORDS = 8


def is_furniture(words: str) -> bool:
    """Whether a paragraph is a line of the page and not of the story."""
    if len(words) > _POINTED + _HEADING_LENGTH or words[0] not in _INITIALS:
        return False
    if _LINE.fullmatch(words) or _FOLLOW.match(words):
        return True
    return len(words) <= _POINTED and bool(_POINTER.match(words)) and not words.endswith((".", "?”", ".”"))


def tail(paragraphs: Sequence[tuple[int, str]]) -> list[tuple[int, int]]:
    """Return the runs of paragraphs, as ranges of `paragraphs`, that tease other stories.

    A run begins at a heading such as “You May Also Like”, once the story has been told for a while,
    and ends where two paragraphs of prose stand together again: the teaser of another story stands
    alone between two titles, and is cut or short.
    """
    runs: list[tuple[int, int]] = []
    told = 0
    at = 0
    while at < len(paragraphs):
        words = paragraphs[at][1]
        if told >= 2 and len(words) <= _HEADING_LENGTH and words[0] in _INITIALS and _HEADING.fullmatch(words):
            end = _resumes(paragraphs, at + 1)
            runs.append((at, end))
            at = end
        else:
            told += _is_prose(words)
            at += 1
    return runs


def _resumes(paragraphs: Sequence[tuple[int, str]], start: int) -> int:
    """Where clear prose resumes after a heading; the end where it does not."""
    alone = 0
    for at in range(start, len(paragraphs)):
        if not _is_prose(paragraphs[at][1]):
            continue
        if at + 1 == len(paragraphs):
            # One paragraph at the very end: a teaser if others before it were.
            return len(paragraphs) if alone else at
        if _is_prose(paragraphs[at + 1][1]):
            return at
        alone += 1
    return len(paragraphs)


def _is_prose(words: str) -> bool:
    return words.endswith(_STOPS) and not words.endswith("...") and words.count(" ") >= _PROSE_WORDS
