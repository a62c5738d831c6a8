"""Reads a run of capitalised words: person, body or place, by the words alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from verify.lexicon.given import is_given, is_surname
from verify.lexicon.words import is_common, is_word
from verify.mark.naming.bodies import BODY, BODY_OF, NEVER_FIRST, THING
from verify.mark.naming.capitals import Word
from verify.mark.naming.offices import COURTESY, FORMAL, head_of, is_head, is_role
from verify.mark.naming.ordinary import BRANDS, CALENDAR, FOLK, GIVEN_TOO, OPENERS, WORDS_TOO
from verify.mark.naming.persons import SUFFIXES, THING_SURNAMES, eastern, likely, person, titled, western
from verify.mark.naming.places import PLACES
from verify.mark.naming.reading import Reading
from verify.mark.naming.titles import OF_HEADS, PARTICLES, name_start
from verify.mark.naming.wordlist import listed

_PLACE_ENDS = listed(
    """
    county beach island islands city valley river lake bay park springs falls heights hills township
    airport street avenue square peninsula province district desert ocean sea mountains mountain
    republic hampshire jersey mexico zealand guinea korea africa carolina dakota virginia harbor port
    """
)
_NEVER_NAMES = frozenset(("the", "a", "an", "i", "i’m", "i'm", "he", "she", "we", "they", "it", "you"))
_JOINS = frozenset(("of", "for", "on"))
_RULERS = frozenset(("president", "king", "queen", "duke", "prince", "secretary", "bishop", "archbishop"))
_NO_NAMES = frozenset(
    (
        "est",
        "edt",
        "cst",
        "cdt",
        "pst",
        "pdt",
        "gmt",
        "utc",
        "tv",
        "ceo",
        "cfo",
        "ii",
        "iii",
        "iv",
        "ok",
        "pm",
        "am",
        "mr",
        "ms",
        "dr",
    )
)
_RANKS = frozenset(("DC", "DCI", "DCS", "DI", "DS", "DSI", "DSU", "PC", "PCSO", "PS", "WPC"))
"""Ranks of British police before a family name; two of them also open names of things ("DC Comics")."""
_INITIALS = range(2, 7)
"""How long an acronym is."""


def read_run(words: Sequence[Word], *, forced: bool) -> Iterator[Reading]:
    """The names in a run of capitals; `forced` says that its first word opens a sentence or a quote."""
    if len(words) == 1:  # as most are
        alone = None if _opens(words, forced) else _one(words[0], forced=forced)
        if alone is not None:
            yield alone
        return
    words = list(words)
    while words and _opens(words, forced):
        words = words[1:]
        forced = False
    for part in _parts(words):
        reading = _read(part, forced=forced and part[0] is words[0])
        if reading is not None:
            yield reading


def _opens(words: Sequence[Word], forced: bool) -> bool:  # noqa: FBT001
    """Whether the first word is the sentence's and not the name's."""
    # "New York Mayor": New is the city's. Asked last, since few first words get as far as that.
    return _opener(words, forced) and " ".join(part.text for part in words[:2]) not in PLACES


def _opener(words: Sequence[Word], forced: bool) -> bool:  # noqa: FBT001
    """Whether the first word, looked at alone, opens sentences rather than names."""
    word = words[0]
    low = word.text.lower()
    opener = low in OPENERS and (len(low) == 1 or not word.text.isupper())
    if low in CALENDAR or (opener and (forced or low in _NEVER_NAMES)):
        gap = words[1].gap.split()[:1] if len(words) > 1 else ["of"]
        follows = not gap or gap[0] in PARTICLES
        return not (low in GIVEN_TOO and follows and (not forced or is_surname(words[1].text)))
    if not forced or len(words) == 1 or word.gap or not is_common(low):
        return False
    # "Officials Trump met": an ordinary word of the dictionary that is no given name and no title.
    last = words[-1].text.lower()
    return not (
        is_given(word.text)
        or is_surname(word.text)
        or is_head(word.text)
        or low in NEVER_FIRST
        or low in FOLK
        or eastern(words)
        or last in BODY
        or last in THING
    )


def _parts(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """The run, cut where "of", "for" or a day of the week joins two names rather than making one."""
    first = 0
    for index in range(1, len(words)):
        word = words[index]
        before = words[index - 1].text
        low = before.lower()
        if word.gap.strip().partition(" ")[0] in _JOINS:
            dated = word.text.lower() in CALENDAR  # "the Supreme Court on Tuesday"
            if not dated and (low in BODY_OF or low in OF_HEADS or low in _RULERS):
                continue
        elif word.text.lower() not in CALENDAR or is_given(before):
            continue
        yield words[first:index]
        first = index
    if first < len(words):
        yield words[first:]


def _read(words: Sequence[Word], *, forced: bool) -> Reading | None:
    if len(words) == 1:
        return _one(words[0], forced=forced)
    if " ".join(word.text for word in words) in PLACES:
        return Reading("place", words)
    joined = any(word.gap.strip().partition(" ")[0] in (*_JOINS, "&") for word in words[1:])
    if any(word.text == "The" for word in words[1:]):
        return None  # the title of a work or a show
    start = name_start(words)
    if start:
        low = words[-1].text.lower()
        called = len(words) - start > 1 and is_given(words[start].text)  # Mayor Don Guardian
        placed = low in _PLACE_ENDS and not _courteous(words[start - 1], words[start:])
        if not placed and (called or low not in BODY):
            # "Miss Universe" is nobody's name.
            miss = words[start - 1].text == "Miss" and is_common(low)
            return None if miss or _no_bearer(words[start - 1], words[start:]) else titled(words[start:])
        if start < len(words) - 1 or joined:
            return Reading("organisation", words)
    if joined and words[0].text.lower() not in _RULERS:
        return Reading("organisation", words)
    role = is_head(words[-1].text) and words[-1].text.lower() not in BODY  # "Coast Guard" is a body
    if role and not (is_given(words[0].text) and is_surname(words[-1].text)):
        return None
    return _body_or_thing(words) if _named_thing(words) else _somebody(words)


def _courteous(title: Word, name: Sequence[Word]) -> bool:
    """Whether the words are a courtesy title and a family name that is a word for places too ("Ms. Park")."""
    return len(name) == 1 and head_of(title.text) in COURTESY and is_surname(name[0].text)


def _no_bearer(title: Word, name: Sequence[Word]) -> bool:
    """Whether the words after a job or a part are no name ("Republican Establishment", "Star Award")."""
    last = name[-1].text
    head = head_of(title.text)
    if not is_role(head) or head in FORMAL or is_surname(last):
        return False
    return last.lower() in THING or (len(name) == 1 and is_common(last.lower()) and not is_given(last))


def _last(words: Sequence[Word]) -> str:
    """The last word in lower case, "Jr." and "III" left out."""
    low = words[-1].text.lower()
    return words[-2].text.lower() if len(words) > 2 and low.rstrip(".") in SUFFIXES else low


def _named_thing(words: Sequence[Word]) -> bool:
    """Whether the last word makes the run the name of anything but a person."""
    last = _last(words)
    if last not in BODY and last not in THING:
        return False
    inside = any(word.text.lower() in THING for word in words[1:-1])  # "Marion Avenue Church"
    return inside or last not in THING_SURNAMES or not western(words)


def _body_or_thing(words: Sequence[Word]) -> Reading | None:
    last = _last(words)
    if last in BODY:
        return Reading("organisation", words)
    return Reading("place", words) if last in _PLACE_ENDS else None


def _somebody(words: Sequence[Word]) -> Reading | None:
    """A run that may be a person's name."""
    by_order = eastern(words)
    if by_order is not None:
        return by_order
    first, last = words[0].text, words[-1].text
    pair = len(words) == 2
    if western(words) or (pair and likely(first, last)):
        return person(words)
    if not pair and is_word(first.lower()) and not is_given(first) and not words[1].gap.strip():
        bare = _after_trade(words[1:])
        if bare is not None:
            return bare
    if first.isupper() and not last.isupper() and len(first) > 1:
        ranked = pair and first in _RANKS and is_surname(last)
        return _one(words[1], forced=False) if ranked else None
    plain = all(is_common(word.text.lower()) for word in words)
    if first.lower() in NEVER_FIRST or first.lower() in FOLK:
        if pair and not is_common(last.lower()):
            return _one(words[1], forced=False)  # "Republican Roe"
        plain = True
    return Reading("unsure", words, common=plain, surname=is_surname(last))


