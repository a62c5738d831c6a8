"""Paragraphs that are not the story itself: bylines, captions, credits, lines of lists."""

from __future__ import annotations

import re
from functools import cache

from verify.lexicon.late import late

_JOINTS = frozenset(
    "a an and the of for in at to with from on by with de del della la le van von der den bin al el "
    "da dos du y & | / - – — · • staff writer writers reporter reporters correspondent correspondents "
    "editor columnist contributor special senior political national chief bureau affairs associate "
    "contributing".split()
)
_NOT_NAMES = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June "
    "July August September October November December Christmas Easter Thanksgiving Now Then Contrast "
    "Comparison Law Contrast Design Definition Default Accident Mistake Chance Popular".split()
)
_BY = late(
    r"(?:By|BY|(?:Written|Story|Words|Posted|Reported|Analysis|Review|Report|Text)(?: and photos)? by"
    r"|By:|Author:|Byline:)[ \xa0]+(?=[A-Z“\"])"
)
_STAMP = late(
    r"(?:(?:First |Last |Originally )?(?:Published|Updated|Posted|Modified)|UPDATED|PUBLISHED|POSTED)"
    r"\b[^.!?”\"]{0,60}\d[^!?”\"]{0,40}$"
)
_STAMPED = 90
_BYLINE_WORDS = 25
_ABBREVIATED = ("Jr.", "Sr.", "Inc.", "Co.", "p.m.", "a.m.", "M.D.")

_AGENCIES = (
    r"(?:AP(?: Photos?)?|AFP(?: Photos?)?|Reuters|REUTERS|Getty(?: Images)?|GETTY(?: IMAGES)?|EPA(?:-EFE)?"
    r"|UPI|PA(?: Wire| Images)?|Shutterstock|iStock(?:photo)?|Alamy(?: Stock Photo)?|Z(?:uma|UMA)(?: Press)?"
    r"|Anadolu(?: Agency)?|NurPhoto|Sipa(?: USA)?|SIPA|Xinhua|Kyodo(?: News)?|Yonhap|TASS|Polaris|Redux"
    r"|Magnum|DPA|dpa|ANSA|EFE|AAP|The Canadian Press|(?:The )?Associated Press|Agence France-Presse"
    r"|Press Association|Bloomberg(?: News)?|Handout|Courtesy photo|Wikimedia(?: Commons)?)"
)
_SITES = r"(?:Facebook|Instagram|Twitter|Flickr|YouTube|Unsplash|Pexels)"
_IN_PARENTHESES = (
    r"(?:(?:AP|AFP|EPA|File|Staff|Courtesy|Handout)? ?[Pp]hotos?\b[^()]{0,70}",
    r"[^()]{1,60}\b[Pp]hotos?",
    r"[^()]{0,70}\bGetty Images",
    r"[^()]{1,50}/ ?[A-Z][^()/]{1,50}(?:/[^()/]{1,40})?",
    r"(?:Photo|Image|Picture|Credit|Courtesy|Source)\b[^()]{1,70}",
    r"[^()]{1,50}\bvia [A-Z][^()]{1,40}",
    _AGENCIES + ")",
)
_CREDIT_SIGNS = ("(", "/", "|", "©", "via")
"""Every credit holds one of these: a quick way past the paragraphs of the story."""
_LONGEST_CREDIT = 90
_SURE_CREDIT = late(r"[Pp]hoto|Getty|GETTY|Images|Handout|Courtesy")
_PICTURED = late(
    r"(?:Pictured|PICTURED|Caption|Image|Photo|PHOTO|Picture|Photograph|Illustration)(?: caption)?:[ \xa0]"
    r"|(?:FILE|File)(?: (?:PHOTO|photo|image|picture))?(?::| ?[—–]| -)[ \xa0]"
)
_PHOTO_CREDIT = late(
    r"(?:(?:Photo(?:graph)?|Image|Picture|Illustration|Graphic)s?(?: credit| courtesy)?"
    r"(?: by|: | ?/ ?| courtesy of | via )|(?:Photo |Image |Picture )?[Cc]redit: )\S.{0,90}$"
)
_CREDIT_WORDS = 10
_NAMES = r"(?:[A-Z][\w.’'\-]*,?[ \xa0]*){0,5}"
_SOURCE_ONLY = late(
    rf"{_NAMES}(?:(?:Photo by|[/|©]|\bvia\b)[ \xa0]*(?:{_AGENCIES}|{_SITES})|{_AGENCIES}"
    rf"|\(?Photo by [A-Z].{{1,60}}\)?)\.?$"
)

