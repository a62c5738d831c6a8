"""Nouns that name a source without naming a person, sorted by what kind of source they are."""

from __future__ import annotations

DOCUMENTS = frozenset(
    """statement report letter email e-mail memo memorandum study survey poll lawsuit suit complaint affidavit
    filing document documents transcript tweet post release article story editorial op-ed column book ad
    advertisement video recording message text note press-release ruling opinion order indictment warrant
    petition resolution bill law script sign placard banner website page account list letterhead charter
    manifesto guide review paper analysis dossier record records files papers caption headline obituary
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
GROUPS = frozenset(
    """officials critics sources people police residents voters supporters experts analysts lawmakers
    republicans democrats protesters demonstrators crowd audience others many some several most both
    witnesses prosecutors investigators aides advisers advisors lawyers attorneys scientists researchers
    doctors teachers students workers neighbors neighbours friends relatives parents leaders members
    economists historians observers activists advocates opponents proponents pundits reporters journalists
    editors writers authors fans staff women men children veterans families""".split()
)
PLURAL_EXCEPTIONS = frozenset(
    "boss congress press spokes actress hostess waitress duchess princess witness class".split()
)