def _after_trade(words: Sequence[Word]) -> Reading | None:
    """The name behind a word of the dictionary that has a capital only from its place ("Welder Ann Lee")."""
    sure = western(words) and words[0].text.lower() not in WORDS_TOO and words[0].text not in PLACES
    return person(words) if sure else None


def _one(word: Word, *, forced: bool) -> Reading | None:
    """A single capitalised word: a place, a firm, an acronym, or somebody's name for all we know."""
    text = word.text
    low = text.lower()
    given = low in GIVEN_TOO and low in OPENERS and not forced and is_given(text)
    if low in CALENDAR or (low in OPENERS and not given) or low in FOLK or low in _NO_NAMES:
        return None
    kind = _by_list(text)
    if kind:
        return Reading(kind, (word,))
    _, dash, second = text.partition("-")
    headed = is_head(text) and forced
    if "." in text or (headed and not is_surname(text)) or (dash and second.islower()):
        return None
    plain = headed or (is_common(low) and (forced or not is_given(text)))
    return Reading("unsure", (word,), common=plain, surname=is_surname(text), led=bool(word.gap))


def _by_list(text: str) -> Literal["place", "organisation", ""]:
    """What a list of places and firms, or the form of an acronym, makes of a single word."""
    if text in PLACES:
        return "place"
    acronym = text.isupper() and text.isalpha() and len(text) in _INITIALS
    return "organisation" if acronym or text.lower() in BRANDS else ""
