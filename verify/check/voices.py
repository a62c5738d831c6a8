"""Who said what in an article, with every place led back to the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from verify.check.outcome import Said, Voice
from verify.check.page import Page
from verify.model.article import Article


def said(article: Article, page: Page) -> Iterator[Said]:
    """The quotes of the article as the `quotes` command shows them."""
    to_source = article.document.to_source
    for quote in article.quotes:
        start, end = to_source(quote.span)
        line, column = page.lines.place(start)
        speaker = quote.speaker
        yield Said(
            start=start,
            end=end,
            line=line,
            column=column,
            kind=quote.kind,
            text=article.text[quote.start : quote.end],
            speaker=speaker.name if speaker else "",
            title=speaker.title if speaker else "",
            mention=to_source(speaker.span) if speaker else None,
            type=speaker.type if speaker else None,
            cue=to_source(quote.cue) if quote.cue else None,
            confidence=round(quote.confidence, 4),
            needs_none=quote.needs_none,
            called=article.text[speaker.start : speaker.end] if speaker else "",
        )


@dataclass(slots=True)
class _Tally:
    title: str = ""
    quotes: int = 0
    words: int = 0


def voices(quotes: Iterable[Said]) -> tuple[Voice, ...]:
    """The speakers of direct and mixed quotes, those with most words first, no speaker last."""
    tallies: dict[str, _Tally] = {}
    for quote in quotes:
        if quote.kind == "indirect" or quote.needs_none:
            continue
        tally = tallies.setdefault(quote.speaker, _Tally())
        tally.title = tally.title or quote.title
        tally.quotes += 1
        tally.words += len(quote.text.split())
    found = (Voice(name, tally.title, tally.quotes, tally.words) for name, tally in tallies.items())
    return tuple(sorted(found, key=lambda voice: (not voice.name, -voice.words, -voice.quotes, voice.name)))
