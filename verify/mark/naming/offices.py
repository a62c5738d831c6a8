"""Offices and ranks: the words with which copy says what somebody is, and which of them name one office."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from verify.lexicon.added import in_force
from verify.lexicon.grammar import KIN
from verify.lexicon.late import late
from verify.lexicon.sources import MEN, PERSONS, WOMEN
from verify.mark.naming.wordlist import listed

FORMAL: dict[str, str] = {
    form: office
    for office, forms in {
        "president": "president pres presidents",
        "premier": "premier",
        "chancellor": "chancellor chancellors",
        "minister": "minister ministers",
        "secretary": "secretary secretaries",
        "senator": "senator senators sen sens",
        "representative": (
            "representative representatives rep reps congressman congresswoman congressmen congresswomen"
        ),
        "legislator": (
            "assemblyman assemblywoman assemblymember delegate alderman alderwoman councilman councilwoman "
            "councilmember councillor councilor cllr cllrs coun ald mp mep"
        ),
        "governor": "governor governors gov govs",
        "mayor": "mayor mayors",
        "attorney": "attorney attorneys atty prosecutor",
        "ambassador": "ambassador ambassadors amb envoy",
        "speaker": "speaker",
        "leader": "leader whip",
        "justice": "justice justices",
        "judge": "judge judges magistrate",
        "sheriff": "sheriff",
        "chief": "chief",
        "commissioner": "commissioner",
        "superintendent": "superintendent supt",
        "treasurer": "treasurer",
        "comptroller": "comptroller controller",
        "general": "general generals gen",
        "admiral": "admiral adm",
        "colonel": "colonel col",
        "major": "major maj",
        "captain": "captain capt cmdr commander",
        "lieutenant": "lieutenant lt",
        "sergeant": "sergeant sgt corporal cpl private pvt",
        "police officer": (
            "officer detective det deputy inspector insp trooper constable const pc garda gardai marshal"
        ),
        "pope": "pope",
        "king": "king",
        "queen": "queen",
        "prince": "prince",
        "princess": "princess",
        "emperor": "emperor sultan emir sheikh shah ayatollah",
        "duke": "duke duchess baroness countess",
        "cardinal": "cardinal",
        "bishop": "bishop archbishop patriarch",
        "director": "director administrator",
        "chair": "chairman chairwoman chair chairperson",
    }.items()
    for form in forms.split()
}
"""Words for a formal office or rank, each with the office it stands for."""

ROLES = listed(
    """
    spokesman spokeswoman spokesperson spokesmen ceo cfo coo cto executive executives founder cofounder
    secretary-treasurer
    co-founder owner manager managers coach quarterback pitcher goalkeeper striker midfielder defender
    forward center catcher guard analyst analysts strategist strategists consultant adviser advisers
    advisor advisors aide aides counsel counselor lawyer lawyers solicitor barrister professor
    professors prof teacher principal dean provost scientist scientists researcher researchers economist
    economists historian historians author writer novelist poet journalist reporter correspondent
    columnist editor publisher anchor host moderator commentator pundit blogger photographer filmmaker
    producer screenwriter playwright actor actress comedian singer songwriter musician rapper drummer
    guitarist artist designer architect chef model engineer developer programmer doctor physician
    surgeon nurse psychologist psychiatrist epidemiologist activist organizer organiser advocate
    lobbyist volunteer delegate nominee candidate contender rival opponent incumbent hopeful frontrunner
    billionaire millionaire businessman businesswoman entrepreneur investor magnate mogul tycoon banker
    trader broker farmer rancher veteran pilot astronaut pastor priest rabbi imam preacher evangelist
    minister chaplain nun rev reverend fr father sister brother mother wife husband son daughter widow
    boss head chairman-elect fellow scholar expert pollster operative donor fundraiser surrogate
    supporter resident student voter witness suspect victim defendant plaintiff gunman shooter regulator
    negotiator diplomat dictator strongman warlord militant lawmaker lawmakers legislator politician
    democrat republican congressmember official officials officer officers bassist golfer swimmer
    sprinter boxer racer driver jockey cyclist skipper star legend champion chairman chairwoman partner
    first-lady lady treasurer cop firefighter paramedic trustee whistleblower vice-president
    vice-chairman director-general secretary-general undersecretary under-secretary president-elect
    governor-elect mayor-elect cofounders co-chairman co-chair co-host co-author showrunner sportscaster
    broadcaster meteorologist astronomer biologist physicist chemist cleric curator librarian archivist
    conductor composer soprano tenor pianist violinist dancer trainer umpire referee goalie electrician
    plumber librarian pharmacist dentist auctioneer undertaker lifeguard bartender fisherman grocer janitor
    geologist zoologist ecologist sociologist anthropologist archaeologist virologist statistician
    mathematician philosopher criminologist choreographer shopkeeper restaurateur clerk pupil classmate
    runner-up headteacher headmaster headmistress lecturer tutor campaigner campaigners pensioner
    apprentice foreman forewoman caretaker coordinator co-ordinator conservationist environmentalist
    instructor superfan dispatcher attendant teller barber baker brewer butcher chairperson-elect
    auditor assessor mla msp td tanaiste tánaiste taoiseach
    """
)
"""Words for a job or a part in the story: they may stand before a name, and are no formal office."""

COURTESY = listed(
    """
    mr mrs ms miss mx messrs dr drs sir lord lady dame madam hon rev fr msgr prof profs sister
    """
)
"""Courtesy titles; two of them are never a conflict."""

_MODIFIERS = listed(
    """
    former ex then then- late acting interim deputy assistant associate senior junior chief lead top
    first second third vice co newly-elected incoming outgoing longtime veteran retired ret sitting
    current new state federal city county district national international local regional provincial
    municipal house senate congressional parliamentary presidential vice-presidential gubernatorial
    mayoral defense defence treasury energy labor labour interior agriculture commerce education
    transportation homeland health housing justice veterans foreign prime finance economy trade war army
    navy police fire press communications campaign policy security political executive managing general
    operating financial technology marketing attorney surgeon solicitor inspector postmaster majority
    minority party conservative liberal republican democratic democrat independent gop libertarian
    socialist communist tory green lieutenant lt maj major brig brigadier staff sgt sergeant rear u.s us
    american british supreme high crown chief-of-staff head law history science economics sociology
    politics business sports news film research program medical legal public affairs relations human
    resources field digital data special legislative administrative elder opposition
    """
)

DEPARTMENTS = listed(
    """
    state defense defence labor labour energy treasury commerce education transportation agriculture war
    interior army navy force veterans homeland health housing justice foreign home
    """
)

_NATIONS = frozenset(
    ("united", "republic", "u", "us", "france", "russia", "mexico", "brazil", "egypt", "korea")
)
_RANKED = listed(
    """
    president minister secretary senator representative governor mayor attorney ambassador speaker
    justice judge sheriff chief premier chancellor treasurer comptroller pope
    """
)
"""Offices of which a person holds one at a time; military ranks and party posts go with any."""
_LESSER = listed(
    """
    deputy assistant associate under undersecretary press personal social executive permanent
    parliamentary corresponding recording union company university college school team club board
    council campaign student class society association federation chamber division bank network studio
    """
)
"""Words that make another post of an office ("deputy mayor", "press secretary", "union president")."""
_INSIDE = frozenset(["attorney", "lieutenant", "lt", "deputy", "chief", "general", "vice-president"])
_ONE = {"defence": "defense", "labour": "labor", "sec": "secretary", "homeland": "homeland security"}
_FIELDS = listed(
    """
    state defense war treasury energy labor interior agriculture commerce education transportation
    health housing veterans foreign prime finance economy trade justice army navy force home transport
    environment culture police fire deputy vice lieutenant lt general district
    """
) | {"homeland security"}
"""Words that say which ministry, force or court an office belongs to."""
_SPLIT = late(r"[^\w’'-]+")
_WHERE = late(r" (?:of|for|at|in|to|on|with|under|from|since|and|who|until)\b")
_PARENTS = ("mum-of-", "mother-of-", "dad-of-", "father-of-", "grandmother-of-", "grandfather-of-")
"""What British copy calls people by their children ("mum-of-four Ann Lee")."""
_HEADS = frozenset(FORMAL) | ROLES | COURTESY
_DOTTED = listed(
    """
    gen rep reps col maj adm amb pres atty fr cpl pvt coun ald const
    """
)
"""Short forms that are titles only with their full stop: "Gen Z" is none."""
_NOW_OTHER = late(
    r"\b(?:former|ex|then|late|retired|onetime|one-time|then-\w+|ex-\w+|elect)\b|-elect\b", re.IGNORECASE
)


class Office(Struct, frozen=True):
    """An office in the form in which two are compared: its head, and the fields that narrow it.

    `past` says that the copy speaks of an office no longer, or not yet, held.
    """

    head: str
    fields: frozenset[str]
    past: bool

    @property
    def name(self) -> str:
        """The office in words ("defense secretary")."""
        return " ".join((*sorted(self.fields), self.head))


def office(title: str) -> Office | None:
    """The formal office that a title names, or None for a job, a rank or a part in the story."""
    return _office(title, in_force().titles)


@lru_cache(maxsize=4096)
def _office(title: str, _added: frozenset[str]) -> Office | None:
    """The answer is kept beside the titles that plugins add, which `is_head` knows."""
    before, behind = _cut(title)
    if not before:
        return None
    past = bool(_NOW_OTHER.search(" ".join(before)))
    head, before = _head(before)
    if not head or _LESSER.intersection(before):
        return None
    fields = _FIELDS.intersection(before)
    if head in ("secretary", "minister"):
        fields |= _FIELDS.intersection(behind)
    elif head == "president":
        # "president of the teachers' union" governs no country.
        if behind and not _NATIONS.intersection(behind):
            return None
        fields &= {"vice"}
    elif behind and _LESSER.intersection(behind):
        return None
    elif head == "chief":
        fields &= {"police", "fire"}
        if not fields:
            return None
    else:
        if head == "governor" and fields & {"lt", "lieutenant"}:
            head = "lieutenant governor"
        fields = frozenset()
    return Office(head, frozenset(fields), past)


def _cut(title: str) -> tuple[list[str], list[str]]:
    """The words of a title up to "of" or "for", and the first few behind it."""
    before, _, behind = _WHERE.sub("\n", title.replace("\u00a0", " "), count=1).partition("\n")
    words = [_ONE.get(word, word) for word in _SPLIT.split(before.lower()) if word]
    # "former candidate Sen. Roe" is a senator now: an earlier head begins another title.
    own = [at for at, word in enumerate(words[:-1]) if word not in _INSIDE and is_head(word)]
    first = own[-1] + 1 if own else 0
    after = [word for word in _SPLIT.split(behind.lower())[:5] if word]
    return words[first:], [_ONE.get(word, word) for word in after]


def _head(words: list[str]) -> tuple[str, list[str]]:
    """The office that the last words name, and the words before it; an empty head for none."""
    last = words[-1]
    if last == "general" and words[-2:-1] == ["attorney"]:
        return "attorney general", words[:-2]
    head = FORMAL.get(last, "")
    if head == "attorney":
        return ("district attorney", []) if "district" in words else ("", [])
    return (head, words[:-1]) if head in _RANKED else ("", [])


_ALIKE = frozenset(
    (
        frozenset(("speaker", "representative")),
        frozenset(("premier", "minister")),
        frozenset(("premier", "chancellor")),
        frozenset(("premier", "governor")),
        frozenset(("minister", "chancellor")),
        frozenset(("justice", "judge")),
    )
)
"""Pairs of offices that one person holds at once, or that are one office in two countries' words."""


