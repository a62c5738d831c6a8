"""A quote that none of the supplied sources holds."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from verify import Article, Flag, rule


class Options(Struct, frozen=True):
    """What the desk may set."""

    every_speaker: bool = False
    """Speak of every quote, not only of those whose speaker the sources hold other words of."""


@rule(
    severity="warning",
    since="0.1",
    needs={"sourced", "quotes"},
    advice="Supply the source that it comes from, or go back to the notes.",
    options=Options,
)
def not_in_sources(article: Article, options: Options) -> Iterator[Flag]:
    """The quote does not stand in the supplied sources, which hold other words of its speaker."""
    for held in article.sourced:
        quote = article.quotes[held.quote]
        if held.verdict != "absent" or quote.needs_none or not (held.heard or options.every_speaker):
            continue
        name = quote.speaker.name if held.heard and quote.speaker else ""
        message = "not in the supplied sources"
        yield Flag(
            held.span,
            f"{message}, which hold other words of {name}" if name else message,
            confidence=0.8 if name else 0.6,
        )
