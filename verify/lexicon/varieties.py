"""Words that American and British copy spell differently; words that both spell alike are left out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

from msgspec import Struct

Variety = Literal["us", "gb", "ize", "ise"]


class Spelling(Struct, frozen=True):
    """What a spelling tells of the copy, and how the other variety spells the word.

    "ize" is American, but also the British of Oxford; "ise" is British only.
    """

    variety: Variety
    other: str


# The stems of verbs in -ize or -ise; those in -ise everywhere (advise, exercise, surprise) stay out.
_IZE = """
agon alphabet anim antagon apolog author bapt bastard bowdler brutal cannibal canon capital carbon
categor central character civil collectiv colon commercial compartmental computer conceptual
contextual criminal critic crystall custom decarbon decentral decriminal dehuman demilitar demobil
democrat demon demonet demoral denational denuclear depolitic deput desensit destabil digit dogmat
dramat econom emphas energ epitom equal eulog euthan evangel external familiar fantas feminin fertil
final formal fossil fratern galvan general global harmon homogen hospital human hypnot hypothes
ideal idol immobil immortal immun incentiv individual industrial initial institutional internal
international item jeopard legal legitim liberal lion local magnet margin marginal material maxim
mechan memor memorial mesmer militar minim mobil modern monet monopol moral motor national natural
neutral normal nuclear optim organ ostrac overemphas parenthes patron penal personal plagiar polar
politic popular pressur priorit privat public pulver radical rational real reauthor recogn regular
reorgan revital revolution romantic sanit satir scandal scrutin secular sensational sensit sermon
sexual social solemn special stabil standard steril stigmat subsid summar symbol sympath synchron
synthes systemat tantal temporar terror theor traumat trivial unauthor union universal unrecogn
urban util vandal vapor verbal victim visual vocal weapon western winter woman
"""
_IZE_ENDINGS = "e ed es er ers ing ation ations ational able"

_OR = """
arb ard arm behavi cand clam col demean discol dishon disfav endeav enam fav ferv flav harb hon hum
lab misbehavi misdemean neighb od parl ranc rig rum sav savi splend succ tum val vap vig
"""
_OR_ENDINGS = (
    "_ s ed ing er ers able ably ful fully less al ally ite ites itism hood hoods ly y ies ist ists ee ees"
)

_DOUBLED = """
barrel bedevil bevel carol channel chisel counsel dial duel equal fuel funnel grovel initial jewel
label level libel marshal marvel medal model panel pedal pencil quarrel remodel revel rival shovel
shrivel signal snorkel spiral stencil swivel total travel tunnel unravel
"""
_DOUBLED_ENDINGS = "ed ing er ers or ors ist ists ous ously"

_SINGLE_L = "appal distil enrol fulfil instil"

_ER = """
caliber calibre|center centre|centers centres|centered centred|centerpiece centrepiece
centimeter centimetre|centimeters centimetres|epicenter epicentre|fiber fibre|fibers fibres
kilometer kilometre|kilometers kilometres|lackluster lacklustre|liter litre|liters litres
luster lustre|meager meagre|millimeter millimetre|millimeters millimetres|saber sabre|sabers sabres
somber sombre|somberly sombrely|specter spectre|specters spectres|maneuver manoeuvre
maneuvers manoeuvres|maneuvered manoeuvred|maneuvering manoeuvring
"""
_OTHERS = """
defense defence|defenses defences|defenseless defenceless|offense offence|offenses offences
pretense pretence|pretenses pretences|analyze analyse|analyzed analysed|analyzing analysing
paralyze paralyse|paralyzed paralysed|paralyzing paralysing|catalyze catalyse|catalyzed catalysed
aluminum aluminium|skeptic sceptic|skeptics sceptics|skeptical sceptical|skeptically sceptically
skepticism scepticism|artifact artefact|artifacts artefacts|aging ageing|plow plough|plowed ploughed
plowing ploughing|plows ploughs|mold mould|molds moulds|molded moulded|moldy mouldy|smolder smoulder
smoldering smouldering|smoldered smouldered|airplane aeroplane|airplanes aeroplanes|pajamas pyjamas
pediatric paediatric|pediatrician paediatrician|pediatricians paediatricians|anemia anaemia
gynecologist gynaecologist|hemorrhage haemorrhage|hemorrhaging haemorrhaging|leukemia leukaemia
estrogen oestrogen|diarrhea diarrhoea|anesthesia anaesthesia|anesthetic anaesthetic
anesthetist anaesthetist|cozy cosy|grueling gruelling|jewelry jewellery|woolen woollen
skillful skilful|skillfully skilfully|willful wilful|willfully wilfully|fulfillment fulfilment
enrollment enrolment|installment instalment|installments instalments
"""
# Spellings that only one side has, beside one that both use.
_BRITISH_ONLY = """
program programme|programs programmes|license licence|licenses licences|practice practise
practiced practised|practicing practising|check cheque|checks cheques|tire tyre|tires tyres
curb kerb|curbside kerbside|story storey|stories storeys|jail gaol|fetus foetus|fetal foetal
meter metre|meters metres
"""
_AMERICAN_ONLY = "canceled cancelled|canceling cancelling"
# What the tables above would make, but both sides spell so, or neither.
_BOTH_SIDES = frozenset(("arborist", "arborists", "humoral", "humorist", "humorists"))


def _pairs(table: str) -> Iterator[tuple[str, str]]:
    for pair in table.replace("\n", "|").split("|"):
        if pair:
            american, british = pair.split()
            yield american, british


def _both() -> Iterator[tuple[str, str]]:
    """(American, British) of words whose two spellings each belong to one side."""
    for stem in _OR.split():
        for ending in _OR_ENDINGS.split():
            tail = ending.strip("_")
            yield f"{stem}or{tail}", f"{stem}our{tail}"
    for stem in _DOUBLED.split():
        for ending in _DOUBLED_ENDINGS.split():
            yield f"{stem}{ending}", f"{stem}l{ending}"
    for stem in _SINGLE_L.split():
        yield f"{stem}l", stem
        yield f"{stem}ls", f"{stem}s"
    yield from _pairs(_ER)
    yield from _pairs(_OTHERS)


@cache
def spellings() -> dict[str, Spelling]:
    """Every spelling, in lower case, that gives away the variety."""
    found: dict[str, Spelling] = {}
    for stem in _IZE.split():
        for ending in _IZE_ENDINGS.split():
            american, british = f"{stem}iz{ending}", f"{stem}is{ending}"
            found[american] = Spelling("ize", british)
            found[british] = Spelling("ise", american)
    for american, british in _both():
        found[american] = Spelling("us", british)
        found[british] = Spelling("gb", american)
    for american, british in _pairs(_BRITISH_ONLY):
        found[british] = Spelling("gb", american)
    for american, british in _pairs(_AMERICAN_ONLY):
        found[american] = Spelling("us", british)
    for word in _BOTH_SIDES:
        found.pop(word, None)
    return found
