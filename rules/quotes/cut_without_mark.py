"""A quote that leaves words of the source out, or runs two places together, and does not show it."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Flag, rule

from .supplied import clipped, places


@rule(
    severity="warning",
    since="0.1",
    needs={"sourced"},
    advice="Show the cut with an ellipsis, or close the quotation and open another.",
)
def cut_without_mark(article: Article) -> Iterator[Flag]:
    """The quote leaves out words of its source, or joins two places of it, without a mark."""
    for held in article.sourced:
        for one in held.differences:
            if one.kind == "joined":
                yield Flag(
                    one.span,
                    "two places of the sources run together here without a mark",
                    related=places(held, "from"),
                    confidence=0.9,
                )
            elif one.kind == "cut":
                yield Flag(
                    one.span,
                    f"leaves out “{clipped(one.source)}” without a mark",
                    related=places(held, "the source has"),
                    confidence=0.9,
                )
