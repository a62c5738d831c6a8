"""Claims that rest on nobody in particular."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify import Article, Block, Flag, rule
from verify.lexicon.late import late

from .prose import PROSE

_SAYS = late(
    r" (?:say|said|believed?|argued?|contend(?:ed)?|fear(?:ed)?|think|thought|suggest(?:ed)?|warn(?:ed)?"
    r"|claim(?:ed)?|complain(?:ed)?|speculated?|maintain(?:ed)?|wonder(?:ed)?|understood|rumou?red)\b"
)
_WHO = late(
    r"(?<!\beven )(?<!\bEven )\b(?:[Ss]ome(?: people)?|[Mm]any(?: people)?|[Mm]ost people|[Cc]ritics"
    r"|[Oo]bservers|[Pp]undits|[Ss][kc]eptics|[Dd]etractors|[Cc]ommentators|[Nn]aysayers|[Ee]xperts|[Aa]nalysts)"
    r"(?P<perfect> (?:have long|have|had))?(?: (?:also|now|often|long))?\Z"
)
_PRESENT = frozenset(
    """say believe argue contend fear think suggest warn claim complain speculate maintain wonder""".split()
)
"""“Some said” most often speaks of people whom the story has just brought in."""
_PASSIVE = late(r"\b[Ii]t (?:is|was|has been)(?: (?:widely|generally|commonly|often|long))?\Z")
_CLAUSE = late(r" (?:that|to)\b")
_ACCORDING = late(
    r"[Aa]ccording to (?:some|many|(?:earlier|previous|various|unnamed)"
    r" (?:statements|reports|sources|accounts))\b"
)
_LOOK = 50
_NAMED = late(
    r"\b[A-Z][\w’'-]{1,30},? (?:(?:also|has|had|have) )?(?:said|says|told|wrote|argue[ds]|tweeted|note[ds]"
    r"|added|adds|believe[ds]|called|warn(?:s|ed))\b"
    r"|\b(?:said|says|told) (?:[A-Z]|former|the )|[Aa]ccording to (?:[A-Z]|the |an? )"
)
_EXPERT = late(
    r"\b(?:professor|lecturer|researcher|economist|analyst|scholar|expert|historian|fellow|scientist|critic"
    r"|director|pollster|strategist|consultant|institute|think tank|university)\b",
    re.IGNORECASE,
)
_KNOWING = ("experts", "analysts", "commentators", "observers")
_LEADING = 4
"""Paragraphs at the top that sum up what the story tells further down."""


@rule(
    severity="info",
    since="0.1",
    needs={"quotes"},
    advice="Name one of them, or leave the claim out.",
)
def vague_source(article: Article) -> Iterator[Flag]:
    """A claim rests on critics, experts or “some”, and nobody of them is named near by."""
    text = article.text
    named = {quote.block for quote in article.quotes if quote.speaker and quote.speaker.type == "person"}
    prose = [number for number, block in enumerate(article.blocks) if block.zone in PROSE]
    expert: bool | None = None
    for number in prose[_LEADING:]:
        if number in named or number + 1 in named:
            continue
        places = [place for place in _vague(text, article.blocks[number]) if not article.quoted(*place)]
        if not places or _borne_out(article, number, places):
            continue
        for start, end in places:
            words = text[start:end]
            if words.lower().startswith(_KNOWING):
                expert = _EXPERT.search(text) is not None if expert is None else expert
                if expert:
                    continue
            yield Flag((start, end), f"“{words}” leaves open who that is", confidence=0.8)


def _vague(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """Where nobody in particular says something: the verb first, since few words stand before one."""
    for says in _SAYS.finditer(text, block.start, block.end):
        first = max(block.start, says.start() - _LOOK)
        before = text[first : says.start()]
        who = _WHO.search(before)
        if who is not None and not who["perfect"] and says[0].strip() not in _PRESENT:
            continue
        if who is None and _CLAUSE.match(text, says.end()):
            who = _PASSIVE.search(before)
        if who is not None:
            yield first + who.start(), says.end()
    for found in _ACCORDING.finditer(text, block.start, block.end):
        yield found.span()


def _borne_out(article: Article, number: int, places: list[tuple[int, int]]) -> bool:
    """Whether somebody speaks by name in this paragraph or the next."""
    vague = {start for start, _ in places}
    until = article.blocks[min(number + 1, len(article.blocks) - 1)].end
    return any(
        found.start() not in vague
        for found in _NAMED.finditer(article.text, article.blocks[number].start, until)
    )
