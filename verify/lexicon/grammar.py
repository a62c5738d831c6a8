"""Closed classes of English words, in lower case: what opens a noun phrase, what ends one."""

from __future__ import annotations

PRONOUNS = frozenset("he she they it i we you who".split())
"""Pronouns that can be the subject of a verb."""
OWNERS = frozenset("his her their its my our your".split())
"""Possessive pronouns, which stand for whoever owns what follows."""
DETERMINERS = frozenset(
    "the a an his her their its our my this that these those some many several most both another other "
    "others one two three four five six seven eight nine ten dozens hundreds thousands few all each every "
    "no any either neither half more".split()
)
"""Words that open a noun phrase."""
_NEGATED = "was were is are has have had wo would ca could might must should did does do".split()
FINITE = frozenset(
    "was were is are am has have had will would could can may might must should did does do".split()
) | frozenset(f"{verb}n{mark}t" for verb in _NEGATED for mark in "’'")
"""Finite forms of the auxiliaries, those with "n’t" among them: a noun phrase never runs over one."""
PLURAL_DETERMINERS = frozenset(
    "some many several most both others all few two three four five six one another this that".split()
)
"""Determiners after which a form such as "say" or "report" may yet be the verb."""
MODALS = frozenset("will would can could may might must should did does do to not n't n’t".split())
"""Words after which a bare form is a verb."""
AUXILIARIES = (
    FINITE
    | MODALS
    | frozenset(
        "having be been being also then later again recently once still never always often sometimes even "
        "only just now soon already first further ’s ’d ’ve ’ll 's publicly reportedly ever instead "
        "meanwhile nevertheless nonetheless therefore thus twice seldom".split()
    )
)
"""Words that may stand between a subject and its verb."""
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday tonight".split())
"""Days, as copy puts them between a subject and its verb ("Lee on Monday said")."""
BOUNDARIES = frozenset(
    ("that and but or nor as when while because if where after before since although though so whether "
     "than until unless yet then whom whose how why what").split()
) | {",", ";", ":", "—", "–", "-", "--", "(", ")", "“", "”", '"', "..."}  # fmt: skip
"""Words and marks that no noun phrase runs over."""
RELATIVES = frozenset(("who", "which"))
"""Words that open a relative clause about a person or a thing."""
PREPOSITIONS = frozenset(
    "in on at during by with after before from of for to about against among amid over under into "
    "since despite without within through outside inside near behind beyond via per like between alongside "
    "across around along throughout toward towards beneath beside aboard atop asked".split()
)
"""Prepositions, and "asked", which opens a sentence as they do."""
SUBORDINATORS = frozenset(
    "when while although though because if since as where until once unless whether".split()
)
"""Words that open a clause before the main one."""
CONTRASTS = frozenset(("while", "whereas", "although", "though"))
"""Words that open a clause with a subject of its own after a comma ("…, while Lee called it …")."""
OPENERS = frozenset(
    "even just shortly soon long only afterward afterwards later earlier still meanwhile instead finally "
    "moments minutes hours days weeks months years not once nearly almost more however likewise similarly "
    "moreover furthermore therefore nevertheless nonetheless besides indeed".split()
)
"""Adverbs that may stand before an introduction ("shortly after", "even before")."""
GENITIVES = frozenset(("’s", "'s"))
"""The ending of a possessive, which is a word of its own in the narration."""
PASSIVE = frozenset(("was", "were", "been", "being", "is", "are", "be"))
"""Forms of "be", which make a passive of the participle behind them."""
PASTS = frozenset(
    """became began bore bought brought broke built came caught chose drew drove fell felt fled flew fought
    found gave got grew held kept knew laid led left lost made meant met paid put ran rose sat saw sent
    shook shot slept sold spent spoke stood stole struck swore taught thought threw took understood went
    won wore wrote rang sang rode sought lent bent sank sprang swung wept crept lit hid dealt dug fed
    slid swept bit blew froze forgot beat set let hit""".split()
)
"""Past forms that no ending gives away; after a name they begin the predicate."""
JOINERS = frozenset(("and", "but", "so", "yet", "then", "or", "nor"))
"""Conjunctions between clauses with one subject."""
DASHES = frozenset(("—", "–", "-", "--"))
PARTERS = frozenset((",", "—", "–", "-", "--", "(", ")"))
"""Marks between the pieces of a clause."""
TIMES = frozenset("last this next earlier later that one two three the".split())
"""Words that open a phrase of time."""
SPANS = frozenset(
    "week month year day night morning afternoon evening weekend spring summer fall autumn winter weeks "
    "months years days hours minutes time".split()
)
"""Words for a stretch of time."""
KIN = frozenset(
    """wife husband son daughter brother sister mother father mum mom dad partner fiance fiancee fiancé
    fiancée grandson granddaughter grandmother grandfather uncle aunt cousin nephew niece widow widower twin
    girlfriend boyfriend""".split()
)
"""Relatives: with "his" or "her" before them they are somebody else than the one just named."""
ALONE = frozenset("police everyone everybody nobody somebody someone anyone people management staff".split())
"""Nouns and pronouns that speak without a determiner, though they are no plurals by their ending."""
