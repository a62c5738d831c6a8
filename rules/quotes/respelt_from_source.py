"""A word of a quote that the source spells otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Flag, rule

from .supplied import clipped, places


@rule(
    severity="info",
    since="0.1",
    needs={"sourced"},
    advice="Keep the spelling of a written source; in speech the house may spell as it does.",
)
def respelt_from_source(article: Article) -> Iterator[Flag]:
    """The quote has the words of the source in another spelling."""
    for held in article.sourced:
        for one in held.differences:
            if one.kind == "respelt" and one.words and one.source:
                yield Flag(
                    one.span,
                    f"“{clipped(one.words)}” here, “{clipped(one.source)}” in the source",
                    fixes=(one.source,),
                    related=places(held, "the source has"),
                    confidence=0.95,
                )
