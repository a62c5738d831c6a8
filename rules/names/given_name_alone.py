"""A grown person whom the copy calls by the given name."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from verify import Article, Elsewhere, Flag, rule
from verify.mark.naming.reading import fold


@rule(
    severity="info",
    since="0.1",
    needs={"names", "people", "quotations"},
    advice="Use the family name after the first mention.",
    default=False,
)
def given_name_alone(article: Article) -> Iterator[Flag]:
    """A person who is otherwise called by the family name is called by the given name alone."""
    starts = [block.start for block in article.blocks]
    families = Counter(
        fold(person.family) for person in article.entities if person.kind == "person" and person.given
    )
    for person in article.entities:
        if person.kind != "person" or not person.given or families[fold(person.family)] > 1:
            continue
        mentions = [article.mentions[index] for index in person.mentions]
        full = next((mention for mention in mentions if mention.given and mention.family), None)
        bare = [
            mention for mention in mentions if mention.family and not mention.given and not mention.quoted
        ]
        if full is None or not bare:
            continue
        for mention in mentions:
            zone = article.blocks[bisect_right(starts, mention.start) - 1].zone
            if mention.given and not mention.family and not mention.quoted and zone == "body":
                yield Flag(
                    mention.span,
                    f"{person.name} is “{mention.name}” here and “{bare[0].name}” elsewhere in the article",
                    fixes=(bare[0].family,),
                    related=(Elsewhere(bare[0].span, f"called “{bare[0].name}” here"),),
                    confidence=0.7,
                )
                break
