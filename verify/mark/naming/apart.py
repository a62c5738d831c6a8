"""What the copy itself says to tell two people of one name apart, or that two names are one person's."""

from __future__ import annotations

from msgspec import Struct

from verify.lexicon.grammar import KIN
from verify.lexicon.late import late
from verify.mark.naming.ages import age
from verify.mark.naming.beside import Beside, beside
from verify.mark.naming.offices import COURTESY, head_of, words_of
from verify.mark.naming.persons import SUFFIXES
from verify.mark.naming.reading import fold
from verify.model.marks import Mention

_UNRELATED = late(
    r"(?:, \d{1,3})?(?:,? \(|, | [—–-] |,? who (?:is|was) )(?:and )?"
    r"(?:no relation|not related|unrelated|no kin)\b"
    r"(?: at all)?(?: (?:to|of) (?:the |former |late ){0,2}(?P<whom>[\w’'.-]{2,30}(?: [\w’'.-]{2,30}){0,2}))?"
)
_NO_RELATION = late(r"(?:no relation|not related|unrelated|no kin)(?: at all)? (?:to|of)(?: the| former)? \Z")
_ANOTHER = late(r"\b(?:[Aa]nother|[Aa] (?:different|second)|[Tt]he other|[Aa] namesake,|[Hh]is namesake,) \Z")
_PERSON = late(r"[,.;:)]| [(—–]| (?:said|says|told|is|was|has|had|who|of|from|in|lives|lived|came|will)\b")
"""What stands behind a name that is not the first half of a thing's ("another Ann Lee triumph")."""
_ALIAS = late(
    r",? [(—–-]?(?:who (?:was|is) )?(?:formerly|previously|then|now|later|once|born|n[ée]e|a\.?k\.?a\.?|aka|"
    r"(?:also |better |formerly |previously |professionally |then |now )?known (?:as|before [a-z ]{3,24} as)|"
    r"also (?:spelled|spelt|written|transliterated)|"
    r"whose (?:birth|maiden|married|real|legal|full) name (?:is|was)|"
    r"who (?:now |also )?goes by)(?: as)?(?: the name)? [“\"‘']?\Z"
)
_OF = late(r" (?:of|for|at|in|to|with|from|on|who) ")
_KIN_BEFORE = late(rf"\b(?:{'|'.join(sorted(KIN))}),? (?:also )?(?:named |called )?\Z")
UNRELATED = ("no relation", "not related", "unrelated", "no kin")
"""Words without which no article tells two people of one name to be no relations."""
_LOOK = 40
_YEARS = 2
"""Years by which two ages of one person may differ: a birthday, or a slip of the pen."""


class Told(Struct, frozen=True):
    """What the copy says beside one full name, as far as it can tell its bearer from a namesake.

    `unrelated` are the words for whomever the bearer is no relation of, or None where it says nothing so.
    """

    suffix: str
    age: int
    part: str
    unrelated: frozenset[str] | None
    another: bool
    kin: bool


def told(text: str, mention: Mention) -> Told:
    """What stands beside a full name."""
    place = beside(text, mention)
    before = text[max(0, place.lead - _LOOK) : place.lead]
    found = _UNRELATED.match(text, mention.end)
    return Told(
        suffix=suffix(mention.name),
        age=age(place),
        part=_part(mention.title),
        unrelated=None if found is None else frozenset(words_of(found["whom"] or "")),
        another=_ANOTHER.search(before) is not None and _PERSON.match(text, mention.end) is not None,
        kin=_is_kin(place, before),
    )


def contradict(one: Told, other: Told, *, beside_it: bool) -> bool:
    """Whether what stands beside two equal names cannot be said of one person.

    Ages alone do so within one sentence only (`beside_it`); elsewhere a slip is likelier than a namesake,
    unless the copy calls the two something else as well.
    """
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return True
    if one.age < 0 or other.age < 0 or abs(one.age - other.age) < _YEARS:
        return False
    return beside_it or bool(one.part and other.part and one.part != other.part)


def suffix(name: str) -> str:
    """The "Jr." or "III" at the end of a name, without its point, or nothing."""
    last = name.rpartition(" ")[2].lower().rstrip(".")
    return last if last in SUFFIXES and " " in name else ""


def not_related(text: str, mention: Mention) -> bool:
    """Whether the name is there to say who somebody is not related to ("no relation to Mayor Roe")."""
    start = beside(text, mention).lead
    return _NO_RELATION.search(text, max(0, start - _LOOK), start) is not None


def alias(text: str, one: Mention, other: Mention) -> bool:
    """Whether the copy gives the second name as another of the same person ("formerly Ann Lee")."""
    if one.kind != "person" or other.kind != "person" or other.start - one.end > _LOOK:
        return False
    return _ALIAS.fullmatch(text, one.end, beside(text, other).lead) is not None


def _part(title: str) -> str:
    """The noun that says what somebody is, courtesy and kinship left out."""
    core = words_of(_OF.split(f"{title} ", maxsplit=1)[0])
    last = head_of(core[-1]) if core else ""
    return "" if last in COURTESY or last in KIN else fold(last)


def _is_kin(place: Beside, before: str) -> bool:
    """Whether somebody comes in as another's relative ("his father, Daniel Roe")."""
    title = words_of(place.mention.title)
    return bool(title and title[-1] in KIN and place.lead < place.start) or bool(_KIN_BEFORE.search(before))
