"""A word that stands twice in a row."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from verify import Article, Flag, rule
from verify.lexicon.words import common

_TWICE = re.compile(r"(?<![\w’'@#./-])([A-Za-z]+(?: (?:the|a|an|his|her|their|its|our|my|this))?)[ \u00a0]{1,3}(?=[a-z])(?i:\1)(?![\w’'@/-])")
_COPY = frozenset(("headline", "body", "list", "caption"))
_NEVER_TWICE = frozenset(
    "a an and as at be but for from has have he his if its my of or our she than the their them these they this to was we were"
    " when which while will with would your".split()
)
_PARTICLE = frozenset(("in", "on"))
_PARTICLE_VERB = re.compile(
    r"\b(?:be(?:en|ing)?|is|are|was|were|[’']s|[’']re|brings?|brought|call(?:ed|s)?|came|carr(?:y|ied)|check(?:ed|s)?|com(?:e|es|ing)"
    r"|cav(?:e|ed)|g(?:o|oes|oing|one)|went|held|hold|kick(?:ed|s)?|log(?:ged|s)?|mov(?:e|ed)|opt(?:ed)?|phon(?:e|ed)|press(?:ed)?|put"
    r"|s[aiu]nk|settled?|sign(?:ed|s)?|step(?:ped|s)?|sworn|swore|t(?:ake|aken|ook)|tun(?:e|ed)|turn(?:ed|s)?|ushered|vot(?:e|ed)"
    r"|weigh(?:ed|s)?) $",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r" (?:\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)|(?:order|third|second|first)\b)"
)
_EMPHATIC = frozenset(
    "again aye big blah boo boom bye chop come far first good ha half hear ho home hot hush knock la later less little long many more"
    " much never nine no now old one out over pretty quite real really same second so some tap third ten there tick too tut two up very"
    " way well whoa yadda yeah years yes young zero".split()
)
_LEGITIMATE = frozenset("that had is do did her you it who what where how there all can not are him us me then even just like".split())
_OPEN_CLASS = 4


@dataclass(frozen=True, slots=True)
class Options:
    """What the desk may set."""

    quotes: bool = True
    """Also read between quotation marks, where only words such as “the the” are flagged."""


@rule(
    severity="error",
    since="0.1",
    needs={"quotations"},
    advice="Strike one of the two.",
    options=Options,
)
def doubled_word(article: Article, options: Options) -> Iterator[Flag]:
    """A word stands twice in a row."""
    text = article.text
    for match in _TWICE.finditer(text):
        start, end = match.span()
        block = bisect_right(article.blocks, start, key=lambda block: block.start) - 1
        if block < 0 or article.blocks[block].zone not in _COPY or end > article.blocks[block].end:
            continue
        quoted = article.quoted(start, end)
        if (quoted and not options.quotes) or not _slip(match[1], text[max(0, start - 20) : start], text[end : end + 10], quoted=quoted):
            continue
        yield Flag(
            (start, end),
            f"“{match[1]}” stands twice",
            fixes=(match[1],),
            safe=match[1].lower() in _NEVER_TWICE and not quoted,
            confidence=0.95,
        )


def _slip(words: str, before: str, after: str, *, quoted: bool) -> bool:
    """Whether nobody writes the words twice on purpose."""
    word = words.lower()
    if " " in word:
        return word.split()[0] in _NEVER_TWICE or word.split()[0] in _PARTICLE
    if word in _NEVER_TWICE:
        return True
    if word in _PARTICLE:
        # "the state that he won in in 2012" is right.
        return not (_PARTICLE_VERB.search(before) or _WHEN.match(after))
    if quoted or not words.islower() or len(word) < _OPEN_CLASS or word in _EMPHATIC or word in _LEGITIMATE:
        return False
    return word in common()
