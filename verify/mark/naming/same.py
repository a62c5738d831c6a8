"""Decides which mentions of an article name one and the same person, body or place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise

from verify.lexicon.given import gender
from verify.lexicon.grammar import KIN
from verify.mark.naming.offices import words_of
from verify.mark.naming.reading import fold
from verify.mark.naming.wordlist import entries, listed
from verify.model.marks import Gender, Kind, Mention

_FORMS = """
    william bill will billy willie|robert bob rob bobby robby robbie bert|richard dick rick rich ricky
    james jim jimmy jamie|john jack johnny|jonathan jon jonny|michael mike mick mikey
    thomas tom tommy|joseph joe joey
    charles charlie chuck|edward ed eddie ted ned|theodore ted teddy|anthony tony|daniel dan danny
    david dave davey|donald don donny donnie|gerald gerry jerry|gregory greg|henry hank harry
    jeffrey jeffery jeff|kenneth ken kenny|lawrence larry|leonard len lenny|matthew matt|nicholas nick
    patrick pat paddy|peter pete|philip phillip phil|raymond ray|ronald ron ronnie|samuel sam
    stephen steven steve|timothy tim timmy|vincent vince vinny|walter walt wally|alexander alex sandy
    andrew andy drew|benjamin ben benny|christopher chris kit|frederick fred freddy|francis frank
    elizabeth liz beth betty eliza betsy lizzie|katherine catherine kathy cathy kate katie cate
    margaret maggie meg peggy|patricia pat patty tricia|deborah debbie deb|susan sue susie|barbara barb
    jennifer jen jenny|jessica jess|kimberly kim|victoria vicky tori|rebecca becky|virginia ginny
    eugene gene|bernard bernie|rafael rafa|mitchell mitch|randolph randy|rudolph rudy|stanley stan