def clash(one: Office, other: Office) -> bool:
    """Whether nobody holds both offices at once ("Defense Secretary", "Police Chief")."""
    if one.head == other.head:
        return bool(one.fields and other.fields and one.fields != other.fields)
    heads = frozenset((one.head, other.head))
    if heads in _ALIKE:
        return False
    if heads == {"minister", "secretary"}:
        return bool(one.fields and other.fields and one.fields.isdisjoint(other.fields))
    return True


def head_of(word: str) -> str:
    """The word in the form in which the tables hold it: lower case, no full stop."""
    return word.rstrip(".").lower()


def words_of(title: str) -> list[str]:
    """The words of a title in lower case, without the points of abbreviations."""
    return title.lower().replace(".", "").split()


def offices_in(title: str) -> set[str]:
    """The formal offices that a title names ("Sen." and "senator" are one)."""
    return {FORMAL[word] for word in words_of(title) if word in FORMAL}


def is_post(plain: str) -> bool:
    """Whether a word in that form is one for an office, a rank, a job or a part in the story."""
    return plain in FORMAL or is_role(plain)


def names_one(noun: str) -> bool:
    """Whether the noun stands for one human being ("spokesman", "mother", "neighbor")."""
    return is_post(noun) or noun in KIN or noun in MEN or noun in WOMEN or noun in PERSONS


def is_role(plain: str) -> bool:
    """Whether it is one for a job or a part in the story, or a title that a plugin adds."""
    return plain in ROLES or plain in in_force().titles


def is_head(word: str) -> bool:
    """Whether the word can close a title before a name ("Secretary", "Sen.", "spokesman")."""
    plain = head_of(word)
    if plain in _DOTTED and word[-1] != ".":
        return False
    return plain in _HEADS or plain in in_force().titles or plain.startswith(_PARENTS)


def is_modifier(word: str) -> bool:
    """Whether the word can stand inside a title, before its head ("former", "deputy", "press")."""
    plain = head_of(word)
    return plain in _MODIFIERS or plain.startswith(("then-", "ex-", "co-", "vice-"))
