"""A family name that two people of the story bear, and no word that says which of them is meant."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from verify import Article, Elsewhere, Flag, Mention, rule
from verify.mark.naming.reading import fold


@rule(
    severity="info",
    since="0.1",
    needs={"names", "people", "quotations"},
    advice="Use the full name, or the given name, wherever both may be meant.",
    default=False,
)
def shared_surname(article: Article) -> Iterator[Flag]:
    """A bare family name may stand for either of two people."""
    blocks = article.blocks
    last: dict[str, list[Mention]] = defaultdict(list)
    for mention in article.mentions:
        family = fold(mention.family)
        if mention.kind != "person" or not family:
            continue
        if mention.given:
            others = [named for named in last[family] if named.entity != mention.entity]
            last[family] = [mention, *others][:2]
            continue
        block = blocks[bisect_right(blocks, mention.start, key=lambda block: block.start) - 1]
        here = [named for named in last[family] if named.start >= block.start]
        plain = not (mention.title or mention.quoted)
        if plain and block.zone == "body" and len(here) == 2:
            first, other = here
            yield Flag(
                mention.span,
                f"“{mention.name}” may be {first.name} or {other.name}",
                related=(Elsewhere(first.span, "named here"), Elsewhere(other.span, "and named here")),
                confidence=0.6,
            )
