"""Cues: the verbs with which copy says that somebody spoke, in every form they take.

The list is general knowledge of news English, in the order of how plainly the verb marks speech;
the grouping follows the attribution cues described by Pareti (2012) and Newell et al. (2018).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from functools import lru_cache

from verify.lexicon.added import in_force

SAY = """say tell add ask write tweet post reply respond explain continue declare state announce note insist
argue warn remark answer recall conclude comment joke quip shout yell scream whisper exclaim
testify urge vow pledge promise acknowledge admit concede confess deny claim assert contend maintain stress
emphasize emphasise suggest reiterate repeat observe lament complain boast brag retort counter
caution advise inform assure remind reveal disclose confirm predict propose demand plead beg wonder
protest object interject mutter murmur cry chant sing recite read elaborate clarify estimate report
muse opine theorize theorise speculate reason surmise deadpan gush crow scoff sneer snap bark bellow growl
mumble stammer chime agree remember project figure allow proffer recommend instruct order intone proclaim
profess pronounce narrate relate recount mention message text e-mail
email blog instagram wire cable sign quote inquire enquire query volunteer tease rant rail fume vent bemoan
grumble groan moan sigh laugh chuckle giggle smile shrug nod gripe grouse marvel rave rejoice sob weep
exhort react submit type roar boom hiss wail implore reminisce enthuse rejoin aver attest swear affirm
reaffirm scrawl scribble reckon hint gasp squeal shriek holler cackle
""".split()
"""Verbs that can stand alone beside a whole quoted sentence."""

NAME = """call describe label dub brand term name denounce condemn blast criticize criticise slam praise hail
accuse dismiss mock deride ridicule attack blame cite characterize characterise portray refer depict
decry defend express echo voice reject rebuke lambast lambaste rip chide scold thank
welcome endorse applaud salute cheer compare liken summarize summarise signal define categorize
categorise challenge question dispute rebut refute fault charge allege attribute press
point speak talk think believe feel consider hope fear worry expect hear
discuss find show address offer issue release invoke lash weigh anticipate list
berate laud admonish congratulate greet highlight underline underscore indicate imply assume suppose threaten
ponder posit postulate taunt jeer heckle apologize apologise disagree concur guess fret
""".split()
"""Verbs that put a word or phrase in somebody's mouth ("called it “a disaster”")."""

_IRREGULAR = {
    "say": "says said saying", "tell": "tells told telling", "write": "writes wrote written writing",
    "read": "reads read reading", "sing": "sings sang sung singing", "think": "thinks thought thinking",
    "feel": "feels felt feeling", "find": "finds found finding", "show": "shows showed shown showing",
    "hear": "hears heard hearing", "speak": "speaks spoke spoken speaking", "weep": "weeps wept weeping",
    "rebut": "rebuts rebutted rebutting", "refer": "refers referred referring",
    "admit": "admits admitted admitting", "beg": "begs begged begging", "brag": "brags bragged bragging",
    "quip": "quips quipped quipping", "slam": "slams slammed slamming", "dub": "dubs dubbed dubbing",
    "rip": "rips ripped ripping", "snap": "snaps snapped snapping", "sob": "sobs sobbed sobbing",
    "nod": "nods nodded nodding", "shrug": "shrugs shrugged shrugging", "blog": "blogs blogged blogging",
    "submit": "submits submitted submitting", "deadpan": "deadpans deadpanned deadpanning",
    "swear": "swears swore sworn swearing",
    "aver": "avers averred averring", "concur": "concurs concurred concurring",
    "label": "labels labeled labelled labeling labelling", "signal": "signals signaled signalled signaling",
}  # fmt: skip


def _forms(verb: str) -> tuple[str, str, str]:
    """(third person, past, participle) of a regular verb."""
    if verb.endswith("e"):
        return f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    if verb.endswith(("s", "sh", "ch", "x", "z")):
        return f"{verb}es", f"{verb}ed", f"{verb}ing"
    return f"{verb}s", f"{verb}ed", f"{verb}ing"


PHRASAL = {
    "put": ("it", "this", "that"), "puts": ("it", "this", "that"), "went": ("on",), "goes": ("on",),
    "shot": ("back",), "shoots": ("back",), "fired": ("back",), "fires": ("back",), "hit": ("back",),
    "hits": ("back",), "pushed": ("back",), "pushes": ("back",), "piled": ("on",), "pointed": ("out",),
    "points": ("out",), "made": ("clear",), "makes": ("clear",), "spoke": ("up", "out"), "kept": ("saying",),
}  # fmt: skip
"""Verbs that mark speech only together with the word after them ("shot back", "as she put it")."""


def finite_forms(strength: str) -> frozenset[str]:
    """The forms of verbs of this strength that can be the verb of a sentence, but for the base."""
    return _finite(strength, in_force().cues)


@lru_cache(maxsize=8)
def _finite(strength: str, added: frozenset[str]) -> frozenset[str]:
    return frozenset(form for form, kind in forms_with(added).items() if kind == (strength, "finite"))


@lru_cache(maxsize=8)
def forms_with(added: frozenset[str]) -> Mapping[str, tuple[str, str]]:
    """The forms with those of the verbs added, which stay what they are where they are known already."""
    table: dict[str, tuple[str, str]] = {}
    for strength, verbs in (("name", NAME), ("say", SAY)):
        for verb in verbs:
            forms = _IRREGULAR[verb].split() if verb in _IRREGULAR else _forms(verb)
            _enter(table, strength, verb, forms)
    for verb in PHRASAL:
        table[verb] = ("say", "finite")
    for line in sorted(added):
        verb, *forms = line.split()
        new: dict[str, tuple[str, str]] = {}
        _enter(new, "say", verb, forms or _forms(verb))
        for form, kind in new.items():
            table.setdefault(form, kind)
    return table


def _enter(table: dict[str, tuple[str, str]], strength: str, verb: str, forms: Iterable[str]) -> None:
    for form in forms:
        table[form] = (strength, "ing" if form.endswith("ing") else "finite")
    table[verb] = (strength, "finite" if verb == "read" else "base")


SHIPPED = forms_with(frozenset())
"""Every form of every cue verb of ours: form → (strength "say" or "name", "finite", "base" or "ing")."""
SPOKEN: ContextVar[Mapping[str, tuple[str, str]]] = ContextVar("cues", default=SHIPPED)
cue_forms = SPOKEN.get
"""Those, and those of verbs that plugins add; asked at every second word, so it calls nothing of ours."""
