"""A word that stands twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import eq

from msgspec import Struct

from verify import Article, Block, Flag, rule
from verify.lexicon.late import late
from verify.lexicon.words import is_common
from verify.model.document import PROSE

_TWICE = late(
    r"(?<![\w’'@#./-])([A-Za-z]+(?: (?:the|a|an|his|her|their|its|our|my|this))??)"
    r"(?:[ \u00a0]{1,3}(?=[a-z])(?i:\1)(?![\w’'@/-]))+"
)
_ACROSS_MARK = late(r"(?<![\w’'-])([A-Za-z]+) ([“\"‘])(?=[A-Za-z])(?i:\1)(?![\w’'-])")
"""The word before a quotation and the first in it: that the “the forces”."""
_SUCH = late(r"(?<![\w-])(such )((?:[\w’-]+ ){1,4})such as(?![\w-])")
_OWNED = late(
    r"(?<=[ “\"])(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur|[Mm]y) (([a-z]{3,20}) ([a-z]{3,20} \2))(?![\w’'-])"
)
"""One noun before and behind its adjective: his work past work."""
_NEVER_TWICE = frozenset(
    "a an and as at be but for from has have he his if its my of or our she than the their them these "
    "they this to was we were when which while will with would your".split()
)
_CERTAIN = frozenset("a an and or our than the their your The".split())
"""Never meant twice; but “what it is is”, “I dream of of late”, “vitamin A a day” may be."""
_PARTICLES = frozenset(("in", "on"))
_PARTICLE_VERB = late(
    r"\b(?:brings?|brought|call(?:ed|s)?|came|carr(?:y|ied)|cav(?:e|ed)"
    r"|check(?:ed|s)?|com(?:e|es|ing)|g(?:o|oes|oing|one)|went|held|hold|kick(?:ed|s)?|log(?:ged|s)?|mov(?:e|ed)"
    r"|opt(?:ed)?|phon(?:e|ed)|press(?:ed)?|put|s[aiu]nk|settled?|sign(?:ed|s)?|step(?:ped|s)?|sworn|swore"
    r"|t(?:ake|aken|ook)|tun(?:e|ed)|turn(?:ed|s)?|ushered|vot(?:e|ed)|weigh(?:ed|s)?) $",
    re.IGNORECASE,
)
_WHEN = late(
    r" (?:\d|Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun"
    r"|first\b|second\b|third\b)"
)
_ON_PURPOSE = frozenset(
    "again all always away aye back big blah boom bye chop come even ever far fine first forever gone "
    "good half hear hot hush just knock later less like little long many more much never nice nine "
    "okay only please pretty quite real really same second slow some sorry stop such sure tap thanks "
    "that then there third tick very wait well went what where whoa yadda yeah years young zero".split()
)
_BETWEEN = frozenset(
    "after and as at before beyond but by for from in into nor not on or over than the then to upon versus"
    " with".split()
)
"""Words that may well stand between a word and the same word: day after day, hand to hand."""
_OPEN_CLASS = 4
"""Shorter words than this are doubled on purpose too often ("had had", "do do", "bye bye")."""
_AROUND = 20
_MARKS = "“”\"‘’'.,;:!?()[]—–-"


class Options(Struct, frozen=True):
    """What the desk may set."""

    quotes: bool = True
    """Also read between quotation marks, where only little words ("the the") are flagged."""


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
    for block in article.zoned("headline", *PROSE):
        if not _repeats(text[block.start : block.end]):
            continue
        yield from _apart(article, block, quotes=options.quotes)
        for match in _TWICE.finditer(text, block.start, block.end):
            start, end = match.span()
            quoted = article.quoted(start, end)
            if quoted and not options.quotes:
                continue
            around = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
            if not _slip(match[1], *around, quoted=quoted):
                continue
            space = " " if text.startswith(" ", end) else ""
            yield Flag(
                (start, end + len(space)),
                f"“{match[1]}” stands {_often(match)}",
                fixes=(f"{match[1]}{space}",),
                safe=_CERTAIN.issuperset(match[1].split()) and not quoted,
                confidence=0.95,
            )


def _often(match: re.Match[str]) -> str:
    count = len(match[0].split()) // len(match[1].split())
    return "twice" if count == 2 else f"{count} times"


def _repeats(copy: str) -> bool:
    """Whether a word stands beside itself, or two words from itself: most paragraphs have no such place."""
    words = [word.strip(_MARKS) for word in copy.lower().split()]
    return any(map(eq, words, words[1:])) or any(map(eq, words, words[2:])) or "such as" in copy


def _apart(article: Article, block: Block, *, quotes: bool) -> Iterator[Flag]:
    """Words that stand twice with a mark or a word or two between."""
    text = article.text
    for match in _ACROSS_MARK.finditer(text, block.start, block.end):
        word = match[1]
        if word.lower() in _NEVER_TWICE and not article.quoted(match.start(), match.start() + 1):
            words = text[match.start(2) : match.end()]
            message = f"“{word}” stands before the quotation and opens it"
            yield Flag(match.span(), message, fixes=(words,), confidence=0.9)
    for match in _SUCH.finditer(text, block.start, block.end):
        if quotes or not article.quoted(*match.span()):
            fix = text[match.start(2) : match.end()]
            yield Flag(match.span(), "“such” and “such as” say the same", fixes=(fix,), confidence=0.9)
    for match in _OWNED.finditer(text, block.start, block.end):
        if match[3].split()[0] not in _BETWEEN and (quotes or not article.quoted(*match.span())):
            yield Flag(match.span(1), f"“{match[2]}” stands twice", fixes=(match[3],), confidence=0.85)


def _slip(words: str, before: str, after: str, *, quoted: bool) -> bool:
    """Whether nobody writes the words twice on purpose."""
    word = words.lower()
    first, two, _ = word.partition(" ")
    if two:
        return first in _NEVER_TWICE or first in _PARTICLES
    if word in _NEVER_TWICE:
        return True
    if word in _PARTICLES:
        # "the state that he won in in 2012" is right.
        return not (_PARTICLE_VERB.search(before) or _WHEN.match(after))
    if quoted or not words.islower() or len(word) < _OPEN_CLASS or word in _ON_PURPOSE:
        return False
    return is_common(word)
