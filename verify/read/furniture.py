"""What a page prints around its story: share buttons, sign-up lines, teasers of other stories."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify.lexicon.late import late

_LINES = (
    r"share(?: (?:and follow|this(?: (?:article|story|post|page|video|via|on)\b.{0,30})?|via e-?mail))?",
    r"share on (?:facebook|twitter|x|linkedin|whatsapp|reddit)",
    r"follow us(?: (?:on|at)\b.{0,60})?",
    r"\(?(?:sign up|subscribe|register)\b.{0,120}\b(?:newsletters?|inbox|alerts?|updates)\b.{0,60}",
    r"\(?(?:sign up|subscribe|register)\b.{0,120}\b(?:podcast|channel|itunes|here|for free|today)\b.{0,60}",
    r"(?:for more, )?sign up for\b.{0,80}\bnewsletters?",
    r"(?:get|receive)\b.{0,80}\b(?:in|to) your (?:inbox|e-?mail)\b.{0,40}",
    r"advertise?ment",
    r"(?:story|article|content) continues (?:below|after)(?: (?:the )?advertise?ment)?",
    r"continue reading(?: the main story)?",
    r"scroll (?:down )?(?:for|to)\b.{0,40}",
    r"click here\b.{0,80}",
    r"(?:view|read|see|show|post|leave|add) (?:all |a |the |your )?comments?(?: \(\d+\))?",
    r"\d+ comments?",
    r"comments? \(\d+\)",
    r"print(?: this)?(?: (?:article|story|page))?",
    r"e-?mail this(?: (?:article|story))?",
    r"download (?:our|the) app\b.{0,40}",
    r"skip (?:to|past|advertise?ment)\b.{0,40}",
    r"copy link",
    r"link copied",
    r"back to top",
    r"accept (?:all )?cookies",
    r"already a subscriber\?.{0,30}",
    r"log ?in(?: or (?:sign|subscribe)\b.{0,30})?",
    r"(?:video|audio|media) player(?: is)? loading",
    r"(?:this (?:article|story) )?(?:is )?(?:sponsored|paid) (?:content|post)",
    r"load(?:ing)?(?: more)?(?:\.\.\.|…)",
    r"(?:if you|like what you) .{0,60}\bsupport (?:our|independent) journalism\b.{0,60}",
)
"""Whole lines that pages print, in small letters."""
_LINE = late(rf"(?:{'|'.join(_LINES)})[.:!»›>)\]]*", re.IGNORECASE)
_FOLLOW = late(
    r"[(\"“]?Follow (?:@\w+\b.{0,60}|(?:[^.!?]{0,140}?)\b(?:on|at) (?:Twitter|X|Facebook|Instagram|Threads"
    r"|Bluesky|LinkedIn|YouTube|TikTok|Google News)\b.{0,160})$"
    r"|Send (?:tips|your|news)\b[^.!?]{0,120}\S+@\S+$"
    r"|(?:Contact|Reach|Email|E-mail)\b[^!?]{0,100}(?:@|\bat \d{3}[\-.])\S*[^!?]{0,60}$"
)
_POINTERS = (
    r"read more",
    r"read also",
    r"also read",
    r"read next",
    r"see also",
    r"related",
    r"related (?:story|stories|article|articles|coverage|content|video)",
    r"more",
    r"recommended",
    r"don[’']t miss",
    r"further reading",
    r"up next",
    r"watch",
    r"listen",
    r"see more",
    r"read",
    r"most read",
    r"in case you missed it",
    r"you may also like",
    r"more on this story",
)
"""What stands before the title of another story."""
_POINTER = late(rf"(?:{'|'.join(_POINTERS)}) ?[:|»>][ \xa0]*\S", re.IGNORECASE)
_POINTED = 160
_HEADINGS = (
    r"you (?:may|might) (?:also )?(?:like|be interested in|have missed)",
    r"more (?:from|on|in|stories|news|coverage|headlines)\b.{0,50}",
    r"recommended(?: (?:stories|for you|reading|videos|articles))?",
    r"most (?:read|popular|viewed|shared|watched|commented)\b.{0,30}",
    r"trending(?: (?:now|stories|news|articles|on .{1,25}))?",
    r"related(?: (?:stories|articles|content|news|coverage|topics|links|posts|reading|videos))?",
    r"(?:read|see) (?:more|next|also)",
    r"latest (?:news|stories|headlines|videos)",
    r"top (?:stories|headlines|news)",
    r"editors?[’']s?[’']? (?:picks|choice)",
    r"popular (?:now|stories|articles|posts|on .{1,25})",
    r"don[’']t miss",
    r"up next",
    r"(?:from )?around the web",
    r"sponsored (?:content|stories|links|by .{1,30})",
    r"promoted (?:stories|content|links)",
    r"paid (?:partner )?content",
    r"also (?:read|see)",
    r"what to read next",
    r"in other news",
    r"in case you missed it",
    r"more to read",
    r"keep reading",
    r"short reads",
    r"other stories",
    r"from our partners",
    r"elsewhere on .{1,30}",
    r"suggested (?:stories|articles|for you)",
    r"comments",
    r"share and follow",
)
"""What stands over a list of other stories."""
_HEADING = late(rf"[\"“]?(?:{'|'.join(_HEADINGS)})[:.…]?[\"”]?", re.IGNORECASE)
_HEADING_LENGTH = 70
_INITIALS = frozenset('ABCDEFGHIJLMNOPRSTUVWYacdefgilmnoprstuvwy("“0123456789')
"""Characters that a furniture line may begin with: a quick way past the paragraphs of the story."""

_STOPS = (".", "!", "?", "”", '"', "’", ")", ":")
_PROSE_WORDS = 8
_TOLD = 2
"""Paragraphs of prose after which a story has been told for a while."""


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
        if (
            told >= _TOLD
            and len(words) <= _HEADING_LENGTH
            and words[0] in _INITIALS
            and _HEADING.fullmatch(words)
        ):
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
