"""Paragraphs that quote a word here and two there."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from verify import Article, Flag, Quote, rule


class Options(Struct, frozen=True):
    """What the desk may set."""

    fragments: int = 3
    """So many in a paragraph are too many."""
    max_words: int = 3
    """A quote of so many words at most is a fragment."""


@rule(
    severity="info",
    since="0.1",
    needs={"quotes"},
    advice="Quote a whole sentence, or say it in your own words.",
    options=Options,
    default=False,
)
def quoted_in_fragments(article: Article, options: Options) -> Iterator[Flag]:
    """A paragraph quotes its speaker in single words and fragments."""
    fragments: dict[tuple[int, str], list[Quote]] = {}
    for quote in article.quotes:
        if quote.kind != "mixed" or quote.needs_none or quote.speaker is None:
            continue
        if article.blocks[quote.block].zone != "body":
            continue
        if len(article.text[quote.start : quote.end].split()) <= options.max_words:
            fragments.setdefault((quote.block, quote.speaker.name), []).append(quote)
    for (_, name), quotes in sorted(fragments.items()):
        if len(quotes) >= options.fragments:
            yield Flag(
                (quotes[0].start, quotes[-1].end),
                f"{len(quotes)} fragments of what {name} said stand in one paragraph",
            )
