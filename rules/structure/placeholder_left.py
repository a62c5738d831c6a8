"""Words that were to be replaced before the story ran: “TK”, “XXX”, “lorem ipsum”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify import Article, Flag, rule
from verify.lexicon.late import late

_DESK = "TK|TODO|CITE|CITATION NEEDED|CK|CQ|CHECK|INSERT|ADD|NAME|AGE|DATE|LINK|PHOTO|QUOTE|SOURCE|TITLE"
_PLACEHOLDER = late(
    rf"""
      (?<![\w.’'-])(?:TKTK\w{{0,20}} | TK(?![\w’'-])(?!\ Maxx) | TODO(?=:) | FIXME)(?![\w-])
    | (?<![\w.’'-])(?<!Bowl\ )X{{3,20}}(?![\w-])
    | [\[(](?:{_DESK.replace(" ", "[ ]")})(?:[ ]+[A-Z][A-Z ]{{0,60}})?[\])]
    | (?i:lorem\ ipsum(?:\ dolor\ sit\ amet)?)
    | (?i:[\[(](?:insert|add|your)\ [a-z ]{{2,40}}\ here[\])])
    | (?i:\b(?:headline|caption|text|photo|quote|byline)\ (?:goes|to\ come)\ here\b)
    """,
    re.VERBOSE,
)

_SIGNS = (
    "TK", "TODO", "FIXME", "XXX", "orem ipsum", "OREM IPSUM", "[insert", "(insert", "[Insert", "(Insert",
    "[add", "(add", "[Add", "(Add", "[your", "(your", "[Your", "(Your", "to come here", "goes here",
    *(f"{mark}{word}" for mark in "[(" for word in _DESK.split("|")),
)  # fmt: skip
"""A text that holds none of these holds no placeholder."""


@rule(
    severity="error",
    since="0.1",
    advice="Put in what belongs here, or strike it.",
)
def placeholder_left(article: Article) -> Iterator[Flag]:
    """A placeholder was left in the copy."""
    if not any(sign in article.text for sign in _SIGNS):
        return
    for block in article.blocks:
        if block.zone == "code":
            continue
        for match in _PLACEHOLDER.finditer(article.text, block.start, block.end):
            yield Flag(match.span(), f"“{match[0]}” is a placeholder", confidence=0.9)
