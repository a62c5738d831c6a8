"""Words that open a sentence or a headline with a capital and are part of no name."""

from __future__ import annotations

from verify.mark.naming.wordlist import listed

OPENERS = listed(
    """
    a about above according across actually add adding additionally after afterward again against ahead
    all allowing almost along already also although always amid among an and another any anyone anything
    apparently are as ask asked asking at away back based be because become been before behind being
    believe below beside besides best better between beyond both but by called calling can cannot citing
    clearly come coming compared consider considering could critics currently day days dear despite did
    do does doing don done down due during each earlier early eight either eleven else enough enter
    especially even eventually ever every everybody everyone everything exactly except false far few
    fewer finally find first five fix following for former formerly forget four from full further
    furthermore get getting give given go going good got great guess had half has have having he her
    here hers herself him himself his how however hundreds i if imagine in include including indeed
    inside instead into is isn it its itself just keep knowing last lastly late later latest least less
    let lets like likely listen little long look looking made make making many maybe me meanwhile might
    millions mine more moreover most mostly much must my myself name named neither never nevertheless
    new next nine no nobody none nonetheless nor not note nothing notice now nowhere obviously of off
    often oh ok okay old on once one only open or other others otherwise our ours out outside over
    overall part people per perhaps please plus pointing polls prior probably put quite rather read
    really recent recently regarding related remember reportedly said same save saying says second see
    seeing seems sent seven several shall she should show since six so some somebody someone something
    sometimes soon speaking start starting still stop strong such suddenly suppose sure surely take
    taken taking tell ten than thank thanks that the their theirs them themselves then there therefore
    these they thing things think third this those though thousands three through throughout thus time
    times to today together tomorrow tonight too toward towards true try trying twelve twice two under
    unfortunately unless unlike until up upon us use used using very via wait want was watch watching we
    well were what whatever when whenever where whereas wherever whether which while who whoever whole
    whom whose why will with within without won wonder working would write writing wrote yes yesterday
    yet you young your yours yourself agree agreed am answer anybody applause asks aren became began
    begin beware bottom bring brought came cheers chances correction crosstalk dems didn doesn editor
    enjoy facing fact fans figure folks forced founded friends fun gone haven hear heard hello hey hi
    hmm hopefully i’m inspired ironically isn’t joining kids ladies laughter laugh lots luckily mainly
    meet men mind moments months naturally nice noting officials oddly opponents pardon photo picture
    plenty police presumably previously protesters question quick raised rarely rates reality reporters
    residents returning right sadly seeking seriously shame share shortly significantly similarly simply
    sitting sources specifically spokesman standing statistically story students subscribe supporters
    surprisingly talk talking technically teachers thankfully thats top tough traditionally trust
    typically ultimately understand unsurprisingly update updated usually views voters warning wasn
    weeks weren whats win women wow years
    """
)
"""Function words, and words that open sentences; the dictionary knows the rest."""

CALENDAR = listed(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
    christmas easter thanksgiving halloween ramadan passover
    """
)
"""Days, months and feasts."""

GIVEN_TOO = listed(
    """
    will may april june august mark bill jack grant rob pat art sue frank rich drew guy don chase jan per
    """
)
"""Words of the lists above, or of every day, that are given names before a family name."""

WORDS_TOO = (GIVEN_TOO - {"jan", "per"}) | listed(
    """
    grace hope faith joy christian summer autumn angel guy royal major dean king prince justice liberty
    destiny crystal pearl ruby amber rose ivy violet daisy ginger holly lily olive heather dawn eve star
    sunny sandy misty stormy chance hunter mason porter archer sage cash rocky rusty dusty sky ocean
    river earnest rod ward clay glen heath forest reed cliff brook brooks genesis trinity asia america
    chelsea carol charity melody harmony precious true earl duke baron marshal judge reason temple
    golden silver sterling champion senior junior son man van love penny page read storm thunder buddy
    bud buck rich merry happy noble early young price west field wing land so long even see in an my le
    la china india israel jordan islam mercy patience prudence constant marine merit marketing santa san
    saint delta alpha omega sierra era
    """
)
"""Given names that are words of every day too, so that the word after them must be a family name."""

FOLK = listed(
    """
    republican republicans democrat democrats democratic gop tory tories labour libertarian conservative
    conservatives liberal liberals muslim muslims christian christians catholic catholics jew jews
    jewish protestant evangelical evangelicals islamist hindu buddhist sikh mormon mormons sunni shiite
    shia kurd kurds latin latins latino latinos latina hispanic hispanics black blacks white whites
    asian asians african europeans european american americans african-american african-americans
    communist communists socialist nazi nazis british english french german germans italian italians
    spanish spaniard russian russians chinese japanese korean koreans indian indians pakistani iranian
    iranians iraqi iraqis syrian syrians israeli israelis palestinian palestinians turkish turk turks
    saudi saudis egyptian egyptians mexican mexicans canadian canadians cuban cubans brazilian
    australian irish scottish welsh dutch swedish norwegian danish finnish polish ukrainian ukrainians
    greek greeks hungarian czech romanian afghan afghans arab arabs vietnamese filipino thai indonesian
    malaysian nigerian kenyan somali ethiopian haitian colombian venezuelan chilean argentine peruvian
    swiss austrian belgian portuguese western southern northern eastern midwestern yankee brit brits
    texan texans californian floridian ohioan ohioans new-yorker iowan iowans virginian hoosier
    europeanist asian-american islamic
    """
)
"""Peoples, parties and faiths."""

BRANDS = listed(
    """
    twitter facebook google apple amazon microsoft youtube instagram snapchat reddit uber lyft walmart
    boeing ford toyota tesla netflix disney reuters bloomberg politico breitbart vox slate salon gawker
    buzzfeed newsweek forbes fortune medicare medicaid obamacare brexit congress senate pentagon kremlin
    internet republicans democrats lord god jesus christ allah satan constitution parliament hollywood
    broadway pope nato wikileaks yahoo nasdaq dow isis skype hamas hezbollah taliban covid zika ebola
    islam christianity catholicism judaism gop tinder spotify airbnb pepsi nike starbucks tumblr
    linkedin tiktok whatsapp telegram openai nvidia oracle intel cisco samsung sony nintendo nissan
    honda volkswagen bmw airbus siemens pfizer moderna exxon chevron shell
    """
)
"""Firms, papers and things that speak or are spoken of under one capitalised word."""
