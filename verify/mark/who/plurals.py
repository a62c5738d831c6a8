"""What "it" and "they" stand for: the body, the document or the people whom they take up."""

from __future__ import annotations

from itertools import pairwise

from verify.lexicon.grammar import JOINERS, PREPOSITIONS
from verify.lexicon.late import late
from verify.lexicon.sources import BODIES, DOCUMENTS
from verify.mark.who.cast import Cast, with_title
from verify.mark.who.pronouns import Conversation
from verify.mark.who.strangers import stranger
from verify.mark.who.things import body
from verify.model.marks import Speaker, SpeakerType

_LAST_BODIES = 2
_LAST_PEOPLE = 2
"""Sentences within which a group that leads one is taken up before a group that spoke earlier."""
_START, _START_WORDS, _NEAR_START = 60, 5, 30
_PAIR = 120
_BESIDE = ("with ", "to ", "of ", "for ", "from ", "against ", "by ", "about ")
"""What stands before two people who do not act themselves."""
_AND = late(
    r"(?:\([\w-]{1,9}\)|,? (?:Republican|Democrat|Independent) of [\w. ]{2,20}|(?:[,\w. ][,\w. ’'-]{0,60})?)"
    r",? (?:and|&) (?:(?:his|her|the|[A-Z]\w+\.?) (?:[a-z]+,? )?){0,3}"
)
"""What stands between the names of two people who act together."""


def thing(cast: Cast, talk: Conversation, at: int) -> tuple[Speaker | None, float]:
    """The body or document that "it" stands for at an offset."""
    here = cast.sentence_at(at)
    leads = _subject(cast, here) or _named_first(cast, here)
    if leads is not None and cast.sentences[here] + _NEAR_START < at:
        return leads, 0.75  # "The court fined the firm for what it called …"
    last = talk.body if talk.body is not None and talk.body.type != "group" else None
    if last is not None and here - cast.sentence_at(last.start) <= 1:
        return last, 0.75
    for back in (1, 2):
        subject = _subject(cast, here - back) if here >= back else None
        if subject is not None:
            return subject, 0.7
    if last is not None:
        return last, 0.7
    acted = _acted(cast, at)
    if acted < 0:
        return None, 0.0
    found = cast.entities[acted]
    return Speaker(found.name, 0, 0, "organisation", found.title, acted), 0.65


def group(cast: Cast, talk: Conversation, at: int) -> tuple[Speaker | None, float]:
    """The people, or the body, that "they" stands for at an offset."""
    here = cast.sentence_at(at)
    last = talk.people
    spoke = here - cast.sentence_at(last.start) if last is not None else -1
    for back in range(min(_LAST_PEOPLE, here) + 1):
        if back == spoke:
            break
        pair = _pair(cast, here - back, at) if last is None else None
        if pair is not None:
            return pair, 0.65
        met = stranger(cast, here - back) if back else None
        if met is not None and met.many:
            return met.speaker, 0.6
    return last, 0.7 if last is not None else 0.0


def _pair(cast: Cast, sentence: int, at: int) -> Speaker | None:
    """Two people whom a sentence names together as its subject ("Ann Lee and Paul Roe sent …")."""
    places = cast.named_in(sentence, at)
    if not places:
        return None
    near = [place for place in places if place.start - places[0].start <= _PAIR]
    if len({place.entity for place in near}) > 2:
        return None  # three names in a row: whom "they" leaves out cannot be known
    for one, other in pairwise(places):
        if one.entity == other.entity or other.start - one.start > _PAIR:
            continue
        first = cast.mentions[cast.inside(one.start, one.start + 1)[0]]
        second = cast.mentions[cast.inside(other.start, other.start + 1)[0]]
        if cast.text.endswith(_BESIDE, 0, with_title(first)):
            continue
        if _AND.fullmatch(cast.text, first.end, with_title(second)):
            names = (cast.entities[one.entity].name, cast.entities[other.entity].name)
            return Speaker(" and ".join(names), 0, 0, "group")
    return None


def _named_first(cast: Cast, sentence: int) -> Speaker | None:
    """The body that a sentence names first of all ("The Supreme Court on Tuesday …")."""
    start = cast.sentences[sentence]
    for index in cast.inside(start, start + len("The X")):
        mention = cast.mentions[index]
        owns = cast.text.startswith(("’s", "'s"), mention.end)
        if cast.kind(mention.entity) == "organisation" and not mention.quoted and not owns:
            found = cast.entities[mention.entity]
            return Speaker(found.name, 0, 0, "organisation", found.title, mention.entity)
    return None


def _subject(cast: Cast, sentence: int) -> Speaker | None:
    """The body or document, named by a noun, that leads a sentence ("Ann Lee’s campaign is …")."""
    start = cast.sentences[sentence]
    lower = 0
    text = cast.sentence_text(sentence, 2 * _START)
    first = text.partition(" ")[0].lower()
    if first in PREPOSITIONS or (first in JOINERS and text[0].isupper()):
        # "On his website, the firm has …", "But the report says …"
        link = ", " if first in PREPOSITIONS else " "
        lead, _, rest = text.partition(link)
        if rest.partition(" ")[0] not in ("the", "its", "his", "her", "their"):
            return None
        start += len(lead) + len(link)
        text = rest
    at = start
    for word in text[:_START].split(" ")[:_START_WORDS]:
        at += len(word)
        noun = word.removesuffix(",")
        if at > start + len(word) and (noun in BODIES or noun in DOCUMENTS):
            bare = cast.text[start:at].lower().split()[:-1] == ["the"]
            named = body(cast, start, noun)[0] if bare else -1
            if named >= 0:
                return Speaker(cast.entities[named].name, 0, 0, "organisation", "", named)
            kind: SpeakerType = "document" if noun in DOCUMENTS else "organisation"
            return Speaker(cast.full(start, at - len(word) + len(noun)), 0, 0, kind)
        lower += word.islower() and not word.endswith(("’s", "'s"))
        if lower > 1 or not word or not (word[-1].isalpha() or word[-1] in ".’'"):
            break
        at += 1
    return None


def _acted(cast: Cast, at: int) -> int:
    """The body that leads the sentence before an offset, or the one before that; -1 for none."""
    here = cast.sentence_at(at)
    found = -1
    for index in reversed(cast.earlier(at)):
        mention = cast.mentions[index]
        back = here - cast.sentence_at(mention.start)
        if back > _LAST_BODIES or (back > 1 and found >= 0):
            break
        if back and not mention.quoted and cast.kind(mention.entity) == "organisation":
            found = mention.entity
    return found
