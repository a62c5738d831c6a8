"""Words in quotation marks that nobody is said to have spoken."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Flag, rule


@rule(
    severity="info",
    since="0.1",
    needs={"quotes"},
    advice="Take the marks out, or say whose words these are.",
    default=False,
)
def scare_quotes(article: Article) -> Iterator[Flag]:
    """One or two words stand in quotation marks, and nobody is said to have used them."""
    for quote in article.quotes:
        if quote.needs_none != "scare-quote" or article.blocks[quote.block].zone != "body":
            continue
        # The marks of markup (id="1234") are none of the writer's.
        if article.text[quote.start - 1 : quote.start] != "=":
            yield Flag(quote.span, "nobody is said to have used these words")
