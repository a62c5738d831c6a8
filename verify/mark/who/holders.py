"""Whom the copy means by an office or a part in the story: "the mayor", "the 63-year-old senator"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify.lexicon.grammar import GENITIVES, KIN
from verify.lexicon.sources import BODIES, DOCUMENTS, GROUPS
from verify.mark.naming.offices import FORMAL, is_post, offices_in
from verify.mark.naming.wordlist import listed
from verify.mark.narration import Word
from verify.mark.syntax.phrases import Phrase
from verify.mark.who.cast import Cast
from verify.mark.who.nouns import noun_gender, stands_for_one
from verify.mark.who.pronouns import Conversation
from verify.model.marks import Speaker

_INTRODUCED = 2_000
_ALONE = (
    r"(?<![,—–(] )(?<!\bas )(?<!\bis )(?<!\bwas )(?<!\bbecame )"
    r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir) (?:[a-z-]+ ){{0,3}}?{noun}\b(?!,? [A-Z])"
)
"""Somebody brought in by a noun, in no apposition or predicate of a name and in front of none."""
_APART = listed(
    """
    moderator host anchor reporter journalist correspondent editor publisher gunman shooter suspect victim
    witness resident supporter voter donor spokesman spokeswoman spokesperson lawyer attorney prosecutor
    judge driver officer detective trooper doctor nurse photographer executive official manager operative
    producer plaintiff defendant teacher volunteer student activist
    """
)
"""Parts that stand beside those of the story's leading person: without a name they are somebody else."""

_AT_HOME = frozenset(("senator", "governor", "representative", "legislator", "leader", "justice"))
"""Offices that copy takes for known: it calls their holders by the place, and may never tell the office."""
_RANKS = frozenset(("sergeant", "lieutenant", "captain", "police officer", "major", "colonel"))
_LEGISLATORS = frozenset(("senator", "representative", "legislator"))
_RANKED = {
    "officer": _RANKS,
    "cop": _RANKS,
    "soldier": _RANKS | {"general"},
    "commander": _RANKS | {"general", "admiral"},
    "lawmaker": _LEGISLATORS,
    "legislator": _LEGISLATORS,
    "diplomat": frozenset(("ambassador",)),
    "jurist": frozenset(("judge", "justice")),
    "judge": frozenset(("judge", "justice")),
}
"""Nouns for holders of several offices."""


def holder(
    cast: Cast, talk: Conversation, words: Sequence[Word], phrase: Phrase, noun: str
) -> tuple[Speaker | None, float]:
    """The person to whom the article gives this office or part, and how sure that is.

    An office that the article gives to one person is that person; otherwise "the senator" takes
    up whoever led the sentences before, as a pronoun would.
    """
    if not _is_single(words, phrase, noun):
        return None, 0.0
    at = words[phrase.first].start
    found = cast.bearers(at, noun)
    if len(found) == 1:
        return talk.speaker(next(iter(found))), 0.9
    if not found and noun in _RANKED:
        found = _by_rank(cast, at, noun)
        if len(found) == 1 and not _introduced(cast, at, noun):
            return talk.speaker(next(iter(found))), 0.7
        found = {}
    last = talk.speaker(max(found, key=lambda number: found[number])) if found else None
    person_noun = is_post(noun) or stands_for_one(words, phrase)
    possessed = any(word.low in GENITIVES for word in words[phrase.first : phrase.last])
    # "His lawyer" is hardly he; "the mayor's strategist" may be whoever led, but no relative.
    if not person_noun or (noun in KIN if possessed else words[phrase.first].low != "the"):
        return last, 0.7
    if noun in _APART and not _is_one(cast, at, noun):
        return last, 0.7
    if noun not in FORMAL and (_introduced(cast, at, noun) or _stands(cast, f"{noun}s to ", 0, at)):
        return last, 0.7  # "two aides to Lee": the aide is one of them
    meant, sure = talk.person(at, noun_gender(noun))
    if meant is not None and meant.entity >= 0 and (not found or meant.entity in found):
        held = _offices(cast, meant.entity)
        if noun not in FORMAL or FORMAL[noun] in held:
            return meant, min(sure, 0.75)
        if not held and phrase.last > phrase.first + 1 and FORMAL[noun] in _AT_HOME:
            return meant, min(sure, 0.65)  # "the Vermont senator": nobody else has an office here
    return last, 0.7


def _is_single(words: Sequence[Word], phrase: Phrase, noun: str) -> bool:
    """Whether the words can stand for one person: not "the campaign", "Lee’s lawyers", "the GOP"."""
    if noun in BODIES or noun in DOCUMENTS or noun in GROUPS or (noun.endswith("s") and is_post(noun[:-1])):
        return False
    acronym = any(word.low == noun and word.text.isupper() for word in words[phrase.first : phrase.last + 1])
    return not acronym or is_post(noun)


def _by_rank(cast: Cast, at: int, noun: str) -> dict[int, int]:
    """Those whose rank or office is of the kind that the noun names: "Sgt." for an officer."""
    found: dict[int, int] = {}
    for index in cast.earlier(at):
        mention = cast.mentions[index]
        offices = offices_in(mention.title) if mention.title else set()
        if cast.kind(mention.entity) == "person" and offices & _RANKED[noun] and "attorney" not in offices:
            found[mention.entity] = index
    return found


def _offices(cast: Cast, entity: int) -> set[str]:
    """The formal offices that the copy gives to a person."""
    titles = {cast.mentions[index].title for index in cast.entities[entity].mentions[:600]}
    return {office for title in titles for office in offices_in(title)}


def _is_one(cast: Cast, at: int, noun: str) -> bool:
    """Whether the copy says of somebody that they are that ("Ann Lee was a driver")."""
    floor = max(0, at - _INTRODUCED)
    if not _stands(cast, noun, floor, at):
        return False
    told = re.compile(
        rf"\b(?:is|was|became|as|been) (?:an?|the) (?:[\w-]{{1,30}} ){{0,3}}{re.escape(noun)}\b"
    )
    return told.search(cast.text, floor, at) is not None


def _introduced(cast: Cast, at: int, noun: str) -> bool:
    """Whether somebody came in by this noun alone ("a driver", "his lawyer") and is named by nobody."""
    floor = max(0, at - _INTRODUCED)
    if not noun.isalpha() or not _stands(cast, noun, floor, at):
        return False
    return re.compile(_ALONE.format(noun=noun)).search(cast.text, floor, at) is not None


def _stands(cast: Cast, noun: str, floor: int, at: int) -> bool:
    """Whether the noun is there at all, which is told long before a pattern is even compiled."""
    return cast.text.find(f" {noun}", floor, at) >= 0
