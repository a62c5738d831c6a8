"""Mr., Mrs. and Ms. in a house that does without."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Flag, rule
from verify.lexicon.late import late

_COURTESY = late(r"\b(?P<title>(?:Mr|Mrs|Ms|Mx)\b\.?)[ \u00a0](?P<name>(?:Mc|Mac|O[’'])?[A-Z][\w’-]*[\w-])")
_PAIR = late(r"\bM(?:rs?|s)\.? (?:and|&) \Z")
_REACH = 12


@rule(
    severity="info",
    since="0.1",
    needs={"quotations"},
    points={"titles.courtesy"},
    advice="Leave the courtesy title out.",
)
def courtesy_title(article: Article) -> Iterator[Flag]:
    """A person has a courtesy title, which the house style leaves out."""
    text = article.text
    for block in article.zoned("body", "list"):
        for found in _COURTESY.finditer(text, block.start, block.end):
            before = text[max(block.start, found.start() - _REACH) : found.start()]
            if article.quoted(*found.span()) or _PAIR.search(before):
                continue
            name = found["name"]
            plain = name.removesuffix("’s")
            end = found.start("name") + len(plain)
            yield Flag(
                (found.start(), end),
                f"“{found['title']}” stands before {plain}, and the house style leaves it out",
                fixes=(plain,),
            )
