"""Words by which a run of capitals shows itself to be a body, a place or a thing, and not a person."""

from __future__ import annotations

from verify.mark.naming.wordlist import listed

BODY = listed(
    """
    department ministry agency bureau office administration commission committee council court board
    authority service services corps force army navy guard police university college school institute
    academy association federation union alliance league coalition network foundation fund trust society
    club party congress senate parliament assembly house cabinet group company co corp corporation inc
    llc ltd plc bank partners holdings industries systems technologies airlines airways motors electric
    pharmaceuticals hospital clinic center centre church cathedral museum library theater theatre
    orchestra band studio studios times post journal tribune herald globe gazette chronicle news press
    magazine review observer guardian telegraph dispatch sentinel examiner inquirer register daily
    weekly broadcasting media television radio campaign organization organisation project initiative
    forum conference convention summit caucus subcommittee command division brigade regiment battalion
    squadron fleet staff international worldwide global entertainment records pictures railroad
    enterprises exchange reserve treasury registry secretariat mission embassy consulate taskforce
    brotherhood teamsters workers  democrats republicans conservatives liberals nationalists
    patriots security intelligence defense defence transportation commerce education agriculture
    kremlin pentagon knesset duma bundestag nato unesco ngo pac fbi cia capital ventures energy
    labs enforcement protection investigations
    communications consulting analytics strategies solutions research advocates
    americans parenthood
    shipping foods logistics software insurance freight mining petroleum robotics biotech therapeutics
    railways breweries bakeries boatworks shipyards steelworks refineries ferries cruises hotels stores farms
    mills properties realty outfitters telecom wireless brands
    """
)
"""The last word of a body's name."""

BODY_OF = listed(
    """
    department ministry bureau office university college institute center centre council committee
    subcommittee house bank church board court chamber union conference republic association federation
    league society school academy museum order army commission fund agency organization organisation
    daughters sons state city kingdom states confederation joint chiefs voice physicians doctors
    citizens americans veterans mothers students alliance coalition foundation campaign campaigns
    campaigners people partnership network trust secretariat guardians sciences ambassadors hall library
    faculty brotherhood party front movement friends centers centres institutes departments
    """
)
"""Words after which "of", "for" and "on" go on with a name ("Department of Justice")."""

THING = listed(
    """
    act bill law amendment agreement accord treaty deal pact convention protocol code rule doctrine plan
    award prize medal cup bowl series games olympics festival parade marathon tournament championship
    day night week month year eve weekend morning season war revolution crisis scandal attack attacks
    massacre hurricane storm earthquake street avenue road boulevard drive lane square plaza place
    terrace highway freeway parkway bridge tunnel station terminal airport port harbor harbour stadium
    arena field park garden gardens zoo tower towers building hall hotel resort casino club mall market
    palace castle river lake sea ocean bay gulf strait island islands isle peninsula cape beach coast
    shore valley canyon desert forest mountain mountains mount hill hills heights falls springs creek
    county parish province prefecture district territory township borough village town city state states
    republic kingdom empire union zone strip bank wall fence line pipeline dam plant mine reservation
    gate era age movement theory syndrome disease virus fever effect principle tea america god bible
    gospel quran scripture carolina dakota virginia lives matter jersey hampshire mexico zealand guinea
    korea africa nation nations world democracy freedom liberty show live today tonight report channel
    brief daily podcast republican democratic democrat republicans american european asian african
    muslim christian jewish catholic protestant islamic conservative liberal native hispanic latino
    black white gay lesbian north south east west northern southern eastern western central upper lower
    super tuesday internet twitter facebook google youtube instagram obamacare medicare medicaid ave st
    blvd rd route interstate constitution declaration congress election elections debate debates primary
    caucuses ii iv bros emmy oscar grammy oscars emmys grammys pulitzer nobel room team card letter
    papers files memo mail email emails cross star lady dream
    """
)
"""The last word of the name of a place, a law, a prize, an event: of anything but a person."""

NEVER_FIRST = listed(
    """
    new north south east west northern southern eastern western central great greater san santa los las
    el fort port mount lake cape saint super world american british european united federal national
    international royal supreme first black white big little old silicon wall planned state house senate
    congressional republican democratic gop obamacare air high islamic muslim christian catholic jewish
    chinese russian japanese korean french german italian spanish mexican canadian indian israeli
    iranian iraqi syrian turkish saudi egyptian cuban african asian latin arab greek irish scottish
    welsh dutch swedish ukrainian polish pro anti affordable social common electoral planet google apple
    amazon microsoft facebook twitter
    """
)
"""Words with which no person's name begins."""
