"""Nouns that name a source without naming a person, sorted by what kind of source they are."""

from __future__ import annotations

DOCUMENTS = frozenset(
    """statement report letter email e-mail memo memorandum study survey poll lawsuit suit complaint affidavit
    filing document documents transcript tweet post release article story editorial op-ed column book ad
    advertisement video recording message text note press-release ruling opinion order indictment warrant
    petition resolution bill law script audit inquiry census sign placard banner website page account list
    letterhead charter manifesto guide review paper analysis dossier record records files papers caption
    headline obituary
    clip spot commercial broadcast podcast transcripts decree verdict communique communiqué
    version draft footnote passage chapter section slide mailer flier motion
    poster leaflet flyer brochure notice advisory warning alert bulletin blog newsletter""".split()
)
BODIES = frozenset(
    """agency campaign company corporation firm department ministry government administration army military
    navy court council committee commission board bank party group organization organisation association
    union university college school hospital network newspaper paper magazine station channel website site
    police force service office bureau league club team federation foundation institute charity church
    airline carrier manufacturer automaker retailer startup city state country nation regime embassy
    command coalition alliance bloc band family panel jury think-tank watchdog regulator utility operator
    broadcaster publisher studio label museum theater theatre parliament congress senate house cabinet
    secretariat authority authorities outlet tabloid daily weekly pac""".split()
)
KINDS_OF_BODIES = frozenset(
    """group charity nonprofit non-profit coalition alliance union association federation organization
    organisation movement foundation institute consultancy watchdog tank pac lobby firm company startup
    start-up carmaker automaker airline network newspaper magazine tabloid outlet website blog podcast brewery
    bakery distillery supermarket chain bank agency band troupe choir orchestra quartet label studio
    restaurant club league""".split()
)
"""What copy says a body is, beside a name that does not show it ("the charity Second Helpings")."""
TRADERS = frozenset(
    """publisher retailer broadcaster brewer developer operator giant manufacturer maker supplier wholesaler
    contractor builder insurer lender carrier bookmaker distributor""".split()
)
"""The same of bodies and of people who do business."""
GROUPS = frozenset(
    """officials critics sources people police residents voters supporters experts analysts lawmakers
    republicans democrats protesters demonstrators crowd audience others many some several most both
    witnesses prosecutors investigators aides advisers advisors lawyers attorneys scientists researchers
    doctors teachers students workers neighbors neighbours friends relatives parents leaders members
    economists historians observers activists advocates opponents proponents pundits reporters journalists
    editors writers authors fans staff women men children veterans families allies backers detractors donors
    organizers organisers staffers surrogates colleagues""".split()
)
PLURAL_EXCEPTIONS = frozenset(
    "boss congress press spokes actress hostess waitress duchess princess witness class".split()
)
MEN = frozenset(
    """man boy father dad son brother husband uncle nephew grandfather grandson widower boyfriend stepfather
    actor king prince duke emperor monk bridegroom groom waiter sir gentleman businessman""".split()
)
"""Nouns for a man or a boy; those in "-man" are besides."""
WOMEN = frozenset(
    """woman girl mother mom mum daughter sister wife aunt niece grandmother granddaughter widow girlfriend
    stepmother actress queen princess duchess nun bride waitress lady hostess heiress""".split()
)
"""Nouns for a woman or a girl; those in "-woman" are besides."""
PERSONS = frozenset(
    """neighbor neighbour passenger shopper customer visitor tourist commuter colleague friend relative
    stranger child toddler teenager teen youth adult retiree survivor guest soldier worker tenant
    landlord migrant refugee protester demonstrator caller bystander onlooker passer-by pedestrian
    motorist inmate prisoner patient parent sibling villager islander farmworker miner trucker employee
    roommate teammate insider source person mourner worshiper worshipper hiker camper diver fan
    spectator juror hostage captive attacker robber burglar thief intruder bomber sniper newcomer
    applicant dissident defector exile immigrant subscriber user reader listener viewer critic lodger
    squatter beggar cashier mechanic carpenter welder co-worker coworker co-workers vendor seller buyer
    dealer rider runner rower skier skater climber hunter angler gardener roofer painter tailor
    seamstress florist schoolboy schoolgirl complainant petitioner claimant newlywed botanist
    neurologist cardiologist accountant sailor deckhand busker barista babysitter nanny caregiver
    therapist counsellor vet midwife interpreter translator bodyguard""".split()
)
"""Nouns for one human being that name no office, trade before a name, or relative."""
NOBODY = frozenset(("nobody", "no", "none", "neither", "nothing"))
"""Words with which a phrase names no source at all ("no one", "none of them")."""
PRESS = frozenset(
    """network station channel newspaper paper magazine tabloid outlet publication broadcaster weekly
    daily""".split()
)
"""Bodies that publish."""
PRESS_NAMES = frozenset(
    """times post journal tribune herald globe gazette chronicle news press magazine review observer guardian
    telegraph dispatch sentinel examiner inquirer register daily weekly broadcasting media television tv radio
    cnn nbc abc cbs msnbc fox bbc npr pbs espn cnbc c-span itv aljazeera jazeera politico breitbart reuters
    bloomberg mail mirror sun independent standard star bee courier beacon republic record monitor wire
    newsweek forbes fortune vox slate salon buzzfeed hill""".split()
)
"""Words in the names of papers, agencies, stations and networks."""
FIRM_NAMES = frozenset(
    """inc corp co company corporation llc ltd plc group bank holdings industries systems technologies
    airlines airways motors electric pharmaceuticals partners ventures energy entertainment foods stores
    brands international worldwide global enterprises labs studios shipping logistics software insurance
    freight mining petroleum robotics biotech therapeutics railways breweries""".split()
)
"""Words in the names of firms."""
FIRMS = frozenset(
    """company corporation firm airline carrier manufacturer automaker retailer startup operator bank
    conglomerate chain maker giant""".split()
)
"""Bodies that do business."""