_WORK = r"(?:reporting|writing|editing|research|production|photograph[sy]|translation)"
_CREDITS = late(
    rf"[(\[—–\- ]{{0,3}}(?i:(?:additional |further |more |with )?{_WORK}"
    rf"(?:,? (?:and|by|,) ?(?:additional )?{_WORK})? (?:by|from)"
    r"|with (?:assistance|files|contributions|help) (?:by|from)"
    r"|(?:compiled|edited|translated|produced) by) [A-Z]"
)
_CONTRIBUTED = late(
    r"\bcontributed (?:reporting|research)\b[^.!?]{0,80}[.)”\"]{0,3}$"
    r"|\bcontributed\b[^.!?]{0,60}\bthis (?:story|report|article|post|piece|dispatch|column|analysis)\b"
    r"[^.!?]{0,60}[.)”\"]{0,3}$"
)
_AUTHOR = late(
    r"(?:The (?:writer|author)|[A-Z][\w.’'\-]+(?: [A-Z][\w.’'\-]+){1,3})(?:, .{1,60},)?"
    r" (?:is|are|covers|writes|reports)\b(?: [\w’'\-]+){0,6}?"
    r" (?:(?:staff|senior|freelance|contributing|opinion|political|national)"
    r" (?:writer|reporter|correspondent|editor|columnist)s?"
    r"|(?:reporter|writer|editor|columnist|correspondent|contributor)s? (?:at|for|with|to|based in)) ?\b"
)
_RIGHTS = late(
    r"(?:©|\([cC]\)|Copyright(?:ed)?\b|COPYRIGHT\b).{0,3}(?:©|\([cC]\))?[ \xa0]*(?:by )?(?:\d{4}|[A-Z])"
    r"|All [Rr]ights [Rr]eserved\b|ALL RIGHTS RESERVED"
    r"|This material may not be (?:published|reproduced)"
)
_RIGHTS_LAST = late(r".{0,120}\b[Aa]ll rights reserved\.?$")
_LONGEST_NOTE = 400

_LIST = late(r"(?:[-*•‣◦▪●·–—][ \t\xa0]+|\d{1,2}[.)][ \t\xa0]+)\S")


def is_byline(words: str) -> bool:
    """Whether a paragraph only says who wrote the story, or when it was published."""
    if len(words) <= _STAMPED and _STAMP.match(words):
        return True
    found = _BY.match(words)
    if not found:
        return False
    names = words[found.end() :].replace(",", " ").replace(";", " ").replace("|", " ").split()
    if len(names) > _BYLINE_WORDS or names[0].strip(".") in _NOT_NAMES:
        return False
    if words.endswith((".", "!", "?", ":")) and not words.endswith(_ABBREVIATED):
        return False
    return all(
        name[0].isupper() or name[0].isdigit() or name in _JOINTS or "@" in name for name in names
    ) and (found[0].strip() != "By" or names[0] not in ("The", "the") or names[-1] != "Numbers")


def is_credit(words: str) -> bool:
    """Whether a paragraph only says who else worked on the story or a picture, or who owns it."""
    if len(words) > _LONGEST_NOTE:
        return False
    if _CREDITS.match(words) or _RIGHTS.match(words):
        return True
    if "rights reserved" in words and _RIGHTS_LAST.match(words):
        return True
    if _PHOTO_CREDIT.match(words) and words.count(" ") < _CREDIT_WORDS:
        return True
    if "contributed" in words and _CONTRIBUTED.search(words):
        return True
    return len(words) <= _LONGEST_CREDIT and bool(_SOURCE_ONLY.match(words))


def is_author_note(words: str) -> bool:
    """Whether a paragraph at the end of a story says who its writer is."""
    return len(words) <= _LONGEST_NOTE and bool(_AUTHOR.match(words))


def is_list_line(words: str) -> bool:
    """Whether a paragraph is a line of a list."""
    return bool(_LIST.match(words))


def opens_caption(words: str) -> bool:
    """Whether a paragraph says of itself that it describes a picture."""
    return bool(_PICTURED.match(words))


def caption_end(words: str) -> int:
    """Return where, in a caption, the words end and the credit begins; 0 for what is no caption.

    A credit is the parenthesis or the agency that stands after the last sentence: the name of a party
    in parentheses stands inside one.
    """
    least = max(0, len(words) - _LONGEST_CREDIT)
    last = words[least:]
    if not any(sign in last for sign in _CREDIT_SIGNS):
        return 0
    found = _credit_end().search(words, least)
    if not found or found.start() == 0:
        return 0
    before = words[: found.start()].rstrip()
    if not before.endswith((".", "!", "?", "”", '"', "’")) and not _SURE_CREDIT.search(found[0]):
        return 0
    return len(before)


@cache
def _credit_end() -> re.Pattern[str]:
    """The credit at the end of a caption; few stories have any that look like one."""
    return late(
        rf"[ \xa0]*(?:\({'|'.join(_IN_PARENTHESES)}\.?\)"
        rf"|(?:[A-Z][\w.’'\-]+[ \xa0]+){{0,4}}(?:[A-Z][\w.’'\-]+)?[ \xa0]*(?:[/|©]|\bvia)[ \xa0]*"
        rf"(?:{_AGENCIES}|{_SITES})\.?)$"
    )
