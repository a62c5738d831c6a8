"""Who said what in an article, with every place led back to the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from verify.check.introduced import Introductions
from verify.check.outcome import FileReport, Introduction, Report, Said, Voice
from verify.check.page import Page
from verify.model.article import Article
from verify.model.marks import Entity, Mention, Quote


def said(article: Article, page: Page) -> Iterator[Said]:
    """The quotes of the article as the `quotes` command shows them."""
    entities: Sequence[Entity] = article.marks.get("people", ())
    mentions: Sequence[Mention] = article.marks.get("names", ())
    introductions = Introductions(article, page)

    @cache
    def introduced(number: int) -> Introduction | None:
        if not 0 <= number < len(entities) or not mentions:
            return None
        return introductions.of([mentions[index] for index in entities[number].mentions])

    for quote in told(article):
        yield one_said(article, page, quote, introduced(quote.speaker.entity) if quote.speaker else None)


def told(article: Article) -> list[Quote]:
    """The quotes of the article, and its indirect ones where they are marked, in the order of the text."""
    reported: Sequence[Quote] = article.marks.get("indirect", ())
    return sorted((*article.quotes, *reported), key=lambda quote: (quote.start, quote.end))


def one_said(article: Article, page: Page, quote: Quote, introduced: Introduction | None = None) -> Said:
    """One quote of the article, led to its place in the source."""
    to_source = article.document.to_source
    start, end = to_source(quote.span)
    line, column = page.lines.place(start)
    speaker = quote.speaker
    return Said(
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
        cued=article.text[quote.cue.start : quote.cue.end] if quote.cue else "",
        entity=speaker.entity if speaker else -1,
        introduced=introduced,
    )


def of_speaker(report: Report, name: str) -> Report:
    """The report with the quotes of those speakers alone whose name holds every word of `name`."""
    wanted = set(name.casefold().split())

    def theirs(file: FileReport) -> FileReport:
        said = (one for one in file.said if wanted <= set(one.speaker.casefold().split()))
        return replace(file, said=tuple(said))

    return report.with_files(theirs)


class _Tally(Struct):
    title: str = ""
    quotes: int = 0
    words: int = 0


def voices(quotes: Iterable[Said]) -> tuple[Voice, ...]:
    """The speakers of direct and mixed quotes, those with most words first, no speaker last."""
    tallies: dict[str, _Tally] = {}
    for quote in quotes:
        if not quote.spoken:
            continue
        tally = tallies.setdefault(quote.speaker, _Tally())
        tally.title = tally.title or quote.title
        tally.quotes += 1
        tally.words += len(quote.text.split())
    found = (Voice(name, tally.title, tally.quotes, tally.words) for name, tally in tallies.items())
    return tuple(sorted(found, key=lambda voice: (not voice.name, -voice.words, -voice.quotes, voice.name)))
