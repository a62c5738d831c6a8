"""Words of a quote that are others in the source."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Flag, rule

from .supplied import clipped, places


@rule(
    severity="error",
    since="0.1",
    needs={"sourced"},
    advice="Give the words as the source has them, or take them out of the quotation marks.",
)
def differs_from_source(article: Article) -> Iterator[Flag]:
    """The quote has other words than the source that it comes from."""
    for held in article.sourced:
        if held.verdict != "changed":
            continue
        for one in held.differences:
            if one.kind != "changed":
                continue
            if not one.words:
                message = f"leaves out “{clipped(one.source)}”, which the source has here"
            elif not one.source:
                message = f"“{clipped(one.words)}” does not stand in the source"
            else:
                message = f"“{clipped(one.words)}” here, but “{clipped(one.source)}” in the source"
            yield Flag(
                one.span,
                f"{message}: a “not” is lost or added" if one.negated else message,
                fixes=(one.source,) if one.words and one.source else (),
                related=places(held, "the source has"),
                confidence=0.95 if held.score >= 80 else 0.85,
            )
