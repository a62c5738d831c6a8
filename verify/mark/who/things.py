"""Which body or document the copy means by "the network", "the campaign" or "the report"."""

from __future__ import annotations

from verify.lexicon.grammar import DETERMINERS
from verify.lexicon.late import late
from verify.lexicon.sources import (
    BODIES,
    FIRM_NAMES,
    FIRMS,
    KINDS_OF_BODIES,
    PRESS,
    PRESS_NAMES,
    TRADERS,
)
from verify.mark.naming.ordinary import BRANDS
from verify.mark.who.cast import Cast

_LOOK = 3_000
_AGENCIES = frozenset("agency bureau department administration service office ministry".split())
_AGENCY_NAMES = frozenset(
    "agency bureau department administration service services investigations ministry office".split()
)
_ACRONYM = range(2, 6)
_TIMES = 8
_NEAR, _LONG = 90, 150
_NAME = r"[A-Z][\w.’'&-]{0,30}(?:[^\S\n](?:(?:of|for|on|and|the)[^\S\n]){0,2}[A-Z][\w.’'&-]{0,30}){0,6}"
_TITLE = late(rf",?\s(?:titled\s|called\s|entitled\s)?[“\"]?((?:The\s|A\s)?{_NAME}(?::\s{_NAME})?)[”\",.]")
_WORKS = frozenset("book memoir novel article essay report study film documentary column op-ed".split())
_BY = late(
    rf"\s(?:(?:filed|issued|released|written|published|put\sout)\s)?(?:by|from|of)\s(?:the\s|a\s)?{_NAME}"
)
_MODIFIED = late(
    r"\b(?:(?:an?|the|its|his|her|their|this|that)\s)?"
    r"((?:(?!(?:an?|the|its|his|her|their)\s)[\w’'-]{1,30}\s){0,3})\Z"
)
_OWNER = late(rf"(?<![.!?:“\"”]\s)\b({_NAME}\s(?:[a-z-]{{1,20}}\s){{0,2}})\Z")
_SENT = late(
    r"\s(?:(?:has|have|had)\s)?(?:sent|wrote|released|issued|published|filed|posted|penned|signed)"
    r"\s(?:an?|its|their|his|her|the)\s(?:[\w’'-]{1,30}\s){0,4}\Z"
)
_COMMA = late(r",\s")
_PRONOUNS = frozenset(("he", "she", "they", "it", "we", "i", "who", "which", "that", "and"))
_KINDS = BODIES | KINDS_OF_BODIES | TRADERS
_TRADING = (FIRMS | TRADERS) - {"firm", "bank"}
"""What a body is that is "the company" further on; a law firm is hardly."""
_ARTICLES = frozenset(("A", "An", "The"))


def body(cast: Cast, at: int, noun: str, *, kinds: bool = True) -> tuple[int, float]:
    """The body named before that the noun takes up ("the command", "the network"), and how sure that is.

    Without `kinds` only one whose name has the noun in it: "the governor’s office" is no other agency.
    """
    for entity in cast.bodies_before(at):
        named = cast.words_of(entity)
        if len(named) > 1 and noun in (named[0], named[-1]):
            return entity, 0.85
        if not kinds:
            continue
        told = cast.kinds_of(entity)
        if noun in told and noun in _KINDS:
            return entity, 0.85
        does_business = noun in FIRMS and not _TRADING.isdisjoint(told)
        if does_business or _of_kind(cast.entities[entity].name, named, noun):
            return entity, 0.7
    return -1, 0.0


def _of_kind(name: str, named: list[str], noun: str) -> bool:
    """Whether a noun for a kind of body fits what the name tells."""
    if noun in PRESS:
        return not PRESS_NAMES.isdisjoint(named)
    if noun in FIRMS:
        return not FIRM_NAMES.isdisjoint(named[1:]) or (named[0] in BRANDS and named[0] not in PRESS_NAMES)
    acronym = name.isupper() and name.isalpha() and len(name) in _ACRONYM and named[0] not in PRESS_NAMES
    return noun in _AGENCIES and (acronym or not _AGENCY_NAMES.isdisjoint(named))


def owned(cast: Cast, at: int, noun: str) -> str:
    """The words with which the copy last told whose a thing is ("the Justice Department report"), or ""."""
    text = cast.text
    floor = max(0, at - _LOOK)
    for _ in range(_TIMES):
        at = text.rfind(noun, floor, at)
        if at < 0:
            break
        end = at + len(noun)
        if text[end : end + 1].isalpha() or not text[at - 1 : at].isspace():
            continue
        found = (
            (noun in _WORKS and _title_of(text, end))
            or _by(cast, at, end)
            or _whose(cast, at, end)
            or _sent(cast, at, noun)
        )
        if found:
            return found
    return ""


def _title_of(text: str, end: int) -> str:
    """The title of the work that follows its noun ("her book, “Harbor Years”")."""
    match = _TITLE.match(text, end, end + _NEAR)
    return match[1] if match else ""


def _by(cast: Cast, at: int, end: int) -> str:
    """The thing with whoever made it: "a report by the Harbor Commission"."""
    after = _BY.match(cast.text, end, end + _NEAR)
    if after is None:
        return ""
    before = _MODIFIED.search(cast.text, max(0, at - _NEAR), at)
    return cast.full(before.start(1) if before else at, after.end())


def _whose(cast: Cast, at: int, end: int) -> str:
    """The thing with its owner before it: "the Harbor Commission’s report", "Ann Lee’s campaign"."""
    match = _OWNER.search(cast.text, max(0, at - _NEAR), at)
    if match is None or not any(True for _ in cast.inside(match.start(1), at)):
        return ""
    return cast.full(match.start(1), end)


def _sent(cast: Cast, at: int, noun: str) -> str:
    """The letter with whoever sent it: "A group of parents sent a letter …"."""
    start = cast.sentences[cast.sentence_at(at)]
    match = _SENT.search(cast.text, max(start, at - _LONG), at)
    if match is None or match.start() < start:
        return ""
    lead = _COMMA.split(cast.text[start : match.start()])[-1]
    first = lead.split(" ")[0]
    opens = (lead[:1].isupper() or first in DETERMINERS) and "," not in lead
    if not opens or first.lower() in _PRONOUNS or len(lead) > _LONG:
        return ""
    subject = cast.full(match.start() - len(lead), match.start())
    return f"{noun} from {subject[:1].lower() + subject[1:] if first in _ARTICLES else subject}"