"""
"""Given names with their short forms, one name to a line or between two bars."""
_MALE = listed("mr sir lord congressman spokesman king prince father chairman businessman")
_FEMALE = listed("mrs ms miss lady dame congresswoman spokeswoman queen princess madam chairwoman")


_WORDS = 24
_SHORTEST = 3
_ABOUT = frozenset("of for with about to from on against like than and".split())
"""Words after which a name is not what the sentence is about."""
_NEAR = 400
"""Letters within which a full name decides whom the bare name after it means."""
_MANY = 50
"""How many people of one name are told apart; no article has more."""


@cache
def _forms() -> dict[str, frozenset[int]]:
    """Each short or full form → the names of which it is one."""
    table: dict[str, frozenset[int]] = {}
    for number, forms in enumerate(sorted(entries(_FORMS))):
        for form in forms.split():
            table[form] = table.get(form, frozenset()) | {number}
    return table


@dataclass(slots=True)
class _One:
    """A person, body or place while its mentions are being gathered."""

    kind: Kind
    given: str = ""
    family: str = ""
    sex: Gender = ""
    full: list[int] = field(default_factory=list)
    bare: int = 0


def courtesy_gender(title: str) -> Gender:
    """The gender that a title tells ("Mrs.", "spokesman"), or nothing."""
    for word in words_of(title):
        if word in _MALE:
            return "m"
        if word in _FEMALE:
            return "f"
    return ""


def given_gender(mention: Mention) -> Gender:
    """The gender of the given name; a syllable of a name in eastern order tells nothing."""
    if not mention.given:
        return ""
    eastern = (
        mention.family
        and not mention.name.endswith(mention.family)
        and mention.name.startswith(mention.family)
    )
    return gender(mention.given if eastern else mention.given.split()[0])


def nicknames(one: str, other: str) -> bool:
    """Whether two folded given names are forms of one ("bill", "william")."""
    forms = _forms()
    return bool(forms.get(one, frozenset()) & forms.get(other, frozenset()))


def agree(one: str, other: str) -> bool:
    """Whether two given names may belong to one person: equal, an initial, a short form, a middle name."""
    if not one or not other or one == other:
        return True
    first, second = one.split(), other.split()
    a, b = fold(first[0]), fold(second[0])
    if a == b or (a[:1] == b[:1] and (len(a) == 1 or len(b) == 1)):
        return True
    if "." in first[0] or "." in second[0]:
        return a[:1] == b[:1]
    if nicknames(a, b):
        return True
    if min(len(a), len(b)) > 2 and (a.startswith(b) or b.startswith(a)):
        return True
    rest = {fold(part) for part in first[1:]} & {fold(part) for part in second}
    return bool(rest - {""}) or a in {fold(part) for part in second[1:]}


def join(mentions: Sequence[Mention], text: str) -> tuple[Mention, ...]:
    """The mentions with `entity` set: the number of the person, body or place that each stands for."""
    ones: list[_One] = []
    by_key: dict[str, list[int]] = {}
    number: list[int] = [-1] * len(mentions)
    short = _acronyms(mentions)
    for index, mention in enumerate(mentions):
        if mention.kind != "person":
            name = fold(mention.name)
            key = f"{mention.kind} {short.get(name, name)}"
            known = by_key.setdefault(key, [])
            if not known:
                known.append(len(ones))
                ones.append(_One(mention.kind))
            number[index] = known[0]
        elif mention.given and mention.family:
            number[index] = _full(ones, by_key, mention)
            if not _aside(text, mention):
                ones[number[index]].full.append(index)
    for index, one in enumerate(number):
        if one < 0:
            number[index] = _short(ones, by_key, mentions, index)
            ones[number[index]].bare += 1
    order: dict[int, int] = {}
    return tuple(
        replace(mention, entity=order.setdefault(one, len(order)))
        for mention, one in zip(mentions, number, strict=True)
    )


def _acronyms(mentions: Sequence[Mention]) -> dict[str, str]:
    """The short form of each body that the copy explains: "Coastal News Agency (CNA)"."""
    short = _initials(mentions)
    for full, behind in pairwise(mentions):
        if full.kind == behind.kind == "organisation" and behind.start - full.end == len(" ("):
            initials = "".join(word[0] for word in full.name.replace("-", " ").split() if word[0].isupper())
            if behind.name.isupper() and behind.name in initials:
                short[fold(behind.name)] = fold(full.name)
    return short


def _initials(mentions: Sequence[Mention]) -> dict[str, str]:
    """The acronyms that are the initials of one body named in full in the article."""
    bodies = {mention.name for mention in mentions if mention.kind == "organisation"}
    acronyms = {name for name in bodies if name.isupper() and len(name) >= _SHORTEST}
    if not acronyms:
        return {}
    full: dict[str, set[str]] = {}
    for name in bodies - acronyms:
        full.setdefault("".join(word[0] for word in name.split() if word[0].isupper()), set()).add(fold(name))
    return {fold(name): next(iter(full[name])) for name in acronyms if len(full.get(name, ())) == 1}


def _aside(text: str, mention: Mention) -> bool:
    """Whether a full name only helps to say something of somebody else ("his wife Ann Lee", "of Ann Lee").

    Whoever is named so does not take over the bare family name.
    """
    start = mention.title_span.start if mention.title_span else mention.start
    start = min(start, mention.start)
    if text.startswith(("’s ", "'s "), mention.end) or (mention.title and mention.title.lower() in KIN):
        return True
    before = text[max(0, start - _WORDS) : start].lower().split()
    if not before:
        return False
    last = before[-1].strip(",")
    if last.endswith("ed") and len(before) > 1:
        return before[-2][-1].isalpha()  # "accused Ann Lee", but not "…,” added Ann Lee"
    return last in KIN or (last in _ABOUT and before[-2:] != ["according", "to"])


def _full(ones: list[_One], by_key: dict[str, list[int]], mention: Mention) -> int:
    family = fold(mention.family)
    same = by_key.setdefault(family, [])
    for one in same[-_MANY:]:
        if agree(ones[one].given, mention.given):
            if len(mention.given) > len(ones[one].given):
                ones[one].given = mention.given
            return one
    sex = courtesy_gender(mention.title) or given_gender(mention)
    ones.append(_One("person", mention.given, family, sex))
    same.append(len(ones) - 1)
    for part in {mention.given.split()[0], mention.given}:
        by_key.setdefault(f"given {part}", []).append(len(ones) - 1)
    return len(ones) - 1


def _short(ones: list[_One], by_key: dict[str, list[int]], mentions: Sequence[Mention], index: int) -> int:
    """The person for whom a bare family or given name stands."""
    mention = mentions[index]
    key = fold(mention.family) if mention.family else f"given {mention.given}"
    same = by_key.get(key, [])[-_MANY:]
    if not same and mention.family:
        # "Archie said", "Sir Malcolm": the given name of somebody named in full, if a family name as well.
        same = by_key.get(f"given {mention.family}", [])[-_MANY:]
    told = courtesy_gender(mention.title)
    if told:
        # "Mr. Roe" is not Jane Roe, even where the article names no other Roe in full.
        same = [one for one in same if ones[one].sex == told] or [one for one in same if not ones[one].sex]
    if same:
        one = same[0] if len(same) == 1 else _meant(ones, same, index, mentions)
        ones[one].sex = ones[one].sex or told
        return one
    sex = courtesy_gender(mention.title) or given_gender(mention)
    ones.append(_One("person", mention.given, fold(mention.family), sex))
    by_key.setdefault(key, []).append(len(ones) - 1)
    return len(ones) - 1


def _meant(ones: Sequence[_One], same: Sequence[int], index: int, mentions: Sequence[Mention]) -> int:
    """Of several people with one name: the one of that office, or just named in full, or named most."""
    here = mentions[index].start
    office = mentions[index].title.rpartition(" ")[2]
    titled = [
        one
        for one in same
        if office and any(mentions[f].title.endswith(office) for f in ones[one].full[:_MANY])
    ]
    if len(titled) == 1:
        return titled[0]
    nearest, distance = -1, _NEAR
    for one in same:
        before = bisect_right(ones[one].full, index) - 1
        if before >= 0 and here - mentions[ones[one].full[before]].start < distance:
            nearest, distance = one, here - mentions[ones[one].full[before]].start
    if nearest >= 0:
        return nearest
    return max(same, key=lambda one: (len(ones[one].full) + ones[one].bare, -one))
